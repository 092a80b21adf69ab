import type { SaxesTagPlain } from 'saxes';
import { columnIndex, type Row, type Source } from '../rows.ts';
import { rowNumber } from './absurd.ts';
import { dateStyles, dayOf } from './dates.ts';
import { openWorkbook, type Workbook } from './package.ts';
import { readStrings, unescapeControls } from './strings.ts';
import { attribute, walkXml } from './xml.ts';

/** Cells beyond this column are not read: no BOM is that wide, and a stray cell at XFD would cost its width in each row. */
const WIDEST = 1_000;

/** The sheets of a workbook; what no sheet needs, the shared strings for one, is read at the first row. */
export async function openSheets(path: string): Promise<Source> {
  const book = await openWorkbook(path);
  let shared: Promise<Shared> | undefined;
  const rowsOf = async function* (part: string): AsyncGenerator<readonly Row[]> {
    shared ??= readShared(book);
    yield* readSheet(book, part, await shared);
  };
  return {
    sheets: book.sheets.map(({ name, part, hidden }) => ({ name, hidden, rows: () => rowsOf(part) })),
    encoding: null,
    close: () => book.close(),
  };
}

interface Shared {
  readonly strings: readonly string[];
  readonly dates: ReadonlySet<number>;
}

async function readShared(book: Workbook): Promise<Shared> {
  return { strings: await readStrings(book), dates: await dateStyles(book) };
}

/** The rows that have a value, cells as they are stored: numbers keep their digits, days are `YYYY-MM-DD`. */
function readSheet(book: Workbook, part: string, shared: Shared): AsyncGenerator<Row[]> {
  let ready: Row[] = [];
  let row = 0;
  let cells: string[] = [];
  let cell: Cell = { column: -1, kind: 'n', style: -1 };
  let text = '';
  let taken = false;
  let phonetic = 0;
  const visitor = {
    open(name: string, tag: SaxesTagPlain): void {
      if (name === 'row') {
        row = rowNumber(attribute(tag, 'r'), row);
        cells = [];
        cell = { column: -1, kind: 'n', style: -1 };
      } else if (name === 'c') {
        cell = cellOf(tag, cell.column);
        text = '';
      } else if (name === 'rPh') phonetic++;
      taken = (name === 'v' || name === 't') && phonetic === 0;
    },
    close(name: string): void {
      taken = false;
      if (name === 'rPh') phonetic--;
      else if (name === 'c') place(cells, cell.column, cellValue(cell, text, shared, book.date1904));
      else if (name === 'row' && cells.length > 0) ready.push({ row, cells });
    },
    text(piece: string): void {
      if (taken) text += piece;
    },
  };
  return walkXml(book.stream(part), visitor, () => {
    const batch = ready;
    ready = [];
    return batch;
  });
}

interface Cell {
  readonly column: number;
  readonly kind: string;
  readonly style: number;
}

function cellOf(tag: SaxesTagPlain, before: number): Cell {
  const place = attribute(tag, 'r');
  const column = place === undefined ? before + 1 : columnIndex(place.replace(/\d+$/, ''));
  return { column, kind: attribute(tag, 't') ?? 'n', style: Number(attribute(tag, 's') ?? -1) };
}

function cellValue(cell: Cell, text: string, shared: Shared, date1904: boolean): string {
  if (cell.kind === 's') return shared.strings[Number(text)] ?? '';
  if (cell.kind === 'b') return text === '1' ? 'TRUE' : text === '0' ? 'FALSE' : text;
  if (cell.kind === 'e') return '';
  if (cell.kind !== 'n') return unescapeControls(text);
  return shared.dates.has(cell.style) ? dayOf(text, date1904) : plainNumber(text);
}

/** Whole numbers that are stored with an exponent or a fraction of nothing, in digits. */
function plainNumber(text: string): string {
  if (/^-?\d+$/.test(text)) return text;
  const number = Number(text);
  return text !== '' && Number.isSafeInteger(number) ? String(number) : text;
}

function place(cells: string[], column: number, value: string): void {
  if (value === '' || column < 0 || column >= WIDEST) return;
  while (cells.length < column) cells.push('');
  cells[column] = value;
}
