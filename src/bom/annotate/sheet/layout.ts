import { AuditError } from '../../../core/errors.ts';
import type { TableAnnotation } from '../../../core/report/audit-columns.ts';
import { LAST_ROW } from '../../xlsx/absurd.ts';
import type { Workbook } from '../../xlsx/package.ts';
import type { SheetRef } from '../../xlsx/parts.ts';
import { readStrings } from '../../xlsx/strings.ts';
import { surveySheet } from '../../xlsx/survey.ts';
import { shownIn } from '../../xlsx/values.ts';
import { type Cell, LAST_COLUMN, type RowElement } from '../../xlsx/worksheet.ts';
import { type Found, findByContent, findByHeader, NOT_FOUND, placeColumns } from '../columns.ts';
import type { SheetLayout } from './sheet-layout.ts';
import { readTables } from './tables.ts';

/** Rows of a table without header that are searched for the cells of an earlier run. */
const SEARCHED_ROWS = 200;

/** Reads the whole sheet once: new columns stand to the right of all that is in rows of the table. */
export async function layOut(
  workbook: Workbook,
  sheet: SheetRef,
  { headerRow, firstRow }: Pick<TableAnnotation, 'headerRow' | 'firstRow'>,
): Promise<SheetLayout> {
  const used = new UsedCells(headerRow, firstRow);
  const { merged, isOrdered } = await surveySheet(workbook, sheet.part, { row: (row) => used.see(row) });
  const tables = await readTables(workbook, sheet.part);
  const found = findColumns(await textsOf(workbook, used.searched), headerRow);
  const edges = [...tables.map(({ area }) => area), ...merged]
    .filter(({ bottom, right }) => bottom + 1 >= firstRow && right + found.length < LAST_COLUMN)
    .map(({ right }) => right + 1);
  const columns = placeColumns(
    found,
    edges.reduce((one, other) => Math.max(one, other), used.width),
  );
  if (Math.max(...columns) >= LAST_COLUMN) {
    throw new AuditError('output', `sheet ${sheet.name} has no room for the audit columns`, {
      hint: 'Clear its last columns: something stands in them.',
    });
  }
  return {
    columns,
    added: columns.filter((_, index) => found[index] === null),
    headerRow,
    firstRow,
    lastRow: used.lastRow,
    elements: used.elements,
    isOrdered,
    headerStyle: headerRow === null ? undefined : lastOf(used.searched[0])?.style,
    tables,
  };
}

/** What the rows of a table use of their sheet. */
class UsedCells {
  /** Columns up to the last that holds anything in a row of the table. */
  width = 0;
  lastRow: number;
  readonly elements = new Uint32Array(LAST_ROW + 1);
  /** The header's used cells, or those of the first rows when there is no header. */
  readonly searched: Cell[][] = [];
  readonly #headerRow: number | null;
  readonly #firstRow: number;

  constructor(headerRow: number | null, firstRow: number) {
    this.#headerRow = headerRow;
    this.#firstRow = firstRow;
    this.lastRow = firstRow;
  }

  see({ row, cells }: RowElement): void {
    this.elements[row]!++;
    this.lastRow = Math.max(this.lastRow, row);
    if (row < this.#firstRow) return;
    const used = cells.filter(({ isUsed }) => isUsed);
    for (const { column } of used) this.width = Math.max(this.width, column + 1);
    if (this.#headerRow === row) this.searched[0] = [...(this.searched[0] ?? []), ...used];
    else if (this.#headerRow === null && this.searched.length < SEARCHED_ROWS) this.searched.push(used);
  }
}

function lastOf(cells: readonly Cell[] = []): Cell | undefined {
  return cells.reduce<Cell | undefined>(
    (last, cell) => (last && last.column > cell.column ? last : cell),
    undefined,
  );
}

/** The texts of cells by their column. */
async function textsOf(workbook: Workbook, rows: readonly (readonly Cell[])[]): Promise<string[][]> {
  const last = rows
    .flat()
    .reduce((most, { kind, text }) => (kind === 's' ? Math.max(most, Number(text)) : most), -1);
  const strings = last < 0 ? [] : await readStrings(workbook, last);
  const shared = { strings, numberStyles: [], date1904: workbook.date1904 };
  return rows.map((cells) => {
    const texts: string[] = [];
    for (const cell of cells) texts[cell.column] = shownIn(cell, shared);
    return Array.from(texts, (text) => text ?? '');
  });
}

function findColumns(rows: readonly (readonly string[])[], headerRow: number | null): Found {
  if (headerRow !== null) return findByHeader(rows[0] ?? []);
  return rows.map(findByContent).find((found) => found !== null) ?? NOT_FOUND;
}
