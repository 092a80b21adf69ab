import { alphabetOf, DELIMITER, withoutLineEnds } from './alphabet.ts';
import type { Dialect } from './dialect.ts';
import { type RawRecord, scanRecords } from './scanner.ts';

/** Takes the record out of one that is a single quoted field, and puts one in. */
export interface Wrapping {
  /** The record inside; null when there is none. Line breaks in it are text. */
  unwrap(record: RawRecord): RawRecord | null;
  /** The inverse. */
  wrap(inner: Buffer): Buffer;
}

export function wrapping({ encoding, delimiter, wrapped }: Dialect): Wrapping {
  const alphabet = withoutLineEnds(alphabetOf(encoding, delimiter));
  const { width, kinds } = alphabet;
  /** A view of bytes as characters, one for each unit, that loses nothing whatever the encoding is. */
  const view = width === 2 ? 'utf16le' : 'latin1';
  const quote = String.fromCharCode(alphabet.quote);
  const separator = String.fromCharCode(kinds.indexOf(DELIMITER));
  return {
    unwrap(record) {
      if (!wrapped || record.fieldEnds.length !== 1) return null;
      const outer = record.block.toString(view, record.start, record.end);
      if (outer.length < 2 || !outer.startsWith(quote) || !outer.endsWith(quote)) return null;
      if (!outer.includes(separator)) return null;
      const block = Buffer.from(outer.slice(1, -1).replaceAll(quote + quote, quote), view);
      let inner: RawRecord = { block, start: 0, end: block.length, fieldEnds: [block.length], width };
      scanRecords(block, 0, alphabet, true, (found) => {
        inner = found;
      });
      return inner;
    },
    wrap: (inner) => Buffer.from(quote + inner.toString(view).replaceAll(quote, quote + quote) + quote, view),
  };
}
