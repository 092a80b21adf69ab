import { expect, test } from 'vitest';
import { withoutCopies } from '../../../src/core/report/missing-copies.ts';
import { sampleReport } from '../../report/sample.ts';

const report = sampleReport();
const [first, second] = report.boms.map(({ file }) => file);
const missing = new Map([[first!, 'main.audited.csv could not be written']]);

test.each([
  ['pass', 'incomplete'],
  ['incomplete', 'incomplete'],
  ['fail', 'fail'],
] as const)('a report of verdict %s without a copy is %s, and says which is missing', (verdict, then) => {
  const { verdict: now, reasons, boms, ...rest } = withoutCopies({ ...report, verdict }, missing);
  expect(now).toBe(then);
  expect(reasons).toEqual([...report.reasons, 'main.audited.csv could not be written']);
  expect(boms.filter(({ file }) => file === first).map(({ annotated }) => annotated)).toEqual([null]);
  expect(boms.find(({ file }) => file === second)).toBe(report.boms.find(({ file }) => file === second));
  expect({ ...rest, verdict, reasons: report.reasons, boms: report.boms }).toEqual({ ...report, verdict });
});

test('a report of which no copy is missing stays as it is', () => {
  expect(withoutCopies(report, new Map())).toBe(report);
});
