import { columnIndex, columnLetter } from '../../rows.ts';

/** A cell in the XML of its row. */
export interface RawCell {
  /** 0-based. */
  readonly column: number;
  readonly start: number;
  readonly end: number;
  /** The attributes of its tag as they stand. */
  readonly attributes: string;
  /** What is between its tags; empty for a cell without value. */
  readonly content: string;
}

/** The cells of a row in their order; those without a reference follow the one before. */
export function readCells(row: string, prefix: string): readonly RawCell[] {
  const cells: RawCell[] = [];
  const open = new RegExp(`<${prefix}c(\\s[^>]*?)?(/?)>`, 'g');
  const close = `</${prefix}c>`;
  let column = -1;
  for (let tag = open.exec(row); tag !== null; tag = open.exec(row)) {
    const attributes = tag[1] ?? '';
    column = columnOf(attributes) ?? column + 1;
    const inside = open.lastIndex;
    const outside = tag[2] === '/' ? inside : row.indexOf(close, inside);
    if (outside < 0) break;
    const end = tag[2] === '/' ? inside : outside + close.length;
    cells.push({ column, start: tag.index, end, attributes, content: row.slice(inside, outside) });
    open.lastIndex = end;
  }
  return cells;
}

/** The 0-based column of a cell's reference. */
function columnOf(attributes: string): number | undefined {
  const letters = attribute(attributes, 'r')?.replace(/\d+$/, '');
  return letters === undefined ? undefined : columnIndex(letters);
}

/** The column of the row's last cell, whether used or not; beyond all when its place is not written. */
export function lastColumn(row: string, prefix: string): number {
  const at = row.lastIndexOf(`<${prefix}c `);
  return at < 0 ? -1 : (columnOf(row.slice(at, row.indexOf('>', at))) ?? Number.POSITIVE_INFINITY);
}

/** True for a cell with a value or a formula; cells that have a style only are free. */
export function isUsed({ content }: RawCell): boolean {
  return /<(?:[\w.-]+:)?(?:f[\s>/]|v>[^<]|v\s[^>]*>[^<]|is>)/.test(content);
}

/** The value of an attribute as it stands in the XML. */
export function attribute(attributes: string, name: string): string | undefined {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(attributes)
    ?.slice(1)
    .find((value) => value !== undefined);
}

/** A rectangle of cells, all 0-based and inclusive. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Reads `A1:K20` or `A1`; undefined for anything else, e.g. whole columns. */
export function readArea(reference: string): Area | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(reference);
  if (match === null) return undefined;
  const [, left = '', top, right = left, bottom = top] = match;
  return {
    left: columnIndex(left),
    top: Number(top) - 1,
    right: columnIndex(right),
    bottom: Number(bottom) - 1,
  };
}

/** The inverse of `readArea`. */
export function writeArea({ left, top, right, bottom }: Area): string {
  return `${columnLetter(left)}${top + 1}:${columnLetter(right)}${bottom + 1}`;
}
