import { expect, test } from 'vitest';
import { linesOf } from '../../src/core/report/report-lines.ts';
import { toJson } from '../../src/report/json.ts';
import { aReport } from './build.ts';
import { hostileReport } from './hostile.ts';
import { sampleReport } from './sample.ts';

test.each([
  ['sample', sampleReport()],
  ['hostile', hostileReport()],
  ['without parts', aReport([])],
])('the JSON of the %s report is the report, its lines one by one', (_name, report) => {
  const parts = report.parts.map(({ uses, key: _, ...part }) => ({
    ...part,
    waiver: part.severity === 'waived' ? 0 : null,
    lines: linesOf({ uses }),
  }));
  expect(JSON.parse([...toJson(report)].join(''))).toEqual({ ...report, parts });
});

test('golden', async () => {
  await expect([...toJson(sampleReport())].join('')).toMatchFileSnapshot(
    '../../fixtures/golden/report/report.json',
  );
});
