import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import type { AuditReport } from '../../../src/core/report.ts';
import { toXlsx } from '../../../src/report/xlsx/workbook.ts';
import { aLine, aPart, aReport } from '../build.ts';
import { hostileReport, sampleReport } from '../sample.ts';

async function open(report: AuditReport): Promise<ExcelJS.Workbook> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of toXlsx(report)) chunks.push(chunk);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.concat(chunks) as unknown as ArrayBuffer);
  return book;
}

function cellsOf(book: ExcelJS.Workbook): { sheet: string; cell: ExcelJS.Cell }[] {
  const cells: { sheet: string; cell: ExcelJS.Cell }[] = [];
  book.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => cells.push({ sheet: sheet.name, cell }));
    });
  });
  return cells;
}

test('golden dump of the cells', async () => {
  const book = await open(sampleReport());
  const dump = cellsOf(book).map(({ sheet, cell }) => {
    return `${sheet}!${cell.address} ${JSON.stringify(cell.value)} ${cell.numFmt ?? ''}`.trimEnd();
  });
  await expect(`${dump.join('\n')}\n`).toMatchFileSnapshot('../../../fixtures/golden/report/report.xlsx.txt');
});

test('tables can be read, filtered and printed', async () => {
  const book = await open(sampleReport());
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    'Summary',
    'Decisions',
    'All lines',
    'Could not verify',
    'BOMs',
    'Method',
  ]);
  for (const sheet of book.worksheets.slice(1)) {
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.autoFilter).toMatch(/^A1:[A-Z]1$/);
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, printTitlesRow: '1:1' });
  }
});

test('days are dates and counts are numbers', async () => {
  const sheet = (await open(sampleReport())).getWorksheet('Decisions');
  expect(sheet?.getCell('C2').value).toBe('DRV-8825-Q');
  expect(sheet?.getCell('E2').value).toEqual(new Date('2026-12-04T00:00:00Z'));
  expect(sheet?.getCell('F2').value).toBe(13);
});

test('hostile cells are neither formulas nor links, and nothing is invisible', async () => {
  for (const { cell } of cellsOf(await open(hostileReport()))) {
    expect(cell.formula).toBeUndefined();
    expect(cell.hyperlink ?? 'https://').toMatch(/^https:\/\//);
    expect(cell.text).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  }
});

test('text that is longer than a cell may hold is cut', async () => {
  const book = await open(aReport([aPart('A-1', { lines: [aLine(0, 2, 'R'.repeat(40_000))] })]));
  expect(String(book.getWorksheet('All lines')?.getCell('C2').value)).toHaveLength(32_767);
});

test('a reader that goes away ends the work', async () => {
  for await (const chunk of toXlsx(sampleReport())) {
    expect(chunk.length).toBeGreaterThan(0);
    break;
  }
});
