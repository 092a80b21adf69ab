import { AuditError } from '../core/errors.ts';
import type { Wanted } from './choose.ts';
import type { Column } from './columns.ts';
import type { ColumnOptions } from './layout.ts';
import { columnIndex, type Sheet } from './rows.ts';

/** What a person may say of a BOM that is not found out rightly. Columns: a header, letters, or a number from 1. */
export interface ReadOptions extends ColumnOptions {
  /** The name of a sheet, or its number from 1. */
  readonly sheet?: string;
  /** 1-based; 0 when there is no header. */
  readonly headerRow?: number;
  /** A name of iconv-lite's; text files only. */
  readonly encoding?: string;
}

/** The sheets to look at: all, or the one that was named; throws `AuditError('input')` when it is not there. */
export function wantedSheets(name: string, sheets: readonly Sheet[], wanted?: string): readonly Sheet[] {
  if (wanted === undefined) return sheets;
  const named = sheets.filter((sheet) => sheet.name === wanted);
  const alike =
    named.length > 0
      ? named
      : sheets.filter((sheet) => sheet.name?.trim().toLowerCase() === wanted.trim().toLowerCase());
  const numbered = /^\d+$/.test(wanted) ? sheets.slice(Number(wanted) - 1, Number(wanted)) : [];
  const found = alike.length > 0 ? alike : numbered;
  if (found.length > 0) return found;
  const names = sheets.map((sheet) => sheet.name).filter((one) => one !== null);
  throw new AuditError('input', `${name} has no sheet "${wanted}"`, {
    hint: names.length === 0 ? 'It is a text file: leave --sheet out.' : `It has: ${names.join(', ')}.`,
  });
}

/** The columns that were named, or the first name that no column of the table has. */
export function wantedColumns(
  columns: readonly Column[],
  options: ReadOptions,
): { readonly wanted: Wanted; readonly missing: string | null } {
  const { mpnColumns = [], manufacturerColumns = [], quantityColumn, designatorColumn } = options;
  const single = [quantityColumn, designatorColumn].filter((one) => one !== undefined);
  const missing = [...mpnColumns, ...manufacturerColumns, ...single].find(
    (one) => find(columns, one).length === 0,
  );
  if (missing !== undefined) return { wanted: {}, missing };
  const all = (names: readonly string[]) => [...new Set(names.flatMap((one) => find(columns, one)))];
  return {
    wanted: {
      ...(mpnColumns.length > 0 ? { mpn: all(mpnColumns) } : {}),
      ...(manufacturerColumns.length > 0 ? { manufacturer: all(manufacturerColumns) } : {}),
      ...(quantityColumn === undefined ? {} : { quantity: find(columns, quantityColumn)[0]! }),
      ...(designatorColumn === undefined ? {} : { designators: find(columns, designatorColumn)[0]! }),
    },
    missing: null,
  };
}

/** All columns with that header, else the one with those letters, else the one with that number; empty when none is. */
function find(columns: readonly Column[], wanted: string): number[] {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
  const headed = columns.filter((column) => plain(column.name) === plain(wanted));
  if (headed.length > 0) return headed.map(({ index }) => index);
  const index = /^\d+$/.test(wanted) ? Number(wanted) - 1 : columnIndex(wanted);
  return columns.some((column) => column.index === index) ? [index] : [];
}
