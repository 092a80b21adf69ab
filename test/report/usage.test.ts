import { expect, test } from 'vitest';
import { costText, usages, usedText } from '../../src/report/usage.ts';
import { aLine, aPart } from './build.ts';
import { sampleReport } from './sample.ts';

const names = ['main.csv', 'power.xlsx'];

test('lines are gathered by BOM, rows in order, quantities added', () => {
  const part = aPart('A-1', { lines: [aLine(1, 9, 'R1\nR2', 2), aLine(0, 5, 'R7'), aLine(1, 4, 'R9', 3)] });
  expect(usages(part)).toEqual([
    { bom: 0, rows: [5], designators: 'R7', quantity: 1, alternate: false },
    { bom: 1, rows: [4, 9], designators: 'R9, R1 R2', quantity: 5, alternate: false },
  ]);
});

test.each([
  [
    'an unknown quantity is not counted as nothing',
    [aLine(0, 5, 'R7', 4), aLine(0, 6, 'R8', null)],
    'main.csv: R7, R8',
  ],
  ['rows stand in for designators', [aLine(0, 5, null, 4), aLine(0, 6, '', 1)], 'main.csv × 5: row 5, 6'],
  ['several BOMs', [aLine(0, 5, 'R7'), aLine(1, 6, 'R8')], 'main.csv × 1: R7; power.xlsx × 1: R8'],
  [
    'only ever an alternate',
    [{ ...aLine(0, 5, 'R7'), role: 'alternate' as const }],
    'main.csv × 1 as an alternate: R7',
  ],
])('%s', (_name, lines, words) => {
  expect(usedText(aPart('A-1', { lines }), names)).toBe(words);
});

test.each([
  ['DRV-8825-Q', '44,252.50 USD at 1.7701'],
  ['HPW-5V0-2A', null],
  ['EPX7064-10N', null],
])('the cost of %s is %s', (mpn, cost) => {
  expect(costText(sampleReport().parts.find((part) => part.mpn === mpn)!.buy!)).toBe(cost);
});
