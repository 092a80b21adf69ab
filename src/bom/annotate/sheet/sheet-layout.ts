import { AUDIT_COLUMNS, type AuditColumn } from '../../../core/report/audit-columns.ts';
import type { Area } from '../../xlsx/area.ts';

/** A table (list object) that lies on a worksheet. */
export interface SheetTable {
  readonly part: string;
  readonly area: Area;
  /** True for one that has a header of its own and no source elsewhere: its columns may be added to. */
  readonly canGrow: boolean;
  readonly columns: number;
  readonly lastId: number;
}

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
  /** How many elements each row of the sheet has, by its number. */
  readonly elements: Uint32Array;
  /** False when a row stands before another one in the file and not in the sheet, or has several elements. */
  readonly isOrdered: boolean;
  /** The style of the header's last cell, as its attribute has it. */
  readonly headerStyle: string | undefined;
  readonly tables: readonly SheetTable[];
}

/** The names of the columns that the sheet did not have before. */
export function addedNames({ columns, added }: SheetLayout): readonly AuditColumn[] {
  return AUDIT_COLUMNS.filter((_, index) => added.includes(columns[index]!));
}
