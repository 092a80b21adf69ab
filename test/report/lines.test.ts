import { expect, test } from 'vitest';
import { linesOf } from '../../src/core/report/report-lines.ts';
import { auditedLines } from '../../src/report/lines.ts';
import { sampleReport } from './sample.ts';

test('nothing that came in is missing', () => {
  const report = sampleReport();
  const expected =
    report.parts.flatMap(linesOf).length +
    report.unidentified.length +
    report.skipped.length +
    report.problems.length;
  expect(auditedLines(report)).toHaveLength(expected);
});

test('the order is that of the files, the primary before its alternate', () => {
  const lines = auditedLines(sampleReport());
  const places = lines.map(({ bom, row }) => bom * 1000 + row);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(lines.filter(({ bom, row }) => bom === 1 && row === 12).map(({ kind }) => kind)).toEqual([
    'primary',
    'alternate',
  ]);
});

test('lines that were not judged have no severity', () => {
  const unjudged = auditedLines(sampleReport()).filter(({ severity }) => severity === null);
  expect(unjudged.map(({ kind }) => kind).sort()).toEqual(['problem', 'skipped', 'skipped']);
});
