import { type Alphabet, CR, DELIMITER, LEAD, LF, TEXT, unitsOf } from './alphabet.ts';

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

/** The offset of the field's first byte. */
export function fieldStart(record: RawRecord, index: number): number {
  return index === 0 ? record.start : record.fieldEnds[index - 1]! + record.width;
}

/**
 * Shows the whole records of the block from the offset `start` on, and returns where the first that is not whole begins.
 * The same records as those of csv-parse with `relax_quotes`: blank lines count, line breaks within quotes do not. A
 * quote opens a field only as its first character; after the closing one the rest of the field is plain text.
 */
export function scanRecords(
  block: Buffer,
  start: number,
  alphabet: Alphabet,
  isLast: boolean,
  visit: (record: RawRecord) => void,
): number {
  const { kinds, width } = alphabet;
  const units = unitsOf(block, width);
  let from = start / width;
  while (from < units.length) {
    const fieldEnds: number[] = [];
    let at = fieldEnd(units, from, alphabet);
    while (at >= 0 && at < units.length && kinds[units[at]!] === DELIMITER) {
      fieldEnds.push(at * width);
      at = fieldEnd(units, at + 1, alphabet);
    }
    const next = nextRecord(units, at, kinds, isLast);
    if (next < 0) break;
    fieldEnds.push(at * width);
    visit({ block, start: from * width, end: at * width, fieldEnds, width });
    from = next;
  }
  return from * width;
}

/** Where the field that begins at `start` ends: at a delimiter, a line end or the end of all; -1 within open quotes. */
function fieldEnd(units: Units, start: number, { kinds, quote }: Alphabet): number {
  const { length } = units;
  let at = start;
  while (units[at] === quote) {
    at += 1;
    while (at < length && units[at] !== quote) at += 1;
    if (at === length) return -1;
    at += 1;
  }
  for (; at < length; at += 1) {
    const kind = kinds[units[at]!]!;
    if (kind === TEXT) continue;
    if (kind !== LEAD) return at;
    if (kinds[units[at + 1] ?? 0]! < CR) at += 1;
  }
  return length;
}

/** Where the record after the line end at `at` begins; -1 when the record may go on behind the block. */
function nextRecord(units: Units, at: number, kinds: Uint8Array, isLast: boolean): number {
  if (at < 0) return -1;
  if (at === units.length) return isLast ? at : -1;
  if (kinds[units[at]!] === LF) return at + 1;
  if (at + 1 === units.length) return isLast ? at + 1 : -1;
  return kinds[units[at + 1]!] === LF ? at + 2 : at + 1;
}

type Units = Uint8Array | Uint16Array;
