import { expect, test } from 'vitest';
import { toJson } from '../../src/report/json.ts';
import { aReport } from './build.ts';
import { hostileReport } from './hostile.ts';
import { sampleReport } from './sample.ts';

test.each([
  ['sample', sampleReport()],
  ['hostile', hostileReport()],
  ['without parts', aReport([])],
])('the JSON of the %s report is the report', (_name, report) => {
  expect(JSON.parse([...toJson(report)].join(''))).toEqual(report);
});

test('golden', async () => {
  await expect([...toJson(sampleReport())].join('')).toMatchFileSnapshot(
    '../../fixtures/golden/report/report.json',
  );
});
