import { open } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { AuditError } from '../../../core/errors.ts';
import type { BomSource } from '../format.ts';
import { alphabetOf } from './alphabet.ts';
import type { Dialect } from './dialect.ts';
import { markLength } from './encoding.ts';
import { type RawRecord, scanRecords } from './scanner.ts';

/** A text whose bytes are read from its beginning to its end. */
export interface ByteSource {
  /** As the user gave it. */
  readonly name: string;
  /** Reads the next bytes; how many were read, 0 at the end. */
  read(into: Buffer): Promise<number>;
}

/** Reads a text from its beginning, as `visitRecords` does. */
export type RecordPass = (visit: (record: RawRecord, row: number) => void) => AsyncGenerator<Buffer>;

/** Bytes that are read at a time; a longer record takes more. */
const BLOCK = 2 ** 16;
const LONGEST_RECORD = 8 * 2 ** 20;

/**
 * Shows each record of the text, numbered from 1, to `visit` and gives its bytes back in blocks of whole records: joined,
 * the blocks are the text. A record is valid during its visit, a block until the next one is asked for. A record ends
 * with a whole character: half of one at the end of the text belongs to no record.
 * Throws `AuditError('input')` for a quote that is never closed, and for a record without an end.
 */
export async function* visitRecords(
  { name, read }: ByteSource,
  { encoding, delimiter }: Dialect,
  visit: (record: RawRecord, row: number) => void,
): AsyncGenerator<Buffer> {
  const alphabet = alphabetOf(encoding, delimiter);
  let row = 0;
  /** How many of the bytes are whole records. */
  const scan = (bytes: Buffer, isLast: boolean): number => {
    const tail = isLast ? brokenTail(bytes, encoding, alphabet.width) : 0;
    const text = bytes.subarray(0, bytes.length - tail);
    const start = row === 0 ? markLength(text, encoding) : 0;
    const next = scanRecords(text, start, alphabet, isLast, (record) => visit(record, ++row));
    if (isLast && next < text.length) throw neverClosed(name, row + 1);
    if (isLast) return bytes.length;
    return next === start ? 0 : next;
  };
  let buffer: Buffer = Buffer.allocUnsafe(BLOCK);
  let filled = 0;
  for (let isLast = false; !isLast; ) {
    if (filled === buffer.length) buffer = enlarged(buffer, name, row + 1);
    const count = await read(buffer.subarray(filled));
    isLast = count === 0;
    filled += count;
    const whole = scan(buffer.subarray(0, filled), isLast);
    if (whole > 0) yield buffer.subarray(0, whole);
    buffer.copyWithin(0, whole, filled);
    filled -= whole;
  }
}

/** The same for a file. */
export async function* visitFile(
  { name, path }: BomSource,
  dialect: Dialect,
  visit: (record: RawRecord, row: number) => void,
): AsyncGenerator<Buffer> {
  const file = await open(path);
  const read = async (into: Buffer) => (await file.read(into)).bytesRead;
  try {
    yield* visitRecords({ name, read }, dialect, visit);
  } finally {
    await file.close();
  }
}

/** Bytes of a character in any encoding. */
const LONGEST_CHARACTER = 4;

/** How many bytes at the end are the beginning of a character whose rest is missing. */
function brokenTail(bytes: Buffer, encoding: string, width: 1 | 2): number {
  const odd = bytes.length % width;
  for (let tail = odd; tail < Math.min(LONGEST_CHARACTER, bytes.length); tail += width) {
    const decoder = iconv.getDecoder(encoding);
    decoder.write(bytes.subarray(0, bytes.length - tail));
    if (!decoder.end()) return tail;
  }
  return odd;
}

function enlarged(buffer: Buffer, name: string, row: number): Buffer {
  if (buffer.length < LONGEST_RECORD) return Buffer.concat([buffer], buffer.length * 2);
  throw new AuditError('input', `${name}, row ${row}: the row is longer than 8 MB`, {
    hint: 'Is a quote opened in it and never closed? Double it where it means inches.',
  });
}

function neverClosed(name: string, row: number): AuditError {
  return new AuditError('input', `${name}, row ${row}: a quote is opened and never closed`, {
    hint: 'Close the quote, or double it where it means inches.',
  });
}
