import type { Severity } from '../words.ts';

/** The columns that an annotated BOM gains at the right end of its table, in this order. */
export const AUDIT_COLUMNS = [
  'Audit Lifecycle',
  'Audit Match',
  'Audit Last Buy',
  'Audit Days To Last Buy',
  'Audit Matched MPN',
  'Audit Matched Manufacturer',
  'Audit DigiKey PN',
  'Audit Stock',
  'Audit Lead Weeks',
  'Audit Note',
  'Audit As Of',
] as const;
export type AuditColumn = (typeof AUDIT_COLUMNS)[number];

/** Text, a number, a calendar day (`YYYY-MM-DD`), or an empty cell. */
export type AuditCell = string | number | { readonly day: string } | null;

/** What one row of the user's BOM gains. Many rows share one object: the rows of one part. */
export interface RowAnnotation {
  readonly severity: Severity;
  readonly cells: Readonly<Record<AuditColumn, AuditCell>>;
}

/** The annotation of one table of a file; `cellsOf` is asked once for each row of the table but its header, in order. */
export interface TableAnnotation {
  /** Null for a text file. */
  readonly sheet: string | null;
  /** 1-based; null when the table has no header, and then no header cells are added. */
  readonly headerRow: number | null;
  /** As in `Bom`: nothing above it changes. */
  readonly firstRow: number;
  readonly cellsOf: (row: number) => RowAnnotation | undefined;
}
