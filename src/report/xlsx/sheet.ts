import { setImmediate } from 'node:timers/promises';
import type ExcelJS from 'exceljs';
import type { Severity } from '../../core/words.ts';
import { clip, visible, webAddress } from '../text.ts';
import { SEVERITY_WORDING } from '../words.ts';

export type Book = ExcelJS.stream.xlsx.WorkbookWriter;

/** What a cell may hold: never a formula. A `day` is `YYYY-MM-DD`, an `instant` ISO 8601 in UTC. */
export type Cell =
  | string
  | number
  | null
  | { readonly day: string }
  | { readonly instant: string }
  | { readonly severity: Severity }
  | { readonly text: string; readonly link: string | null };

export interface SheetColumn<Row> {
  readonly name: string;
  /** In characters. */
  readonly width: number;
  /** `literal`: text that a spreadsheet must not read as anything else, like a part number. */
  readonly kind?: 'literal' | 'number' | 'day' | 'instant';
  readonly cell: (row: Row) => Cell;
}

/** Limits of the format. */
const MAX_ROWS = 1_048_576;
const MAX_TEXT = 32_767;
const MAX_LINKS = 65_000;
const MAX_ADDRESS = 2_000;

const FORMAT = { literal: '@', number: '#,##0', day: 'yyyy-mm-dd', instant: 'yyyy-mm-dd hh:mm' } as const;
const INK: Readonly<Record<Severity, { readonly text: string; readonly fill: string }>> = {
  fail: { text: 'FF8A1A15', fill: 'FFF9DEDC' },
  warn: { text: 'FF6B4200', fill: 'FFFCEBCB' },
  ok: { text: 'FF17502F', fill: 'FFDDF0E3' },
  waived: { text: 'FF433F6B', fill: 'FFE6E4F3' },
};

/** Landscape, as wide as the paper, with the page number; `titles` is a row that each page repeats. */
export function pageOf(titles?: string): Partial<ExcelJS.AddWorksheetOptions> {
  return {
    pageSetup: {
      orientation: 'landscape',
      paperSize: 9,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(titles === undefined ? {} : { printTitlesRow: titles }),
    },
    headerFooter: { oddFooter: '&L&A&RPage &P of &N' },
  };
}

/** One table with a frozen, filterable header; rows beyond what the format holds are counted in the last one. */
export async function addTable<Row>(
  book: Book,
  name: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
): Promise<void> {
  const sheet = book.addWorksheet(name, { ...pageOf('1:1'), views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((column) => ({
    header: column.name,
    width: column.width,
    style: styleOf(column),
  }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  styleHeader(sheet.getRow(1), columns.length);
  const links = { left: MAX_LINKS };
  const fitting = rows.length < MAX_ROWS ? rows : rows.slice(0, MAX_ROWS - 2);
  for (const [at, row] of fitting.entries()) {
    const line = sheet.getRow(at + 2);
    columns.forEach(({ cell }, index) => {
      put(line.getCell(index + 1), cell(row), links);
    });
    line.commit();
    // The library does not wait for its output: this lets what was written drain.
    if (at % 200 === 0) await setImmediate();
  }
  if (fitting.length < rows.length) {
    sheet.getRow(MAX_ROWS).getCell(1).value = `${rows.length - fitting.length} more rows are in report.csv`;
  }
  sheet.commit();
}

/** Writes a value with its type; what comes from BOMs and answers stays text, shown on its own terms. */
export function put(target: ExcelJS.Cell, cell: Cell, links = { left: MAX_LINKS }): void {
  if (cell === null || cell === '') return;
  if (typeof cell === 'number') target.value = cell;
  else if (typeof cell === 'string') target.value = text(cell);
  else if ('day' in cell) target.value = moment(`${cell.day}T00:00:00Z`) ?? text(cell.day);
  else if ('instant' in cell) target.value = moment(cell.instant) ?? text(cell.instant);
  else if ('severity' in cell) mark(target, cell.severity);
  else putLink(target, cell, links);
}

function putLink(
  target: ExcelJS.Cell,
  cell: { text: string; link: string | null },
  links: { left: number },
): void {
  const address = webAddress(cell.link);
  if (address === null || address.length > MAX_ADDRESS || links.left === 0) {
    target.value = text(cell.text);
    return;
  }
  links.left -= 1;
  target.value = { text: text(cell.text), hyperlink: address };
  target.font = { color: { argb: 'FF1D4F91' }, underline: true };
}

function mark(target: ExcelJS.Cell, severity: Severity): void {
  target.value = SEVERITY_WORDING[severity].label;
  target.font = { bold: true, color: { argb: INK[severity].text } };
  target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: INK[severity].fill } };
}

function text(value: string): string {
  return clip(visible(value), MAX_TEXT);
}

function moment(instant: string): Date | null {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? null : date;
}

function styleOf<Row>({ kind }: SheetColumn<Row>): Partial<ExcelJS.Style> {
  const alignment = { vertical: 'top', wrapText: kind === undefined || kind === 'literal' } as const;
  return kind === undefined ? { alignment } : { alignment, numFmt: FORMAT[kind] };
}

function styleHeader(row: ExcelJS.Row, columns: number): void {
  for (let index = 1; index <= columns; index += 1) {
    const cell = row.getCell(index);
    cell.numFmt = 'General';
    cell.font = { bold: true };
    cell.alignment = { vertical: 'middle', wrapText: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDE8' } };
    cell.border = { bottom: { style: 'thin' } };
  }
  row.commit();
}
