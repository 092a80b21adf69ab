import { malformed } from '../absurd.ts';
import { type ElementName, Names } from './names.ts';
import { unescapeValue } from './text.ts';

/** A stretch of the text of a part: code units from its beginning, the last one not included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A start tag where it stands. One object is used for all tags of a part: it is good until the next one. */
export class Tag implements Span {
  element: ElementName = { full: '', local: '', prefix: '' };
  from = 0;
  to = 0;
  /** True for `<a/>`. */
  isEmpty = false;
  readonly #names = new Names();
  #text = '';
  #base = 0;
  /** Four places in the text for each attribute: of its name and of its value. Those of a longer tag may stand behind. */
  readonly #places: number[] = [];
  #count = 0;

  /** As `ElementName.local`. */
  get name(): string {
    return this.element.local;
  }

  /** The tag as it stands. */
  get xml(): string {
    return this.#text.slice(this.from - this.#base, this.to - this.#base);
  }

  /** Reads the tag that begins at `at`; where it ends, or -1 when the text ends within it. `base` is the position of the text. */
  read(text: string, at: number, base: number): number {
    this.#text = text;
    this.#base = base;
    this.#count = 0;
    const name = nameEnd(text, at + 1);
    const end = this.#readRest(text, name);
    if (end < 0) return end;
    this.element = this.#names.at(text, at + 1, name);
    if (this.name === '') throw malformed();
    this.from = base + at;
    this.to = base + end;
    return end;
  }

  /** The attributes and the end of the tag. */
  #readRest(text: string, from: number): number {
    for (let at = from; at >= 0; ) {
      const next = skipSpace(text, at);
      const code = text.charCodeAt(next);
      if (code === GREATER || code === SLASH) return this.#readEnd(text, next, code === SLASH);
      if (next === text.length) return -1;
      if (next === at) throw malformed();
      at = this.#readAttribute(text, next);
    }
    return -1;
  }

  #readEnd(text: string, at: number, isEmpty: boolean): number {
    this.isEmpty = isEmpty;
    if (!isEmpty) return at + 1;
    if (at + 1 === text.length) return -1;
    if (text.charCodeAt(at + 1) !== GREATER) throw malformed();
    return at + 2;
  }

  #readAttribute(text: string, name: number): number {
    const nameTo = nameEnd(text, name);
    const equals = skipSpace(text, nameTo);
    const open = skipSpace(text, equals + 1);
    if (open >= text.length) return -1;
    const quote = text.charCodeAt(open);
    if (nameTo === name || text.charCodeAt(equals) !== EQUALS || !(quote === QUOTE || quote === APOSTROPHE))
      throw malformed();
    let at = open + 1;
    for (let code = text.charCodeAt(at); code !== quote; code = text.charCodeAt(++at)) {
      if (code === LESS) throw malformed();
      if (at >= text.length) return -1;
    }
    const places = this.#places;
    places[this.#count++] = name;
    places[this.#count++] = nameTo;
    places[this.#count++] = open + 1;
    places[this.#count++] = at;
    return at + 1;
  }

  /** The value of the attribute of that name. */
  attribute(name: string): string | undefined {
    const span = this.#find(name);
    return span < 0
      ? undefined
      : unescapeValue(this.#text.slice(this.#places[span + 2], this.#places[span + 3]));
  }

  /** The value of the first attribute whose name has that ending, such as `:id`. */
  attributeThatEnds(ending: string): string | undefined {
    for (const name of this.attributeNames()) if (name.endsWith(ending)) return this.attribute(name);
    return undefined;
  }

  attributeNames(): string[] {
    const names: string[] = [];
    for (let at = 0; at < this.#count; at += 4)
      names.push(this.#text.slice(this.#places[at], this.#places[at + 1]));
    return names;
  }

  /** Where the value of an attribute stands, its quotes not included. */
  valueSpan(name: string): Span | undefined {
    const at = this.#find(name);
    return at < 0
      ? undefined
      : { from: this.#base + this.#places[at + 2]!, to: this.#base + this.#places[at + 3]! };
  }

  #find(name: string): number {
    for (let at = 0; at < this.#count; at += 4) {
      const from = this.#places[at]!;
      if (this.#places[at + 1]! - from === name.length && this.#text.startsWith(name, from)) return at;
    }
    return -1;
  }
}

const QUOTE = 34;
const APOSTROPHE = 39;
const SLASH = 47;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;

/** Where a name ends: at a space, or at what parts names from other things. */
function nameEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code <= 32 || code === SLASH || code === GREATER || code === EQUALS) break;
    if (code === LESS || code === QUOTE || code === APOSTROPHE) throw malformed();
  }
  return at;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  return at;
}
