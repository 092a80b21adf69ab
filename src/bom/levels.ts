import type { LineItem, Lines } from '../core/bom/line.ts';
import { PackedLines } from '../core/bom/packed-lines.ts';
import type { Choice } from './choose.ts';
import { type Column, quoted, says } from './columns.ts';
import { looksLikeDesignators } from './designators.ts';
import { cellText, type Row } from './rows.ts';
import { countOf, looksLikeMpn } from './shapes.ts';

/** How a BOM of several levels says which lines belong to which assembly. */
export interface Structure {
  /** The depth of a row, 0 or more; null where it does not say. */
  readonly depthOf: (cells: readonly string[]) => number | null;
  /** The outermost rows are the product itself, of which one is audited. */
  readonly hasRoot: boolean;
  /** In a sentence: `column A "Level"`. */
  readonly where: string;
}

/** The structure of a table, by a column of levels, by numbers such as `1.2.3`, or by indented texts; null when it is flat. */
export function structureOf(
  columns: readonly Column[],
  rows: readonly Row[],
  choice: Choice,
): Structure | null {
  const isCounted = choice.quantity !== null && (choice.quantity.column.meaning?.rank ?? 2) > 1;
  if (!isCounted) return null;
  for (const find of [byLevels, byNumbers, byIndents]) {
    const found = find(columns, rows);
    if (found === null) continue;
    const depths = rows.map(({ cells }) => found.depthOf(cells));
    const isNested = depths.some((depth, at) => isBelow(depth, depths[at - 1]));
    const isTrue =
      found.isSure ||
      !rows.some((row, at) => isBelow(depths[at + 1] ?? null, depths[at]) && isPart(row, choice));
    if (isNested && isTrue) return { ...found, hasRoot: hasRoot(depths) };
  }
  return null;
}

interface Found extends Omit<Structure, 'hasRoot'> {
  /** A header says that these are levels. */
  readonly isSure: boolean;
}

function isBelow(depth: number | null, before: number | null | undefined): boolean {
  return depth !== null && before !== null && before !== undefined && depth > before;
}

/** Where `1.1` stands below a part with designators, it is an alternate of that part, and no part of an assembly. */
function isPart({ cells }: Row, { mpn, designators }: Choice): boolean {
  const isPlaced = designators !== null && looksLikeDesignators(cellText(cells, designators.column.index));
  return isPlaced || mpn.some(({ column }) => looksLikeMpn(cellText(cells, column.index)));
}

function hasRoot(depths: readonly (number | null)[]): boolean {
  const known = depths.filter((depth) => depth !== null);
  const least = Math.min(...known);
  return known[0] === least && known.filter((depth) => depth === least).length === 1;
}

/** One column of levels, or one for each level with a mark in the row's own. */
function byLevels(columns: readonly Column[]): Found | null {
  const levels = columns.filter((column) => says(column, 'level') && column.profile.rows > 0);
  const [first] = levels;
  if (first === undefined) return null;
  const depthOf =
    levels.length === 1
      ? (cells: readonly string[]) => levelIn(cellText(cells, first.index))
      : (cells: readonly string[]) => {
          const at = levels.findIndex(({ index }) => cellText(cells, index) !== '');
          return at < 0 ? null : at;
        };
  return { depthOf, isSure: true, where: `column ${quoted(first)}` };
}

/** `2`, `..2`, `L2`, `++` are two. */
function levelIn(text: string): number | null {
  const digits = /^[.\s_*+>-]*(?:l|lvl|level|ebene|stufe|niveau|poziom)?\.?\s*(\d{1,2})$/i.exec(text)?.[1];
  if (digits !== undefined) return Number(digits);
  return /^[.*+>-]{1,12}$/.test(text) ? text.length : null;
}

const NUMBERED = /^\d{1,4}(?:\.\d{1,4})*\.?$/;

/** A column of numbers in which most of those with a point have the number before it above them: `1`, `1.1`, `1.1.1`, `1.2`. */
function byNumbers(columns: readonly Column[]): Found | null {
  const numbered = columns.find(({ meaning, cells, profile }) => {
    if (meaning !== null && meaning.role !== 'item') return false;
    const texts = cells.filter((cell) => cell !== '');
    const inner = texts.filter((text) => text.includes('.'));
    const seen = new Set(texts.map(withoutEnd));
    const hasParent = (text: string) => seen.has(withoutEnd(text).replace(/\.\d+$/, ''));
    const isWhole = texts.length * 2 > profile.rows && texts.every((text) => NUMBERED.test(text));
    return (
      isWhole &&
      seen.size === texts.length &&
      inner.length > 0 &&
      inner.filter(hasParent).length * 5 >= inner.length * 4
    );
  });
  if (numbered === undefined) return null;
  const depthOf = (cells: readonly string[]) => {
    const text = cellText(cells, numbered.index);
    return NUMBERED.test(text) ? withoutEnd(text).split('.').length - 1 : null;
  };
  return { depthOf, isSure: false, where: `column ${quoted(numbered)}` };
}

