import fc from 'fast-check';
import { expect, test } from 'vitest';
import { percent } from '../../src/core/text.ts';
import {
  clip,
  fromNow,
  jsonText,
  oneLine,
  visible,
  visibleLines,
  webAddress,
} from '../../src/report/text.ts';

test.each([
  ['plain Ω 部品', 'plain Ω 部品'],
  ['a\u0000b\tc', 'a␀b␉c'],
  ['a\u007fb', 'a␡b'],
  ['a\u202eb', 'a⟨U+202E⟩b'],
  ['a\u200bb', 'a⟨U+200B⟩b'],
  ['a\ud800b', 'a⟨U+D800⟩b'],
  ['a\uffffb', 'a⟨U+FFFF⟩b'],
  ['a😀b', 'a😀b'],
])('%j is shown as %s', (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test('what is visible has no control left and is well-formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visible(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(visible(visible(text))).toBe(visible(text));
    }),
  );
});

test.each([
  ['a\nb\r\nc', 'a\nb\nc'],
  ['a\rb\n\u001b[2Jc\u0085', 'a␍b\n␛[2Jc⟨U+0085⟩'],
])('%j keeps its lines: %j', (text, shown) => {
  expect(visibleLines(text)).toBe(shown);
});

test('JSON holds the same without an invisible character', () => {
  expect(jsonText({ 'a\u0085': ['\u0000\u009b\u202e\u{e0001}Ω'] })).toBe(
    '{"a\\u0085":["\\u0000\\u009b\\u202e\\udb40\\udc01Ω"]}',
  );
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), fc.constantFrom(0, 2), (value, indent) => {
      const json = jsonText(value, indent);
      expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(JSON.stringify(JSON.parse(json))).toBe(JSON.stringify(value));
    }),
  );
});

test.each([
  ['R1\r\nR2,\tR3', 'R1 R2, R3'],
  ['  R1 ', 'R1'],
])('%j on one line is %s', (text, line) => {
  expect(oneLine(text)).toBe(line);
});

test.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'ab…'],
  ['a😀bc', 3, 'a…'],
])('%s cut to %d is %s', (text, length, cut) => {
  expect(clip(text, length)).toBe(cut);
});

test.each([
  [0, 'today'],
  [1, 'in 1 day'],
  [1200, 'in 1,200 days'],
  [-1, '1 day ago'],
])('%d days is %s', (days, words) => {
  expect(fromNow(days)).toBe(words);
});

test.each([
  [1, '100 %'],
  [0.9999, '99.9 %'],
  [0.57, '57 %'],
  [0, '0 %'],
])('%d is %s', (share, words) => {
  expect(percent(share)).toBe(words);
});

test.each([
  ['https://www.digikey.com/a b', 'https://www.digikey.com/a%20b'],
  ['HTTP://x.example/', 'http://x.example/'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['//x.example', null],
  ['file:///etc/passwd', null],
  ['', null],
  [null, null],
])('%s may be followed: %s', (url, address) => {
  expect(webAddress(url)).toBe(address);
});
