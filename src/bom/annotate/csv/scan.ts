import iconv from 'iconv-lite';
import { AuditError } from '../../../core/errors.ts';
import type { TextFormat } from '../../text.ts';
import { type Alphabet, alphabetOf, CR, LF, unitsOf, withoutLineEnds } from './alphabet.ts';

/** One record in a block of bytes; all offsets are of bytes. */
export interface RawRecord {
  readonly block: Buffer;
  readonly start: number;
  /** After the last field, before the line end. */
  readonly end: number;
  /** One for each field. */
  readonly fieldEnds: readonly number[];
  /** Bytes of a delimiter. */
  readonly width: 1 | 2;
}

const MAX_RECORD = 64 * 2 ** 20;
/** Bytes of a character in any encoding. */
const LONGEST_CHARACTER = 4;

/**
 * Shows each record of the file, numbered from 1, to `visit` and gives back its bytes in blocks of whole records:
 * joined, the blocks are the file. The same records as csv-parse with `relax_quotes`: blank lines count, line
 * breaks within quotes do not. A record is valid during its visit only, and ends with a whole character: half of one
 * at the end of the file belongs to no record.
 * Throws `AuditError('input')` for a quote that is never closed.
 */
export async function* visitRecords(
  chunks: AsyncIterable<Buffer>,
  format: TextFormat,
  visit: (record: RawRecord, row: number) => void,
): AsyncGenerator<Buffer> {
  const alphabet = alphabetOf(format);
  const mark = iconv.encode('\uFEFF', format.encoding, { addBOM: false });
  let rest: Buffer = Buffer.alloc(0);
  let row = 0;
  const scan = (block: Buffer, isLast: boolean) => {
    const isMarked = row === 0 && mark.length > 1 && block.subarray(0, mark.length).equals(mark);
    return scanBlock(block, isMarked ? mark.length : 0, alphabet, isLast, (record) => visit(record, ++row));
  };
  for await (const chunk of chunks) {
    const block = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const read = scan(block, false);
    rest = block.subarray(read);
    if (rest.length > MAX_RECORD) throw neverClosed(row + 1);
    if (read > 0) yield block.subarray(0, read);
  }
  const whole = rest.subarray(0, rest.length - brokenTail(rest, format.encoding, alphabet.width));
  if (scan(whole, true) < whole.length) throw neverClosed(row + 1);
  if (rest.length > 0) yield rest;
}

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

/** The whole block as one record; line breaks in it are text. */
export function recordOf(block: Buffer, format: TextFormat): RawRecord {
  const alphabet = withoutLineEnds(alphabetOf(format));
  let found: RawRecord = {
    block,
    start: 0,
    end: block.length,
    fieldEnds: [block.length],
    width: alphabet.width,
  };
  scanBlock(block, 0, alphabet, true, (record) => {
    found = { ...record, fieldEnds: [...record.fieldEnds] };
  });
  return found;
}

/** The offset of the field's first byte. */
export function fieldStart(record: RawRecord, index: number): number {
  return index === 0 ? record.start : record.fieldEnds[index - 1]! + record.width;
}

/** The states between two units: at the beginning of a field, ... , after the first half of a character. */
const [FRESH, PLAIN, QUOTED, CLOSED, HALF, FIELD_END, RECORD_END] = [0, 1, 2, 3, 4, 5, 6] as const;
const KINDS = 6;

/** A quote opens a field only as its first character; after the closing one the rest of the field is plain text. */
const NEXT: Readonly<Uint8Array> = Uint8Array.from(
  // OTHER, QUOTE, DELIMITER, CR, LF, LEAD
  [
    [PLAIN, QUOTED, FIELD_END, RECORD_END, RECORD_END, HALF],
    [PLAIN, PLAIN, FIELD_END, RECORD_END, RECORD_END, HALF],
    [QUOTED, CLOSED, QUOTED, QUOTED, QUOTED, QUOTED],
    [PLAIN, QUOTED, FIELD_END, RECORD_END, RECORD_END, HALF],
    [PLAIN, PLAIN, PLAIN, RECORD_END, RECORD_END, PLAIN],
  ].flat(),
);

/** Shows the whole records from `start` on and returns where the first that is not whole begins. */
function scanBlock(
  block: Buffer,
  start: number,
  { kinds, width }: Alphabet,
  isLast: boolean,
  show: (record: RawRecord) => void,
): number {
  const units = unitsOf(block, width);
  const fieldEnds: number[] = [];
  let state: number = FRESH;
  let from = start;
  for (let i = start / width; i < units.length; i++) {
    const kind = kinds[units[i]!]!;
    state = NEXT[state * KINDS + kind]!;
    if (state < FIELD_END) continue;
    fieldEnds.push(i * width);
    const isRecord = state === RECORD_END;
    state = FRESH;
    if (!isRecord) continue;
    if (kind === CR && i + 1 === units.length && !isLast) break;
    show({ block, start: from, end: i * width, fieldEnds, width });
    fieldEnds.length = 0;
    if (kind === CR && kinds[units[i + 1] ?? 0] === LF) i += 1;
    from = (i + 1) * width;
  }
  if (!isLast || state === QUOTED || from === block.length) return from;
  fieldEnds.push(block.length);
  show({ block, start: from, end: block.length, fieldEnds, width });
  return block.length;
}

function neverClosed(row: number): AuditError {
  return new AuditError('input', `row ${row} opens a quote that is never closed`, {
    hint: 'Close the quote, or double it where it means inches.',
  });
}
