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

export interface SheetTable<Row> {
  readonly name: string;
  readonly columns: readonly SheetColumn<Row>[];
  readonly rows: readonly Row[];
  /** So many columns, from the left, go on paper; the rest would make it unreadable. */
  readonly printed?: number;
}

/** Limits of the format. */
const MAX_ROWS = 1_048_576;
const MAX_TEXT = 32_767;
const MAX_LINKS = 65_000;
const MAX_ADDRESS = 2_000;

export const FONT = { name: 'Calibri', family: 2, size: 11 } as const;
const LINE = 15;
const MAX_LINES = 8;

const FORMAT = { literal: '@', number: '#,##0', day: 'yyyy-mm-dd', instant: 'yyyy-mm-dd hh:mm' } as const;
const INK: Readonly<Record<Severity, { readonly text: string; readonly fill: string }>> = {
  fail: { text: 'FF8A1A15', fill: 'FFF9DEDC' },
  warn: { text: 'FF6B4200', fill: 'FFFCEBCB' },
  ok: { text: 'FF17502F', fill: 'FFDDF0E3' },
  waived: { text: 'FF433F6B', fill: 'FFE6E4F3' },
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
export async function addTable<Row>(
  book: Book,
  { name, columns, rows, printed = columns.length }: SheetTable<Row>,
): Promise<void> {
  const fitting = rows.length < MAX_ROWS ? rows : rows.slice(0, MAX_ROWS - 2);
  const page = pageOf({
    orientation: 'landscape',
    fitToHeight: 0,
    printTitlesRow: '1:1',
    printArea: `A$1:${letterOf(printed)}$${fitting.length + 1}`,
  });
  const sheet = book.addWorksheet(name, { ...page, views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map((column) => ({
    header: column.name,
    width: column.width,
    style: styleOf(column),
  }));
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  styleHeader(sheet.getRow(1), columns);
  const links = { left: MAX_LINKS };
  for (const [at, row] of fitting.entries()) {
    const line = sheet.getRow(at + 2);
    const cells = columns.map(({ cell }) => cell(row));
    for (const [index, cell] of cells.entries()) put(line.getCell(index + 1), cell, links);
    line.height = heightOf(cells, columns);
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
  target.font = { ...FONT, color: { argb: 'FF1D4F91' }, underline: true };
}

function mark(target: ExcelJS.Cell, severity: Severity): void {
  target.value = SEVERITY_WORDING[severity].label;
  target.font = { ...FONT, bold: true, color: { argb: INK[severity].text } };
  target.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: INK[severity].fill } };
}

function text(value: string): string {
  return clip(visible(value), MAX_TEXT);
}

function moment(instant: string): Date | null {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** In points, for the tallest wrapped text: not every program finds it by itself. */
function heightOf<Row>(cells: readonly Cell[], columns: readonly SheetColumn<Row>[]): number {
  const lines = cells.map((cell, index) => {
    return typeof cell === 'string' ? Math.ceil((cell.length * 1.1) / (columns[index]?.width ?? 1)) : 1;
  });
  return LINE * Math.min(MAX_LINES, Math.max(1, ...lines));
}

function letterOf(column: number): string {
  return String.fromCharCode(64 + column);
}

function styleOf<Row>({ kind }: SheetColumn<Row>): Partial<ExcelJS.Style> {
  const style: Partial<ExcelJS.Style> = {
    font: FONT,
    alignment: isText(kind)
      ? { vertical: 'top', wrapText: true }
      : { vertical: 'top', horizontal: 'right', indent: 1 },
    border: { bottom: { style: 'thin', color: { argb: 'FFDCDCD6' } } },
  };
  return kind === undefined ? style : { ...style, numFmt: FORMAT[kind] };
}

function isText(kind: SheetColumn<never>['kind']): boolean {
  return kind === undefined || kind === 'literal';
}

function styleHeader<Row>(row: ExcelJS.Row, columns: readonly SheetColumn<Row>[]): void {
  for (const [index, { kind }] of columns.entries()) {
    const cell = row.getCell(index + 1);
    cell.numFmt = 'General';
    cell.font = { ...FONT, bold: true };
    cell.alignment = {
      vertical: 'middle',
      wrapText: true,
      ...(isText(kind) ? {} : { horizontal: 'right', indent: 1 }),
    };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDE8' } };
    cell.border = { bottom: { style: 'thin' } };
  }
  row.height = 2 * LINE;
  row.commit();
}
