import { absurd } from '../absurd.ts';
import type { PartEncoding } from './encoding.ts';
import { type Visitor, XmlScanner } from './scanner.ts';
import type { Span } from './tag.ts';
import { type PartSource, walkXml } from './walk.ts';

/** A stretch of a part's text, and what comes in its place; an empty stretch is a place to insert at. */
export interface Edit extends Span {
  readonly xml: string;
}

/** Characters that may be held back: of a row, a thousand full cells have half of it. */
const LONGEST = 2 ** 26;

/** The edits of a part while it is walked through, in the order of its text. */
export class Edits {
  #waiting: Edit[] = [];
  #held = Number.POSITIVE_INFINITY;

  insert(at: number, xml: string): void {
    if (xml !== '') this.#waiting.push({ from: at, to: at, xml });
  }

  replace({ from, to }: Span, xml: string): void {
    this.#waiting.push({ from, to, xml });
  }

  /** Keeps what begins here from being written, until it is known what becomes of it. */
  hold(at: number): void {
    this.#held = at;
  }

  release(): void {
    this.#held = Number.POSITIVE_INFINITY;
  }

  /** How much of the text that has been visited up to `position` may be written. */
  until(position: number): number {
    return Math.min(position, this.#held);
  }

  /** The edits that begin before `position`, once. */
  take(position: number): readonly Edit[] {
    const later = this.#waiting.findIndex(({ from }) => from >= position);
    return this.#waiting.splice(0, later < 0 ? this.#waiting.length : later);
  }
}

/** The bytes of a part with the edits that the visitor makes on its way; all others stay as they are. */
export async function* editXml(
  source: PartSource,
  part: string,
  visitorOf: (edits: Edits) => Visitor,
): AsyncGenerator<Buffer> {
  const edits = new Edits();
  let kept = '';
  let written = 0;
  let last: PartEncoding | undefined;
  for await (const { text, encoding, visited } of walkXml(source, part, visitorOf(edits), { places: true })) {
    last = encoding;
    kept += text;
    const until = edits.until(visited);
    if (kept.length > LONGEST) throw absurd('a row that is longer than any that a spreadsheet has');
    if (until <= written) continue;
    yield encoding.encode(splice(kept.slice(0, until - written), edits.take(until), written));
    kept = kept.slice(until - written);
    written = until;
  }
  if (last !== undefined) yield last.encode(splice(kept, edits.take(Number.POSITIVE_INFINITY), written));
}

/** The element with these attributes in its start tag, in place of others of their names; the values need no escapes. */
export function withAttributes(
  element: string,
  attributes: Readonly<Record<string, string | number>>,
): string {
  const edits: Edit[] = [];
  const scanner = new XmlScanner(
    {
      open(tag) {
        if (edits.length > 0) return;
        const behindName = `<${tag.prefix}${tag.name}`.length;
        for (const [name, value] of Object.entries(attributes)) {
          const span = tag.valueSpan(name);
          if (span !== undefined) edits.push({ ...span, xml: String(value) });
          else edits.push({ from: behindName, to: behindName, xml: ` ${name}="${value}"` });
        }
      },
    },
    { places: true },
  );
  scanner.push(element);
  return splice(
    element,
    edits.sort((one, other) => one.from - other.from),
  );
}

/** The text with its edits, which are in their order; `base` is the position of the text. */
export function splice(text: string, edits: readonly Edit[], base = 0): string {
  if (edits.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, xml } of edits) {
    pieces.push(text.slice(at, from - base), xml);
    at = to - base;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
