import iconv from 'iconv-lite';
import type { TextFormat } from '../../text.ts';
import { type RawRecord, recordOf } from './scan.ts';

/** The record inside a record that is quoted as a whole; null when there is none. */
export function unwrapRecord(record: RawRecord, format: TextFormat): RawRecord | null {
  if (!format.wrapped || record.fieldEnds.length !== 1) return null;
  const { view, quote, delimiter } = viewOf(record.width, format);
  const outer = record.block.toString(view, record.start, record.end);
  if (outer.length < 2 || !outer.startsWith(quote) || !outer.endsWith(quote)) return null;
  if (!outer.includes(delimiter)) return null;
  return recordOf(Buffer.from(outer.slice(1, -1).replaceAll(quote + quote, quote), view), format);
}

/** The inverse: a record as one quoted field. */
export function wrapRecord(inner: Buffer, width: 1 | 2, format: TextFormat): Buffer {
  const { view, quote } = viewOf(width, format);
  return Buffer.from(quote + inner.toString(view).replaceAll(quote, quote + quote) + quote, view);
}

/** A view of bytes as characters, one for each unit, that loses nothing whatever the encoding is. */
function viewOf(width: 1 | 2, { encoding, delimiter }: TextFormat) {
  const view = width === 2 ? 'utf16le' : 'latin1';
  const seen = (character: string) => iconv.encode(character, encoding, { addBOM: false }).toString(view);
  return { view, quote: seen('"'), delimiter: seen(delimiter) } as const;
}
