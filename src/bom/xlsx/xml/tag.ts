import type { SaxesTagPlain } from 'saxes';

/** A stretch of the text of a part: code units from its beginning, the last one not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where a tag stands: found out by the position of the parser behind it, when asked; without the text at hand only `to` is known. */
export class TagPlace implements Span {
  to = 0;
  /** The text that is at hand, and where it begins. */
  text = '';
  base = 0;

  /** No attribute of a tag holds another `<`. */
  get from(): number {
    return this.base + this.text.lastIndexOf('<', this.to - 1 - this.base);
  }

  /** The tag as it stands. */
  get xml(): string {
    return this.text.slice(this.from - this.base, this.to - this.base);
  }
}

const NO_TAG: SaxesTagPlain = { name: '', attributes: {}, isSelfClosing: false };

/** A start tag where it stands. One object is used for all tags of a part: it is good until the next one. */
export class Tag extends TagPlace {
  /** Without its prefix: producers differ in theirs. */
  name = '';
  #tag = NO_TAG;
  /** Where the attributes end, in the order of the text; those of a longer tag may stand behind. */
  readonly #ends: number[] = [];
  #count = 0;

  /** An attribute of the tag to come ends there. */
  addAttribute(end: number): void {
    this.#ends[this.#count++] = end;
  }

  /** The tag is whole. */
  set(tag: SaxesTagPlain, to: number): void {
    this.#count = 0;
    this.#tag = tag;
    this.name = localName(tag.name);
    this.to = to;
  }

  /** With its colon; empty without one. */
  get prefix(): string {
    return this.#tag.name.slice(0, this.#tag.name.indexOf(':') + 1);
  }

  /** True for `<a/>`. */
  get isEmpty(): boolean {
    return this.#tag.isSelfClosing;
  }

  /** The value of the attribute of that name. */
  attribute(name: string): string | undefined {
    return this.#tag.attributes[name];
  }

  /** The value of the first attribute whose name has that ending, such as `:id`. */
  attributeThatEnds(ending: string): string | undefined {
    return Object.entries(this.#tag.attributes).find(([name]) => name.endsWith(ending))?.[1];
  }

  /** Where the value of an attribute stands between its quotes, which it holds none of. */
  valueSpan(name: string): Span | undefined {
    if (this.text === '') return undefined;
    const place = Object.keys(this.#tag.attributes).indexOf(name);
    if (place < 0) return undefined;
    const close = this.#ends[place]! - 1 - this.base;
    return {
      from: this.base + this.text.lastIndexOf(this.text[close]!, close - 1) + 1,
      to: this.base + close,
    };
  }
}

/** The name without its prefix. */
export function localName(name: string): string {
  const local = name.indexOf(':') + 1;
  return local === 0 ? name : name.slice(local);
}
