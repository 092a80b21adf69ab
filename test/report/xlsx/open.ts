import ExcelJS from 'exceljs';
import type { AuditReport } from '../../../src/core/report/report.ts';
import { toXlsx } from '../../../src/report/xlsx/workbook.ts';

/** The workbook of the report, read again. */
export async function open(report: AuditReport): Promise<ExcelJS.Workbook> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of toXlsx(report)) chunks.push(chunk);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.concat(chunks) as unknown as ArrayBuffer);
  return book;
}

export function cellsOf(book: ExcelJS.Workbook): { sheet: string; cell: ExcelJS.Cell }[] {
  const cells: { sheet: string; cell: ExcelJS.Cell }[] = [];
  book.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => cells.push({ sheet: sheet.name, cell }));
    });
  });
  return cells;
}
