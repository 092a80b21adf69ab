import type { TableAnnotation } from '../../../core/annotation.ts';
import { AuditError } from '../../../core/errors.ts';
import type { Workbook } from '../../xlsx/package.ts';
import type { SheetRef } from '../../xlsx/parts.ts';
import { type Found, findByContent, findByHeader, NOT_FOUND, placeColumns } from '../columns.ts';
import { type Area, attribute, isUsed, lastColumn, type RawCell, readArea, readCells } from './cells.ts';
import { mapSheet } from './scan.ts';
import { stringsAt } from './strings.ts';
import { type SheetTable, tablesOf } from './tables.ts';

/** Where the audit cells of a worksheet go. */
export interface SheetLayout {
  /** The 0-based column of each audit column, in their order. */
  readonly columns: readonly number[];
  /** Those of them that the sheet did not have before: side by side, at the right end. */
  readonly added: readonly number[];
  /** 1-based; null when the table has none. */
  readonly headerRow: number | null;
  /** 1-based: where the table begins, with its header or with parts above it. */
  readonly firstRow: number;
  readonly lastRow: number;
  /** The style of the header's last cell, as its attribute has it. */
  readonly headerStyle: string | undefined;
  readonly tables: readonly SheetTable[];
}

/** Rows of a table without header that are searched for the cells of an earlier run. */
const SEARCHED_ROWS = 200;
const MAX_COLUMNS = 16_384;

/** Reads the whole sheet once: new columns stand to the right of all that is in rows of the table. */
export async function surveySheet(
  workbook: Workbook,
  sheet: SheetRef,
  { headerRow, firstRow }: Pick<TableAnnotation, 'headerRow' | 'firstRow'>,
): Promise<SheetLayout> {
  const used = await readUsed(workbook, sheet.part, headerRow, firstRow);
  const tables = await tablesOf(workbook, sheet.part);
  const found = findColumns(await textsOf(workbook, used.searched), headerRow);
  const edges = [...tables.map(({ area }) => area), ...mergesOf(used.tail)]
    .filter(({ bottom, right }) => bottom + 1 >= firstRow && right + found.length < MAX_COLUMNS)
    .map(({ right }) => right + 1);
  const columns = placeColumns(found, Math.max(used.width, ...edges));
  if (Math.max(...columns) >= MAX_COLUMNS) {
    throw new AuditError('output', `sheet ${sheet.name} has no room for the audit columns`, {
      hint: 'Clear its last columns: something stands in them.',
    });
  }
  const lastOfHeader = headerRow === null ? undefined : used.searched[0]?.at(-1);
  return {
    columns,
    added: columns.filter((_, index) => found[index] === null),
    headerRow,
    firstRow,
    lastRow: used.lastRow,
    headerStyle: attribute(lastOfHeader?.attributes ?? '', 's'),
    tables,
  };
}

interface UsedCells {
  readonly lastRow: number;
  /** Columns up to the last that holds anything in a row that may be annotated. */
  readonly width: number;
  /** The header's used cells, or those of the first rows when there is no header. */
  readonly searched: readonly (readonly RawCell[])[];
  readonly tail: string;
}

async function readUsed(
  workbook: Workbook,
  part: string,
  headerRow: number | null,
  firstRow: number,
): Promise<UsedCells> {
  const seen = { width: 0, lastRow: firstRow, searched: [] as RawCell[][], tail: '', prefix: '' };
  const visitor = {
    head(_: string, prefix: string) {
      seen.prefix = prefix;
      return '';
    },
    row(xml: string, row: number) {
      seen.lastRow = Math.max(seen.lastRow, row);
      const isSearched = headerRow === null ? seen.searched.length < SEARCHED_ROWS : row === headerRow;
      if (row < firstRow || (!isSearched && lastColumn(xml, seen.prefix) < seen.width)) return '';
      const cells = readCells(xml, seen.prefix).filter(isUsed);
      seen.width = Math.max(seen.width, ...cells.map(({ column }) => column + 1));
      if (isSearched) seen.searched.push(cells);
      return '';
    },
    tail(xml: string) {
      seen.tail = xml;
      return '';
    },
  };
  for await (const _ of mapSheet(workbook.stream(part), visitor));
  return seen;
}

/** The texts of cells by their column. */
async function textsOf(workbook: Workbook, rows: readonly (readonly RawCell[])[]): Promise<string[][]> {
  const indexOf = (cell: RawCell) =>
    attribute(cell.attributes, 't') === 's' ? Number(plainText(cell)) : undefined;
  const wanted = new Set(
    rows
      .flat()
      .map(indexOf)
      .filter((index) => index !== undefined),
  );
  const strings = await stringsAt(workbook, wanted);
  return rows.map((cells) => {
    const texts: string[] = [];
    for (const cell of cells) texts[cell.column] = strings.get(indexOf(cell) ?? -1) ?? plainText(cell);
    return Array.from(texts, (text) => text ?? '');
  });
}

function plainText({ content }: RawCell): string {
  return content.replace(/<[^>]*>/g, '');
}

function findColumns(rows: readonly (readonly string[])[], headerRow: number | null): Found {
  if (headerRow !== null) return findByHeader(rows[0] ?? []);
  return rows.map(findByContent).find((found) => found !== null) ?? NOT_FOUND;
}

function mergesOf(tail: string): readonly Area[] {
  const merges = tail.matchAll(/<(?:[\w.-]+:)?mergeCell\s([^>]*)>/g);
  return Array.from(merges, ([, attributes = '']) => readArea(attribute(attributes, 'ref') ?? '')).filter(
    (area) => area !== undefined,
  );
}
