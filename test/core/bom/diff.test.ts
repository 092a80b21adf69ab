import { expect, test } from 'vitest';
import { diffBoms } from '../../../src/core/bom/diff.ts';
import type { LineItem } from '../../../src/core/bom/line.ts';
import { aLine } from '../../support/build.ts';

/** `NE555P@TI|TLC555 x2 U1,U2`: part number, maker, alternates, quantity, designators; `!` in front: not fitted. */
function line(text: string): LineItem {
  const [, no, names = '', quantity, designators] = /^(!?)(\S*) x(\S+) ?(.*)$/.exec(text) ?? [];
  const parts = names
    .split('|')
    .filter(Boolean)
    .map((name) => {
      const [mpn = '', manufacturer = null] = name.split('@');
      return { mpn, manufacturer };
    });
  return aLine({
    parts,
    fitted: no === '',
    quantity: quantity === '?' ? null : Number(quantity),
    designators: designators || null,
  });
}

const diff = (before: readonly string[], after: readonly string[]) =>
  diffBoms(before.map(line), after.map(line), (cell) => cell.split(','));

test.each<[string, string[], string[], object]>([
  ['nothing', ['A x1 U1'], ['A x1 U1'], { added: [], removed: [], changed: [], same: 1 }],
  ['case and order', ['a x1 U1', 'B x1 U2'], ['B x1 U2', 'A x1 U1'], { changed: [], same: 2 }],
  ['lines that are one part', ['A x1 U1', 'A x2 U2,U3'], ['A x3 U1,U2,U3'], { changed: [], same: 1 }],
  [
    'an added part',
    [],
    ['A@TI x2 U1,U2'],
    { added: [{ mpn: 'A', manufacturers: ['TI'], quantity: 2, replaces: [] }] },
  ],
  ['a removed part', ['A x1 U1'], [], { removed: [{ mpn: 'A', designators: ['U1'] }] }],
  ['a part that is not fitted any more', ['A x1 U1'], ['!A x1 U1'], { removed: [{ mpn: 'A' }], added: [] }],
  [
    'another part in its place',
    ['A x2 U1,U2'],
    ['A x1 U1', 'B x1 U2'],
    {
      added: [{ mpn: 'B', replaces: ['A'] }],
      changed: [{ says: ['The quantity was 2, and is 1.', 'Removed designators: U2.'] }],
    },
  ],
  ['a quantity', ['A x1'], ['A x?'], { changed: [{ says: ['The quantity was 1, and is not stated.'] }] }],
  [
    'designators',
    ['A x1 U2'],
    ['A x1 U10'],
    { changed: [{ says: ['Added designators: U10.', 'Removed designators: U2.'] }] },
  ],
  [
    'a maker',
    ['A@TI x1'],
    ['A@onsemi x1'],
    { changed: [{ says: ['Added makers: onsemi.', 'Removed makers: TI.'] }] },
  ],
  ['an alternate', ['A x1'], ['A|B x1'], { changed: [{ says: ['Added alternates: B.'] }] }],
  [
    'lines without a part number',
    [' x1 J1'],
    [' x1 J2'],
    { changed: [{ to: { mpn: null }, says: expect.anything() }] },
  ],
])('%s', (_what, before, after, expected) => {
  expect(diff(before, after)).toMatchObject(expected);
});

test('parts stand in the order of their numbers, as people count', () => {
  expect(diff([], ['P10 x1', 'P9 x1', 'P1 x1']).added.map(({ mpn }) => mpn)).toEqual(['P1', 'P9', 'P10']);
});
