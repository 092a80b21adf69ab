import iconv from 'iconv-lite';
import { AUDIT_COLUMNS, type AuditCell, type RowAnnotation } from '../../../core/report/audit-columns.ts';
import type { TextFormat } from '../../text.ts';
import { fieldStart, type RawRecord } from './scan.ts';

/** How new fields are written: all of them in quotes, or those that need it. */
export interface Quoting {
  readonly delimiter: string;
  readonly always: boolean;
}

/** The texts of the record's fields, without their quotes. */
export function readFields(record: RawRecord, format: TextFormat): readonly string[] {
  return rawFields(record, format).map((raw) =>
    isQuoted(raw) ? raw.slice(1, -1).replaceAll('""', '"') : raw,
  );
}

function rawFields(record: RawRecord, { encoding }: TextFormat): readonly string[] {
  return record.fieldEnds.map((end, index) =>
    iconv.decode(record.block.subarray(fieldStart(record, index), end), encoding),
  );
}

/** True when all fields that hold anything are in quotes, so that new ones should be as well. */
export function quotesAll(record: RawRecord, format: TextFormat): boolean {
  const filled = rawFields(record, format).filter((raw) => raw !== '');
  return filled.length > 0 && filled.every(isQuoted);
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

function isQuoted(raw: string): boolean {
  return raw.length > 1 && raw.startsWith('"') && raw.endsWith('"');
}

/** A text that a spreadsheet would take for a formula gets an apostrophe in front; numbers stay numbers. */
function textOf(cell: AuditCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return cell.day;
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
