import { AUDIT_COLUMNS, type AuditCell, type RowAnnotation } from '../../../core/report/audit-columns.ts';

/** How new fields are written: all of them in quotes, or those that need it. */
export interface Quoting {
  readonly delimiter: string;
  readonly always: boolean;
}

/** The audit cells of a row as fields, in the order of the audit columns. */
export function annotationFields(annotation: RowAnnotation, quoting: Quoting): readonly string[] {
  return AUDIT_COLUMNS.map((column) => writeField(textOf(annotation.cells[column]), quoting));
}

/** A text as one field. */
export function writeField(text: string, { delimiter, always }: Quoting): string {
  const isPlain = !always && !text.includes(delimiter) && !/["\r\n]|^\s|\s$/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}

/** A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers. */
function textOf(cell: AuditCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return cell.day;
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
