import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AuditError } from '../../src/core/errors.ts';
import { FILE_NAMES, FORMATS } from '../../src/core/report/report.ts';
import { toJson } from '../../src/report/json.ts';
import { writeReports } from '../../src/report/write.ts';
import { aReport } from './build.ts';
import { sampleReport } from './sample.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bom-audit-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('every format is written, in the order asked for, and nothing else is left', async () => {
  const written = await writeReports(sampleReport(), FORMATS, folder);
  expect(written).toEqual(FORMATS.map((format) => join(folder, FILE_NAMES[format])));
  expect(readdirSync(folder).sort()).toEqual(Object.values(FILE_NAMES).sort());
  expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe([...toJson(sampleReport())].join(''));
  expect(readFileSync(join(folder, 'report.xlsx')).subarray(0, 2).toString()).toBe('PK');
});

test('an older report is replaced', async () => {
  await writeReports(sampleReport(), ['json'], folder);
  await writeReports(aReport([]), ['json'], folder);
  expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).parts).toEqual([]);
});

test('a file that cannot be written is named, and nothing half-written is left', async () => {
  mkdirSync(join(folder, 'report.csv', 'taken'), { recursive: true });
  const fault = await writeReports(sampleReport(), ['json', 'csv'], folder).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(AuditError);
  expect(fault).toMatchObject({ code: 'output', message: `cannot write ${join(folder, 'report.csv')}` });
  expect(readdirSync(folder).sort()).toEqual(['report.csv', 'report.json']);
});

test('all files that cannot be written are named, and keep no other back', async () => {
  for (const name of ['report.md', 'report.csv']) mkdirSync(join(folder, name, 'taken'), { recursive: true });
  await expect(writeReports(sampleReport(), ['csv', 'json', 'md'], folder)).rejects.toMatchObject({
    message: `cannot write ${join(folder, 'report.csv')}, ${join(folder, 'report.md')}`,
  });
  expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe([...toJson(sampleReport())].join(''));
});
