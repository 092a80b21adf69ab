import { AUDIT_COLUMNS } from '../../core/report/audit-columns.ts';
import { LIFECYCLES, MATCHES } from '../../core/words.ts';

/** The 0-based column of each of the audit columns, in their order; null for those that a table lacks. */
export type Found = readonly (number | null)[];

export const NOT_FOUND: Found = AUDIT_COLUMNS.map(() => null);

/** Where a header has the audit columns already. */
export function findByHeader(header: readonly string[]): Found {
  const names = header.map((name) => name.trim());
  return AUDIT_COLUMNS.map((column) => {
    const at = names.indexOf(column);
    return at < 0 ? null : at;
  });
}

/** Where a row of a table without header has them: they begin with a lifecycle and a match, side by side. */
export function findByContent(row: readonly string[]): Found | null {
  const lifecycles: readonly string[] = LIFECYCLES;
  const matches: readonly string[] = MATCHES;
  const first = row.findIndex((text, at) => lifecycles.includes(text) && matches.includes(row[at + 1] ?? ''));
  return first < 0 ? null : AUDIT_COLUMNS.map((_, index) => first + index);
}

/** The audit columns' places in a table of this width: where they stand already, else at its right end. */
export function placeColumns(found: Found, width: number): readonly number[] {
  let next = width;
  return found.map((column) => column ?? next++);
}

/** Whether a table with these column names has been annotated by us. */
export function isAnnotated(headers: readonly string[]): boolean {
  return !findByHeader(headers).slice(0, 2).includes(null);
}
