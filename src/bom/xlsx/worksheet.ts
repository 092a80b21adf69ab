import { columnIndex } from '../rows.ts';
import { absurd, rowNumber } from './absurd.ts';
import { RichText } from './richtext.ts';
import type { Visitor } from './xml/scanner.ts';
import type { Span, Tag } from './xml/tag.ts';

/** A cell, and where it stands in its part; places are told in a walk that knows them, and are of no use in others. */
export interface Cell extends Span {
  /** 0-based; -1 for a place that is none. */
  readonly column: number;
  /** The type as written: `n` for a number, `s` for the index of a shared string, `e` for an error, … */
  readonly kind: string;
  /** The index of its style as written. */
  readonly style: string | undefined;
  /** The value or the text as stored. */
  readonly text: string;
  readonly hasFormula: boolean;
  /** True when a value is stored, be it an empty text. */
  readonly hasValue: boolean;
  /** True for a cell that holds anything, struck out or not; one that has a style only is free. */
  readonly isUsed: boolean;
}

/** A `<row>` element where it stands; a row of the sheet may have several, in any order. */
export interface RowElement extends Span {
  /** 1-based. */
  readonly row: number;
  /** The prefix of its tags, with its colon. */
  readonly prefix: string;
  /** Where its start tag ends, and whether that is all of it. */
  readonly tagTo: number;
  readonly isEmpty: boolean;
  /** Where more cells may stand: behind the last one. */
  readonly cellsTo: number;
  /** Its declared range of columns, e.g. `1:8`. */
  readonly spans: { readonly text: string; readonly value: Span } | null;
  readonly cells: readonly Cell[];
}

/** What a walk through a worksheet calls. */
export interface SheetVisitor {
  /** A row begins at that position. */
  rowStart?(from: number): void;
  row?(row: RowElement): void;
  /** A tag outside of rows: a child of the worksheet, or a child of that; `section` is the name of the former. */
  open?(tag: Tag, section: string): void;
  close?(name: string, endTag: Span): void;
}

/** Columns that a sheet has at most. */
export const LAST_COLUMN = 16_384;

/** Says which rows and cells the XML of a worksheet holds: the one place that numbers them, for reading and for writing. */
export class SheetWalker implements Visitor {
  readonly #visitor: SheetVisitor;
  readonly #text = new RichText();
  #depth = 0;
  #section = '';
  #row: Writable<RowElement> | undefined;
  #cells: Cell[] = [];
  #cell: Writable<Cell> | undefined;
  #lastRow = 0;
  #lastColumn = -1;

  constructor(visitor: SheetVisitor) {
    this.#visitor = visitor;
  }

  open(tag: Tag): void {
    this.#depth++;
    if (this.#cell !== undefined) this.#openInCell(this.#cell, tag);
    else if (this.#row !== undefined) this.#openInRow(this.#row, tag);
    else if (this.#depth === 3 && this.#section === 'sheetData' && tag.name === 'row') this.#openRow(tag);
    else if (this.#depth === 2 || this.#depth === 3) {
      if (this.#depth === 2) this.#section = tag.name;
      this.#visitor.open?.(tag, this.#section);
    }
  }

  #openRow(tag: Tag): void {
    this.#lastRow = rowNumber(tag.attribute('r'), this.#lastRow);
    this.#lastColumn = -1;
    this.#cells = [];
    const { from } = tag;
    this.#visitor.rowStart?.(from);
    this.#row = {
      row: this.#lastRow,
      prefix: tag.prefix,
      from,
      tagTo: tag.to,
      isEmpty: tag.isEmpty,
      cellsTo: -1,
      to: -1,
      spans: spansOf(tag),
      cells: this.#cells,
    };
  }

  #openInRow(row: Writable<RowElement>, tag: Tag): void {
    if (this.#depth !== 4) return;
    if (tag.name !== 'c') {
      if (row.cellsTo < 0) row.cellsTo = tag.from;
      return;
    }
    if (this.#cells.length === LAST_COLUMN) throw absurd('a row of more cells than a sheet has columns');
    const place = tag.attribute('r');
    const column = place === undefined ? this.#lastColumn + 1 : columnOf(place);
    this.#lastColumn = column;
    this.#cell = {
      column,
      kind: tag.attribute('t') ?? 'n',
      style: tag.attribute('s'),
      text: '',
      hasFormula: false,
      hasValue: false,
      isUsed: false,
      from: tag.from,
      to: -1,
    };
  }

  #openInCell(cell: Writable<Cell>, tag: Tag): void {
    if (this.#depth === 5) {
      if (tag.name === 'f') cell.hasFormula = cell.isUsed = true;
      else if (tag.name === 'v' || tag.name === 'is') cell.hasValue = true;
    }
    this.#text.open(tag);
  }

  text(text: string): void {
    if (this.#cell === undefined || this.#depth < 5) return;
    if (text !== '') this.#cell.isUsed = true;
    this.#text.add(text);
  }

  close(name: string, endTag: Span): void {
    const depth = this.#depth--;
    if (this.#cell !== undefined) {
      if (depth === 4) this.#closeCell(this.#cell, endTag.to);
      else this.#text.close(name);
    } else if (this.#row !== undefined) {
      if (depth === 3) this.#closeRow(this.#row, endTag);
    } else if (depth === 2 || depth === 3) this.#visitor.close?.(name, endTag);
  }

  #closeCell(cell: Writable<Cell>, to: number): void {
    cell.text = this.#text.take();
    cell.to = to;
    this.#cells.push(cell);
    this.#cell = undefined;
  }

  #closeRow(row: Writable<RowElement>, endTag: Span): void {
    row.to = endTag.to;
    if (row.cellsTo < 0) row.cellsTo = endTag.from;
    this.#row = undefined;
    this.#visitor.row?.(row);
  }
}

type Writable<T> = { -readonly [key in keyof T]: T[key] };

function spansOf(tag: Tag): RowElement['spans'] {
  const value = tag.valueSpan('spans');
  return value === undefined ? null : { text: tag.attribute('spans')!, value };
}

/** The 0-based column of a cell's reference; -1 when it is none. */
function columnOf(reference: string): number {
  let end = reference.length;
  while (end > 0 && isDigit(reference.charCodeAt(end - 1))) end--;
  return columnIndex(end === reference.length ? reference : reference.slice(0, end));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
