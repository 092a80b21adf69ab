import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { absurd, malformed } from '../absurd.ts';
import { localName, type Span, Tag, TagPlace } from './tag.ts';

/** What a walk through the XML of a part calls, in the order of its text. */
export interface Visitor {
  open?(tag: Tag): void;
  /** The name as `Tag.name`, and where the end tag stands: empty and behind its only tag for an element without one. */
  close?(name: string, endTag: Span): void;
  /** A piece of text, or a CDATA section. */
  text?(text: string): void;
}

/** Elements in elements of a worksheet are some ten deep. */
const DEEPEST = 256;
/** Characters of one text or tag: a cell holds 32,767 at most. */
const LONGEST = 2 ** 21;

/** Parses XML piece by piece and says where its tags stand; throws `AuditError('input')` for what is not well-formed. */
export class XmlScanner {
  readonly #parser = new SaxesParser({ xmlns: false, position: false });
  readonly #visitor: Visitor;
  readonly #knowsPlaces: boolean;
  readonly #tag = new Tag();
  readonly #endTag = new TagPlace();
  #depth = 0;
  #pushed = 0;
  /** Where the last tag ends: what is visited next begins here or later. */
  position = 0;
  /** Tags and texts so far. */
  tokens = 0;

  /** With `places`, tags and values of attributes tell where they stand; that takes longer. */
  constructor(visitor: Visitor, { places = false } = {}) {
    this.#visitor = visitor;
    this.#knowsPlaces = places;
    const parser = this.#parser;
    parser.on('error', (cause) => {
      throw malformed(cause);
    });
    if (places) parser.on('attribute', () => this.#tag.addAttribute(parser.position));
    parser.on('opentag', (tag) => this.#open(tag));
    parser.on('closetag', (tag) => this.#close(tag));
    parser.on('text', (text) => this.#text(text));
    parser.on('cdata', (text) => this.#text(text));
  }

  push(piece: string): void {
    if (this.#pushed - this.position > LONGEST)
      throw absurd('a text that is longer than any that a spreadsheet has');
    this.#pushed += piece.length;
    if (this.#knowsPlaces) this.#keep(piece);
    this.#parser.write(piece);
  }

  /** The text from the last tag on stays at hand until the next piece. */
  #keep(piece: string): void {
    const { text, base } = this.#tag;
    const atHand = text.slice(this.position - base) + piece;
    for (const place of [this.#tag, this.#endTag]) {
      place.text = atHand;
      place.base = this.position;
    }
  }

  /** Nothing follows. */
  end(): void {
    this.#parser.close();
  }

  #open(tag: SaxesTagPlain): void {
    this.tokens++;
    this.position = this.#parser.position;
    if (++this.#depth > DEEPEST) throw absurd('elements nested beyond all bounds');
    this.#tag.set(tag, this.position);
    this.#visitor.open?.(this.#tag);
  }

  #close({ name, isSelfClosing }: SaxesTagPlain): void {
    this.tokens++;
    this.position = this.#parser.position;
    this.#depth--;
    this.#endTag.to = this.position;
    this.#visitor.close?.(
      localName(name),
      isSelfClosing ? { from: this.position, to: this.position } : this.#endTag,
    );
  }

  #text(text: string): void {
    this.tokens++;
    if (this.#depth > 0) this.#visitor.text?.(text);
  }
}
