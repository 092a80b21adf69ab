import { AUDIT_COLUMNS, type AuditCell, type RowAnnotation } from '../../../core/report/audit-columns.ts';
import type { AuditStyles } from './styles.ts';

/** What cells are written with. Without styles, days are written as text. */
export interface CellStyle {
  readonly styles: AuditStyles | null;
  readonly date1904: boolean;
}

/** A cell but for its place: the attributes behind the reference, and what is between the tags. */
interface WrittenCell {
  readonly attributes: string;
  readonly content: string;
}

/** The cells of a row in the order of their columns; undefined for an empty one. */
export type WrittenCells = readonly (WrittenCell | undefined)[];

/** What a spreadsheet takes into one cell. */
const MAX_TEXT = 32_767;
const DAY_MS = 86_400_000;

/** The names of columns, in the style of the table's own header. */
export function headerCells(
  names: readonly string[],
  prefix: string,
  style: string | undefined,
): WrittenCells {
  return names.map((name) => textCell(name, prefix, style));
}

/** The audit cells of one row; never a formula, and the colour says nothing that the word does not say. */
export function writeCells(annotation: RowAnnotation, prefix: string, style: CellStyle): WrittenCells {
  return AUDIT_COLUMNS.map((column) => {
    const isLifecycle = column === 'Audit Lifecycle';
    const fill = isLifecycle ? style.styles?.severity[annotation.severity] : undefined;
    return writeCell(annotation.cells[column], prefix, style, fill);
  });
}

function writeCell(
  cell: AuditCell,
  prefix: string,
  style: CellStyle,
  fill?: number,
): WrittenCell | undefined {
  if (cell === null || cell === '') return undefined;
  if (typeof cell === 'string') return textCell(cell, prefix, fill?.toString());
  if (typeof cell === 'number') return { attributes: '', content: `<${prefix}v>${cell}</${prefix}v>` };
  if (style.styles === null) return textCell(cell.day, prefix, undefined);
  const serial = serialDay(cell.day, style.date1904);
  return { attributes: ` s="${style.styles.day}"`, content: `<${prefix}v>${serial}</${prefix}v>` };
}

function textCell(text: string, prefix: string, style: string | undefined): WrittenCell {
  const styled = style === undefined ? '' : ` s="${style}"`;
  const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : '';
  const inside = `<${prefix}t${space}>${escapeText(text.slice(0, MAX_TEXT))}</${prefix}t>`;
  return { attributes: `${styled} t="inlineStr"`, content: `<${prefix}is>${inside}</${prefix}is>` };
}

/** The day as spreadsheets count it, from 1900 or 1904. */
function serialDay(day: string, date1904: boolean): number {
  return (Date.parse(day) - Date.UTC(date1904 ? 1904 : 1899, date1904 ? 0 : 11, date1904 ? 1 : 30)) / DAY_MS;
}

/**
 * Text for XML in any encoding: beyond ASCII by number, without what XML 1.0 forbids. What looks like the
 * spreadsheets' own escape of a character (`_x0041_`) is escaped itself.
 */
export function escapeText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[^\t\n\x20-\x7e]|[&<>]/gu, (character) => {
      const code = character.codePointAt(0)!;
      const isForbidden =
        (code < 0x20 && character !== '\r') ||
        (code >= 0xd800 && code < 0xe000) ||
        code === 0xfffe ||
        code === 0xffff;
      return isForbidden ? '' : `&#${code};`;
    });
}
