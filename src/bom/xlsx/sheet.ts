import type { Row, Sheet, Source } from '../rows.ts';
import { COST } from './budget.ts';
import { MergedCells } from './merged.ts';
import { openWorkbook, type Workbook } from './package.ts';
import type { SheetRef } from './parts.ts';
import { type SheetSurvey, surveySheet } from './survey.ts';
import { isFaulty, readShared, type Shared, shownIn } from './values.ts';
import { type RowElement, SheetWalker } from './worksheet.ts';
import { visitXml, walkXml } from './xml/walk.ts';

/** Cells beyond this column are not read: no BOM is that wide, and a stray cell at XFD would cost its width in each row. */
const WIDEST = 1_000;
/** Rows at the beginning of a sheet that cost more than others. */
const JUDGED = 600;
/** Rows that are handed out at once when they were all gathered before. */
const BATCH = 1_000;

/** The sheets of a workbook; what no sheet needs, the shared strings for one, is read at the first row. */
export async function openSheets(path: string): Promise<Source> {
  const book = await openWorkbook(path);
  let shared: Promise<Shared> | undefined;
  const sharedOnce = () => {
    shared ??= readShared(book);
    return shared;
  };
  return {
    sheets: book.sheets.map((sheet) => sheetOf(book, sheet, sharedOnce)),
    encoding: null,
    close: () => book.close(),
  };
}

function sheetOf(book: Workbook, { name, part, hidden }: SheetRef, shared: () => Promise<Shared>): Sheet {
  let survey: Promise<SheetSurvey> | undefined;
  const surveyOnce = () => {
    survey ??= surveySheet(book, part);
    return survey;
  };
  async function* rows(): AsyncGenerator<readonly Row[]> {
    const known = await surveyOnce();
    const merged = new MergedCells(known.merged);
    const batches = known.isOrdered
      ? orderedRows(book, part, await shared(), known.lastUsed)
      : sortedRows(book, part, await shared());
    let given = 0;
    for await (const batch of batches) {
      const filled = batch.map((row) => merged.fill(row));
      const cells = filled.reduce((sum, row) => sum + row.cells.length, 0);
      book.budget.spend(cells * (given < JUDGED ? COST.judgedCell : COST.cell));
      given += filled.length;
      yield filled;
    }
  }
  return { name, hidden, rows, hiddenColumns: async () => (await surveyOnce()).hiddenColumns };
}

/** The rows that hold something, as the file has them. */
async function* orderedRows(
  book: Workbook,
  part: string,
  shared: Shared,
  last: number,
): AsyncGenerator<readonly Row[]> {
  let ready: Row[] = [];
  let isPast = last === 0;
  const walker = new SheetWalker({
    row(element) {
      const row = fill({ row: element.row, cells: [] }, element, shared);
      if (row.cells.length > 0 || row.faults !== undefined) ready.push(row);
      isPast = element.row >= last;
    },
  });
  for await (const _ of walkXml(book, part, walker)) {
    yield ready;
    ready = [];
    if (isPast) return;
  }
}

/** The same where they are in no order, or in pieces. */
async function* sortedRows(book: Workbook, part: string, shared: Shared): AsyncGenerator<readonly Row[]> {
  const rows = new Map<number, OpenRow>();
  const walker = new SheetWalker({
    row(element) {
      const row = rows.get(element.row) ?? { row: element.row, cells: [] };
      const before = row.cells.length;
      fill(row, element, shared);
      book.budget.spend(COST.cell * (row.cells.length - before));
      if (row.cells.length > 0 || row.faults !== undefined) rows.set(row.row, row);
    },
  });
  await visitXml(book, part, walker);
  const sorted = [...rows.values()].sort((one, other) => one.row - other.row);
  for (let at = 0; at < sorted.length; at += BATCH) yield sorted.slice(at, at + BATCH);
}

interface OpenRow extends Row {
  readonly cells: string[];
  faults?: Map<number, string | null>;
}

/** Puts the cells of an element into its row. */
function fill(row: OpenRow, { cells }: RowElement, shared: Shared): OpenRow {
  for (const cell of cells) {
    const { column } = cell;
    if (!cell.isUsed || column < 0 || column >= WIDEST) continue;
    if (isFaulty(cell)) {
      row.faults ??= new Map();
      row.faults.set(column, cell.text || null);
      continue;
    }
    const text = shownIn(cell, shared);
    if (text === '') continue;
    while (row.cells.length < column) row.cells.push('');
    row.cells[column] = text;
  }
  return row;
}
