import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amount, count, instant, MOST, wholeNumber } from '../../src/sources/stated.ts';

test.each([
  [7, 7],
  ['7', 7],
  [' 007 ', 7],
  [0, 0],
  [999_999_999, 999_999_999],
  [MOST, MOST],
  [MOST + 1, undefined],
  ['99999999999999999', undefined],
  [1e300, undefined],
  [Number.POSITIVE_INFINITY, undefined],
  [Number.NaN, undefined],
  [-1, undefined],
  ['-1', undefined],
  [1.5, undefined],
  ['1.5', undefined],
  ['1e3', undefined],
  ['0x10', undefined],
  ['', undefined],
  [null, undefined],
  [undefined, undefined],
  [true, undefined],
  [['7'], undefined],
])('%j as a count is %j', (stated, value) => {
  expect(count(stated)).toBe(value);
});

test.each([
  [-102, -102],
  ['-102', -102],
  [-1e300, undefined],
])('%j as a whole number is %j', (stated, value) => {
  expect(wholeNumber(stated)).toBe(value);
});

test.each([
  [0.52, 0.52],
  ['0.52', 0.52],
  ['12', 12],
  ['$0.52', undefined],
  [-1, undefined],
  [1e300, undefined],
  [Number.NaN, undefined],
  [null, undefined],
])('%j as a sum of money is %j', (stated, value) => {
  expect(amount(stated)).toBe(value);
});

test.each([
  [Date.parse('2026-11-21'), Date.parse('2026-11-21')],
  [0, undefined],
  [-1, undefined],
  [Number.NaN, undefined],
  [1e17, undefined],
  [Number.POSITIVE_INFINITY, undefined],
])('%j as an instant is %j', (stated, value) => {
  expect(instant(stated)).toBe(value);
});

test('whatever is stated, a count in seconds added to any instant is a date, and a sum of such a cost is a number', () => {
  const numbers = fc.oneof(fc.double(), fc.integer(), fc.bigInt().map(String), fc.anything());
  fc.assert(
    fc.property(numbers, numbers, (one, two) => {
      const seconds = count(one) ?? 0;
      expect(() => new Date(Date.UTC(2199, 0) + seconds * 1_000).toISOString()).not.toThrow();
      expect(Number.isFinite(seconds * (amount(two) ?? 0))).toBe(true);
    }),
  );
});
