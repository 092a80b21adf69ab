import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { readBoms } from '../../src/bom/read.ts';
import type { AuditReport } from '../../src/core/report/report.ts';
import type { JsonPart } from '../../src/report/json.ts';
import { cli, workFolder } from '../support/cli.ts';

const FIXTURES = ['quirks', 'demo'].map((name) =>
  fileURLToPath(new URL(`../../fixtures/boms/${name}`, import.meta.url)),
);
type JsonReport = Omit<AuditReport, 'parts'> & { readonly parts: readonly JsonPart[] };
/** Words that an audit without answers writes into each row that it speaks of. */
const SAID = /unchecked|no-mpn|Not fitted: not audited/;

/** The rows that the report speaks of, each `SHEET ROW`. */
function reportedRows(report: JsonReport, file: string): string[] {
  const all = [...report.parts.flatMap(({ lines }) => lines), ...report.unidentified, ...report.skipped];
  const own = all.flatMap(({ bom, row }) => {
    const { file: name, sheet } = report.boms[bom]!;
    return name === file ? [`${sheet ?? ''} ${row}`] : [];
  });
  return [...new Set(own)].sort();
}

/** The rows of a text that have audit cells, as csv-parse numbers its records. */
function annotatedRecords(bytes: Buffer, encoding: string): string[] {
  const text = iconv.decode(bytes, encoding);
  const delimiter = /Audit Lifecycle"*(.)"*Audit Match|unknown"*(.)"*(?:unchecked|no-mpn)/.exec(text);
  const records: string[][] = parse(text, {
    delimiter: delimiter?.[1] ?? delimiter?.[2] ?? ',',
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  return records.flatMap((fields, at) => (SAID.test(fields.join(' ')) ? [` ${at + 1}`] : [])).sort();
}

async function annotatedRows(path: string): Promise<string[]> {
  if (!path.endsWith('.xlsx'))
    return annotatedRecords(readFileSync(path), path.includes('utf-16le') ? 'utf16le' : 'latin1');
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const rows: string[] = [];
  for (const sheet of book.worksheets)
    sheet.eachRow((row, number) => {
      if (SAID.test(JSON.stringify(row.values))) rows.push(`${sheet.name} ${number}`);
    });
  return rows.sort();
}

test('the rows in the report are the rows with audit cells, in every fixture', async () => {
  const boms: string[] = [];
  for (const path of FIXTURES.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name))))
    await readBoms({ name: path, path }).then(
      () => boms.push(path),
      () => undefined,
    );
  expect(boms.length).toBeGreaterThan(45);
  const folder = workFolder();
  await cli(['run', ...boms, '--offline', '--formats', 'json'], folder);
  const out = (name: string) => join(folder, 'audit-out', name);
  const report: JsonReport = JSON.parse(readFileSync(out('report.json'), 'utf8'));
  for (const { file, annotated } of report.boms)
    expect([file, await annotatedRows(out(annotated!))]).toEqual([file, reportedRows(report, file)]);
});
