import type { Edit } from '../../xlsx/xml/edit.ts';
import type { Visitor } from '../../xlsx/xml/scanner.ts';
import type { Span, Tag } from '../../xlsx/xml/tag.ts';

/** A list of a styles part, such as that of the fills, where it stands. */
interface FoundList {
  /** Of its start tag. */
  readonly tag: Span;
  readonly isEmpty: boolean;
  readonly prefix: string;
  readonly count: Span | undefined;
  /** Where its end tag begins. */
  end: number;
  readonly items: Span[];
}

const LISTS: ReadonlySet<string> = new Set(['numFmts', 'fills', 'cellXfs']);

/** Finds the lists of a styles part that are added to, and the number formats in them. */
export class StyleFinder implements Visitor {
  readonly lists = new Map<string, FoundList>();
  /** The numbers of the formats by their codes. */
  readonly formats = new Map<string, number>();
  root: { readonly to: number; readonly prefix: string } | undefined;
  #depth = 0;
  #list: FoundList | undefined;

  open(tag: Tag): void {
    this.#depth++;
    const { from, to, name, isEmpty, prefix } = tag;
    if (this.#depth === 1) {
      if (name === 'styleSheet' && !isEmpty) this.root = { to, prefix };
    } else if (this.#depth === 2 && LISTS.has(name)) {
      const count = tag.valueSpan('count');
      this.#list = { tag: { from, to }, isEmpty, prefix, count, end: to, items: [] };
      this.lists.set(name, this.#list);
    } else if (this.#depth === 3 && this.#list !== undefined) {
      this.#list.items.push({ from, to });
      if (name === 'numFmt')
        this.formats.set(tag.attribute('formatCode') ?? '', Number(tag.attribute('numFmtId')));
    }
  }

  close(_: string, { from, to }: Span): void {
    const depth = this.#depth--;
    if (this.#list === undefined) return;
    if (depth === 3) this.#list.items[this.#list.items.length - 1] = { ...this.#list.items.at(-1)!, to };
    if (depth !== 2) return;
    this.#list.end = from;
    this.#list = undefined;
  }
}

/** A list that is added to: what is in it already stays the same item. */
export class GrowingList {
  readonly #name: string;
  readonly #list: FoundList;
  readonly #items: string[];

  constructor(name: string, text: string, list: FoundList) {
    this.#name = name;
    this.#list = list;
    this.#items = list.items.map(({ from, to }) => text.slice(from, to));
  }

  get prefix(): string {
    return this.#list.prefix;
  }

  get first(): string | undefined {
    return this.#items[0];
  }

  /** The index of the item, which is added when there is none like it. */
  add(item: string): number {
    const known = this.#items.indexOf(item);
    return known >= 0 ? known : this.#items.push(item) - 1;
  }

  /** What makes of the list in the text the grown one. */
  edits(): Edit[] {
    const { tag, isEmpty, count, end, items, prefix } = this.#list;
    const added = this.#items.slice(items.length).join('');
    if (added === '') return [];
    if (isEmpty) return [{ ...tag, xml: newList(prefix, this.#name, this.#items) }];
    const counted = count === undefined ? [] : [{ ...count, xml: String(this.#items.length) }];
    return [...counted, { from: end, to: end, xml: added }];
  }
}

/** A list with these items. */
export function newList(prefix: string, name: string, items: readonly string[]): string {
  return `<${prefix}${name} count="${items.length}">${items.join('')}</${prefix}${name}>`;
}
