import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import draft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { expect, test } from 'vitest';
import type { AuditReport } from '../../src/core/report/report.ts';
import { linesOf } from '../../src/core/report/report-lines.ts';
import { toSarif } from '../../src/report/sarif.ts';
import { aBom, aLine, aPart, aReport } from './build.ts';
import { hostileReport } from './hostile.ts';
import { sampleReport } from './sample.ts';

function runOf(report: AuditReport) {
  return (JSON.parse(toSarif(report)) as Log).runs[0]!;
}

test('golden', async () => {
  await expect(toSarif(sampleReport())).toMatchFileSnapshot('../../fixtures/golden/report/report.sarif');
});

test.each([
  ['sample', sampleReport()],
  ['hostile', hostileReport()],
  ['empty', aReport([])],
])('the %s is valid by the published schema', (_name, report) => {
  const ajv = new draft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  validate(JSON.parse(toSarif(report)));
  expect(validate.errors).toBeNull();
});

test('a result for each line that is not in order, and each names a rule that is there', () => {
  const report = sampleReport();
  const { results = [], tool } = runOf(report);
  const lines = report.parts.flatMap(linesOf).filter(({ severity }) => severity !== 'ok');
  expect(results).toHaveLength(lines.length + report.unidentified.length + report.problems.length);
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules?.[ruleIndex!]?.id).toBe(ruleId);
});

test('a waived finding is suppressed with its reason, and no other', () => {
  const { results = [] } = runOf(sampleReport());
  const suppressed = results.filter(({ suppressions }) => suppressions !== undefined);
  expect(suppressed.map(({ message, suppressions }) => [message.text?.slice(0, 11), suppressions])).toEqual([
    [
      'FLX-64M-SO8',
      [
        {
          kind: 'external',
          justification: 'A lifetime buy is in the store. (ada@example.com, until 2027-02-28)',
        },
      ],
    ],
  ]);
});

test('fingerprints stay when rows move and differ between parts', () => {
  const print = (mpn: string, row: number) => {
    const lines = [aLine(0, row, 'U1')];
    return runOf(aReport([aPart(mpn, { severity: 'fail', lines })])).results?.[0]?.partialFingerprints;
  };
  expect(print('A-1', 2)).toEqual(print('A-1', 90));
  expect(print('A-1', 2)).not.toEqual(print('A-2', 2));
});

test.each([
  ['boards/main.csv', 'boards/main.csv'],
  ['a b/é#1.csv', 'a%20b/%C3%A9%231.csv'],
  ['/srv/boms/main.csv', 'file:///srv/boms/main.csv'],
  ['C:\\boms\\main.csv', 'file:///C:/boms/main.csv'],
  ['sub\\main.csv', 'sub/main.csv'],
])('the file %s is %s', (file, uri) => {
  const { results = [] } = runOf(aReport([aPart('A-1', { severity: 'fail' })], { boms: [aBom(file)] }));
  expect(results[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe(uri);
});

test('braces and brackets in a text are no placeholders and no links', () => {
  const part = aPart('A{0}', { severity: 'fail', reason: 'See [x](https://evil.example).' });
  expect(runOf(aReport([part])).results?.[0]?.message.text).toBe(
    'A{{0}} (Norvik Semiconductor): See \\[x\\](https://evil.example).',
  );
});