/** `1.` and `1.0` are the number 1. */
function withoutEnd(text: string): string {
  return text.replace(/(?:\.0?)$/, '');
}

/** A column of names in which rows stand under others by blanks or dots before them, one step at a time. */
function byIndents(columns: readonly Column[], rows: readonly Row[]): Found | null {
  const indented = columns.find((column) => {
    const widths = rows
      .map(({ cells }) => indentOf(cells[column.index] ?? ''))
      .filter((width) => width !== null);
    const steps = [...new Set(widths)].sort((left, right) => left - right);
    const isStepped = widths.every(
      (width, at) => at === 0 || steps.indexOf(width) <= steps.indexOf(widths[at - 1]!) + 1,
    );
    return (
      widths.length * 2 > rows.length &&
      steps.length > 1 &&
      steps[0] === 0 &&
      widths[0] === 0 &&
      isStepped &&
      steps.every((step) => step !== 1)
    );
  });
  if (indented === undefined) return null;
  const depthOf = (cells: readonly string[]) => indentOf(cells[indented.index] ?? '');
  return { depthOf, isSure: false, where: `the indents of column ${quoted(indented)}` };
}

function indentOf(cell: string): number | null {
  if (cell.trim() === '') return null;
  const [indent] = /^(?:[ \t\u00a0\u3000]+|(?:\.\s?)+(?=\p{L}))?/u.exec(cell)!;
  return indent.replace(/\t/g, '    ').replace(/^\./, '..').length;
}

/** By how much the quantity of a line is to be multiplied: those of the assemblies that it is in; null when one is not stated. */
export interface Multiple {
  readonly factor: number | null;
  /** The row of the innermost assembly. */
  readonly of: number;
}

/** Follows the lines of a table from the first to the last, and tells of each in which assembly it is. */
export class Assemblies {
  readonly #structure: Structure;
  readonly #open: { readonly depth: number; readonly row: number; readonly total: number | null }[] = [];
  #isFirst = true;

  constructor(structure: Structure) {
    this.#structure = structure;
  }

  /** Null for a line that stands in none, or in one of which there is one. */
  next(row: number, cells: readonly string[], quantity: string): Multiple | null {
    const depth = this.#structure.depthOf(cells);
    if (depth === null) return null;
    const open = this.#open;
    while (open.length > 0 && open[open.length - 1]!.depth >= depth) open.pop();
    const outer = open[open.length - 1];
    const factor = outer === undefined ? 1 : outer.total;
    const isRoot = this.#isFirst && this.#structure.hasRoot;
    this.#isFirst = false;
    const count = isRoot ? 1 : countOf(quantity);
    open.push({ depth, row, total: factor === null || count === null ? null : factor * count });
    return outer === undefined || factor === 1 ? null : { factor, of: outer.row };
  }
}

/** The lines with the quantities of the whole product. */
export function multiplied(lines: Lines, multiples: ReadonlyMap<number, Multiple>): Lines {
  if (multiples.size === 0) return lines;
  const product = new PackedLines();
  for (const line of lines) product.push(multipliedLine(line, multiples.get(line.row)));
  return product;
}

function multipliedLine(line: LineItem, multiple: Multiple | undefined): LineItem {
  if (multiple === undefined || line.quantity === null) return line;
  const { factor, of } = multiple;
  if (factor === null)
    return {
      ...line,
      quantity: null,
      notes: [
        ...line.notes,
        `It is needed ${line.quantity} times in each assembly of row ${of}, whose own quantity is not stated.`,
      ],
    };
  const quantity = factor * line.quantity;
  return {
    ...line,
    quantity,
    notes: [...line.notes, `Needed ${quantity} times: ${line.quantity} in each of ${factor} (row ${of}).`],
  };
}

/** What a person should know of multiplied quantities. */
export function multipliedWarning(
  structure: Structure | null,
  multiples: ReadonlyMap<number, Multiple>,
): readonly string[] {
  if (structure === null || multiples.size === 0) return [];
  const rows = [...new Set([...multiples.values()].map(({ of }) => of))];
  const shown = rows.slice(0, 5).join(', ') + (rows.length > 5 ? ', …' : '');
  return [
    `Sub-assemblies were found by ${structure.where}: the quantities below row${rows.length === 1 ? '' : 's'} ${shown} were multiplied by theirs.`,
  ];
}
