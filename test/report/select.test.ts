import { expect, test } from 'vitest';
import { bomNames } from '../../src/core/bom/names.ts';
import type { ReportPart } from '../../src/core/report/report.ts';
import { openPoints } from '../../src/report/open-points.ts';
import { dated, decisions, openLines, undated, unverified, waived } from '../../src/report/select.ts';
import { aMatch, aPart, aReport } from './build.ts';
import { sampleReport } from './sample.ts';

const sample = sampleReport();
const mpns = (parts: readonly ReportPart[]) => parts.map(({ mpn }) => mpn);

test('decisions: open last-buy days first, the soonest on top, then worst first', () => {
  expect(mpns(decisions(sample))).toEqual([
    'DRV-8825-Q',
    'CRY-16M000-18',
    'MCX11E1-FN2',
    'EPX7064-10N',
    'HPW-5V0-2A',
    'LCD-128064-B',
    '2N3904',
    'OPX2277UA',
    'RFX-900-P1',
    'SNS-BMX-280',
  ]);
});

test('a failing part is a decision and unverified when its match is not valid', () => {
  const report = aReport([
    aPart('A-1', { match: 'not-found', lifecycle: 'unknown', matched: null, severity: 'fail' }),
  ]);
  expect(mpns(decisions(report))).toEqual(['A-1']);
  expect(mpns(unverified(report))).toEqual(['A-1']);
});

test.each(['ok', 'warn', 'fail'] as const)('an invalid match is unverified at severity %s', (severity) => {
  expect(unverified(aReport([aPart('A-1', { match: 'unchecked', severity })]))).toHaveLength(1);
});

test('every part is in decisions, unverified, waived, or fine', () => {
  const seen = new Set([...decisions(sample), ...unverified(sample), ...waived(sample)]);
  const rest = sample.parts.filter((part) => !seen.has(part));
  expect(rest.map(({ severity, match }) => [severity, match])).toEqual([
    ['ok', 'exact'],
    ['ok', 'normalized'],
    ['ok', 'exact'],
    ['ok', 'exact'],
    ['ok', 'exact'],
  ]);
});

test('dated parts stand in the order of their days, the last day itself still open', () => {
  const part = (mpn: string, lastBuyDate: string, daysToLastBuy: number) => {
    return aPart(mpn, { severity: 'fail', matched: aMatch(mpn, 'M', { lastBuyDate, daysToLastBuy }) });
  };
  const report = aReport([
    part('B', '2026-11-20', -1),
    part('C', '2027-01-01', 41),
    part('A', '2026-11-21', 0),
  ]);
  expect(mpns(dated(report))).toEqual(['B', 'A', 'C']);
  expect(mpns(decisions(report))).toEqual(['A', 'C', 'B']);
});

test('an end without a day is to be asked about; a day that is stated is not', () => {
  expect(mpns(undated(sample))).toEqual(['HPW-5V0-2A', 'LCD-128064-B']);
});

test('what keeps buys open is said once, with the number of parts', () => {
  const points = openPoints(sample.parts);
  expect(points).toContainEqual({ says: 'A line does not say how many a board takes.', parts: 1 });
  expect(points).toContainEqual({ says: 'Ask the maker for the last-buy date.', parts: 2 });
  expect(new Set(points.map(({ says }) => says)).size).toBe(points.length);
});

test('what is to be decided first is first, also when that day has passed', () => {
  const due = (mpn: string, decideBy: string, daysToLastBuy: number) => {
    const buy = { ...sample.parts.find((part) => part.buy !== null)!.buy!, decideBy };
    const matched = aMatch(mpn, 'M', { lastBuyDate: '2027-01-01', daysToLastBuy });
    return aPart(mpn, { severity: 'fail', matched, buy });
  };
  const report = aReport([due('B', '2026-12-01', 30), due('A', '2026-11-01', 41)]);
  expect(mpns(decisions(report))).toEqual(['A', 'B']);
});

test('lines without a part each have a next step', () => {
  expect(openLines(sample).map(({ row, severity, step }) => [row, severity, step !== ''])).toEqual([
    [14, 'warn', true],
    [16, null, true],
  ]);
});

test.each([
  [[['a/main.csv', null]], ['main.csv']],
  [[['a\\b\\main.csv', null]], ['main.csv']],
  [
    [
      ['a/main.csv', null],
      ['b/main.csv', null],
    ],
    ['a/main.csv', 'b/main.csv'],
  ],
  [
    [
      ['a/x.xlsx', 'One'],
      ['a/x.xlsx', 'Two'],
    ],
    ['x.xlsx [One]', 'x.xlsx [Two]'],
  ],
  [[['-', null]], ['-']],
] as const)('the names of %j are %j', (files, names) => {
  const [bom] = sample.boms;
  expect(bomNames(files.map(([file, sheet]) => ({ ...bom!, file, sheet })))).toEqual(names);
});
