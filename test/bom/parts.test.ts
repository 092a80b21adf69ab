import { expect, test } from 'vitest';
import { splitCell } from '../../src/bom/parts.ts';

test.each([
  ['LM358DR', 'TI', ['LM358DR @ TI']],
  ['A1~B2', 'Murata~TDK', ['A1 @ Murata', 'B2 @ TDK']],
  ['A1\nB2', 'Murata\nTDK', ['A1 @ Murata', 'B2 @ TDK']],
  ['A1 ; B2;', 'Murata', ['A1 @ Murata', 'B2 @ Murata']],
  ['A1 or B2', 'Murata/TDK', ['A1 @ Murata', 'B2 @ TDK']],
  ['A1 or B2', '', ['A1 @ ', 'B2 @ ']],
  ['A1\nB2\nC3', 'Murata\nTDK', ['A1 @ ', 'B2 @ ', 'C3 @ ']],
  ['MKDS 5/ 2-9,5', 'Phoenix', ['MKDS 5/ 2-9,5 @ Phoenix']],
  ['BAS316,115', 'NXP', ['BAS316,115 @ NXP']],
  ['ORANGE-1', 'X', ['ORANGE-1 @ X']],
])('%j by %j', (numbers, makers, pairs) => {
  expect(splitCell(numbers, makers).map(({ mpn, maker }) => `${mpn} @ ${maker}`)).toEqual(pairs);
});
