import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesThat, PackedLines, PickedLines } from '../../../src/core/bom/packed-lines.ts';
import { aLine } from '../../support/build.ts';

const parts = ['A1', 'B2', 'C3'].map((mpn) => [{ mpn, manufacturer: null }]);
const line = fc
  .record({
    row: fc.nat(),
    designators: fc.option(fc.string()),
    quantity: fc.option(fc.double({ noNaN: true })),
    parts: fc.constantFrom(...parts, []),
    fitted: fc.boolean(),
    notes: fc.array(fc.string(), { maxLength: 2 }),
  })
  .map(aLine);

function packed(lines: readonly ReturnType<typeof aLine>[]): PackedLines {
  const all = new PackedLines();
  for (const one of lines) all.push(one);
  return all;
}

test('packed lines come out as they went in, in any way to look at them', () => {
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const all = packed(lines);
      expect([...all]).toEqual(lines);
      expect(all).toHaveLength(lines.length);
      expect(lines.map((_, index) => all.at(index))).toEqual(lines);
      expect(all.at(lines.length)).toBeUndefined();
      expect(linesThat(all, ({ fitted }) => fitted)).toEqual(lines.filter(({ fitted }) => fitted));
    }),
  );
});

test('the parts of a line are the same object before and after', () => {
  const all = packed([aLine({ parts: parts[0]! }), aLine({ parts: parts[0]!, notes: ['odd'] })]);
  expect(Array.from(all, (one) => one.parts).every((own) => own === parts[0])).toBe(true);
});

test('picked lines are those at their places', () => {
  const rows = [2, 3, 4, 5].map((row) => aLine({ row }));
  const picked = new PickedLines(packed(rows));
  for (const place of [1, 3]) picked.push(place);
  expect([...picked]).toEqual([rows[1], rows[3]]);
  expect([picked.length, picked.at(1), picked.at(2)]).toEqual([2, rows[3], undefined]);
});
