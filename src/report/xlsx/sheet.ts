import { setImmediate } from 'node:timers/promises';
import type ExcelJS from 'exceljs';
import { type Cell, FONT, put } from './cell.ts';

export type Book = ExcelJS.stream.xlsx.WorkbookWriter;

export interface SheetColumn<Row> {
  readonly name: string;
  /** In characters. */
  readonly width: number;
  readonly align?: 'right';
  /** Days left: coloured when they are few or over. */
  readonly urgent?: true;
  readonly cell: (row: Row) => Cell;
}

export interface SheetTable<Row> {
  readonly name: string;
  readonly columns: readonly SheetColumn<Row>[];
  readonly rows: readonly Row[];
  /** So many columns, from the left, go on paper; the rest would make it unreadable. */
  readonly printed?: number;
  /** Rows that formulas elsewhere find by their place: no filter, since that can sort. */
  readonly fixed?: true;
}

/** Limits of the format; the links with room to spare. */
const MAX_ROWS = 1_048_576;
const MAX_LINKS = 65_000;

/** Points for a line of text, and the lines after which a row grows no more. */
const LINE = 15;
const MAX_LINES = 8;

export const FROZEN: Partial<ExcelJS.WorksheetView> = { state: 'frozen', ySplit: 1 };

export const HEADER: Partial<ExcelJS.Style> = {
  font: { ...FONT, bold: true },
  alignment: { vertical: 'middle', wrapText: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDE8' } },
  border: { bottom: { style: 'thin' } },
};

const RIGHT_HEADER: Partial<ExcelJS.Style> = {
  ...HEADER,
  alignment: { ...HEADER.alignment, horizontal: 'right', indent: 1 },
};

/** A4 and as wide as the paper, with the sheet's name and the page number at the foot. */
export function pageOf(setup: Partial<ExcelJS.PageSetup>): Partial<ExcelJS.AddWorksheetOptions> {
  return {
    pageSetup: {
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...setup,
    },
    headerFooter: { oddFooter: '&L&A&RPage &P of &N' },
  };
}

/** One table with a frozen, filterable header; rows beyond what the format holds are counted in the last one. */
export async function addTable<Row>(book: Book, table: SheetTable<Row>): Promise<void> {
  const { columns, rows } = table;
  const fitting = rows.length < MAX_ROWS ? rows : rows.slice(0, MAX_ROWS - 2);
  const sheet = addSheet(book, table, fitting.length + 1);
  await addRows(sheet, columns, fitting);
  for (const [index, { urgent }] of columns.entries())
    if (urgent && fitting.length > 0) markUrgent(sheet, letterOf(index + 1), fitting.length + 1);
  if (fitting.length < rows.length) {
    put(
      sheet.getRow(MAX_ROWS).getCell(1),
      `${rows.length - fitting.length} more rows are in the csv format of this report`,
    );
  }
  sheet.commit();
}

async function addRows<Row>(
  sheet: ExcelJS.Worksheet,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
): Promise<void> {
  let links = MAX_LINKS;
  for (const [at, row] of rows.entries()) {
    const cells = columns.map(({ cell }) => cell(row));
    const line = sheet.getRow(at + 2);
    for (const [index, cell] of cells.entries()) {
      const linked = isLink(cell);
      put(line.getCell(index + 1), linked && links === 0 ? cell.text : cell);
      links -= linked && links > 0 ? 1 : 0;
    }
    line.height = heightOf(cells, columns);
    line.commit();
    // The library does not wait for its output: this lets what was written drain.
    if (at % 200 === 0) await setImmediate();
  }
}

function addSheet<Row>(
  book: Book,
  { name, columns, fixed, printed = columns.length }: SheetTable<Row>,
  lastRow: number,
): ExcelJS.Worksheet {
  const page = pageOf({
    orientation: 'landscape',
    fitToHeight: 0,
    printTitlesRow: '1:1',
    printArea: `A$1:${letterOf(printed)}$${lastRow}`,
  });
  const sheet = book.addWorksheet(name, { ...page, views: [FROZEN] });
  sheet.columns = columns.map(({ width }) => ({ width }));
  if (!fixed) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  const header = sheet.getRow(1);
  for (const [index, { name: heading, align }] of columns.entries()) {
    const cell = header.getCell(index + 1);
    cell.value = heading;
    cell.style = align === undefined ? HEADER : RIGHT_HEADER;
  }
  header.height = 2 * LINE;
  header.commit();
  return sheet;
}

function isLink(cell: Cell): cell is { text: string; link: string } {
  return cell !== null && typeof cell === 'object' && 'link' in cell && cell.link !== null;
}

/** In points, for the tallest wrapped text: not every program finds it by itself. */
function heightOf<Row>(cells: readonly Cell[], columns: readonly SheetColumn<Row>[]): number {
  const lines = cells.map((cell, index) => {
    return typeof cell === 'string' ? Math.ceil((cell.length * 1.1) / (columns[index]?.width ?? 1)) : 1;
  });
  return LINE * Math.min(MAX_LINES, Math.max(1, ...lines));
}

function markUrgent(sheet: ExcelJS.Worksheet, column: string, lastRow: number): void {
  const rule = (test: string, ink: string, priority: number): ExcelJS.ConditionalFormattingRule => ({
    type: 'expression',
    priority,
    formulae: [`AND(ISNUMBER(${column}2),${column}2<${test})`],
    style: { font: { bold: true, color: { argb: ink } } },
  });
  sheet.addConditionalFormatting({
    ref: `${column}2:${column}${lastRow}`,
    rules: [rule('0', 'FFB0211B', 1), rule('31', 'FF8A5300', 2)],
  });
}

/** `A` for 1, `AA` for 27. */
export function letterOf(column: number): string {
  if (column <= 26) return String.fromCharCode(64 + column);
  return letterOf(Math.floor((column - 1) / 26)) + letterOf(((column - 1) % 26) + 1);
}
