import type { AuditColumn } from '../../../core/report/audit-columns.ts';
import { type Edits, withAttributes } from '../../xlsx/xml/edit.ts';
import type { Span, Tag } from '../../xlsx/xml/tag.ts';
import { addedNames, type SheetLayout } from './sheet-layout.ts';

/** Widths of new columns, in characters. */
const WIDTHS: Readonly<Record<AuditColumn, number>> = {
  'Audit Lifecycle': 24,
  'Audit Match': 18,
  'Audit Last Buy': 14,
  'Audit Days To Last Buy': 22,
  'Audit Matched MPN': 26,
  'Audit Matched Manufacturer': 28,
  'Audit DigiKey PN': 26,
  'Audit Stock': 12,
  'Audit Lead Weeks': 17,
  'Audit Note': 80,
  'Audit As Of': 13,
};

/** A declaration of a range of columns, and where its element stands. */
interface Declared {
  /** Columns from 1, both included. */
  readonly min: number;
  readonly max: number;
  /** Its start tag. */
  readonly xml: string;
  readonly from: number;
  to: number;
  /** What ends the element behind that tag. */
  readonly end: string;
}

/** Declares the widths of the new columns: ranges that hold one of them are cut around it. */
export class ColumnWidths {
  readonly #edits: Edits;
  readonly #layout: SheetLayout;
  readonly #declared: Declared[] = [];
  #list: (Span & { readonly isEmpty: boolean; readonly prefix: string }) | undefined;
  #isDone = false;

  constructor(edits: Edits, layout: SheetLayout) {
    this.#edits = edits;
    this.#layout = layout;
  }

  open(tag: Tag, section: string): void {
    const { from, to, isEmpty, name, prefix } = tag;
    if (this.#isDone) return;
    if (section === 'cols' && name === 'col') {
      const [min, max] = [Number(tag.attribute('min')), Number(tag.attribute('max'))];
      this.#declared.push({ min, max, xml: tag.xml, from, to, end: isEmpty ? '' : `</${prefix}${name}>` });
    } else if (name === 'cols') {
      this.#edits.hold(from);
      this.#list = { from, to, isEmpty, prefix };
    } else if (name === 'sheetData') {
      this.#edits.insert(from, this.#newList(prefix));
      this.#isDone = true;
    }
  }

  close(name: string, { from, to }: Span): void {
    const last = this.#declared.at(-1);
    if (name === 'col' && last !== undefined) last.to = to;
    if (name !== 'cols' || this.#list === undefined || this.#isDone) return;
    if (this.#list.isEmpty) this.#edits.replace(this.#list, this.#newList(this.#list.prefix));
    else this.#declare(this.#list.prefix, from);
    this.#edits.release();
    this.#isDone = true;
  }

  /** Puts the new columns in their place among the others, or at the end of their list. */
  #declare(prefix: string, end: number): void {
    const { first, last } = this.#range();
    let own = this.#newColumns(prefix);
    for (const { min, max, xml, from, to, end: behind } of this.#declared) {
      if (!(max >= first)) continue;
      const piece = (least: number, most: number) =>
        least <= most ? withAttributes(xml, { min: least, max: most }) + behind : '';
      if (min > last) this.#edits.insert(from, own);
      else this.#edits.replace({ from, to }, piece(min, first - 1) + own + piece(last + 1, max));
      own = '';
    }
    this.#edits.insert(end, own);
  }

  #newList(prefix: string): string {
    return `<${prefix}cols>${this.#newColumns(prefix)}</${prefix}cols>`;
  }

  #newColumns(prefix: string): string {
    const { first } = this.#range();
    const columns = addedNames(this.#layout).map((name, index) => {
      const place = first + index;
      return `<${prefix}col min="${place}" max="${place}" width="${WIDTHS[name]}" customWidth="1"/>`;
    });
    return columns.join('');
  }

  /** The new columns, from 1. */
  #range(): { readonly first: number; readonly last: number } {
    const { added } = this.#layout;
    return { first: added[0]! + 1, last: added.at(-1)! + 1 };
  }
}
