import { isAscii } from 'node:buffer';
import iconv from 'iconv-lite';
import { fieldStart, type RawRecord } from './scanner.ts';

/** Reads what the fields of records say, of one block after another; a block is looked at as a whole once. */
export function fieldReader(encoding: string): (record: RawRecord) => readonly string[] {
  let block: Buffer | undefined;
  let view: View = { text: '', isExact: true };
  return (record) => {
    if (record.block !== block) {
      block = record.block;
      view = viewOf(block, encoding, record.width);
    }
    const { text, isExact } = view;
    const { fieldEnds, width } = record;
    const fields: string[] = [];
    let start = record.start;
    for (const end of fieldEnds) {
      const isOpened = text.charCodeAt(start / width) === QUOTE;
      const seen = text.slice(start / width, end / width);
      const field = isExact || !BEYOND_ASCII.test(seen) ? seen : decode(block, start, end, encoding);
      fields.push(isOpened ? unquoted(field) : field);
      start = end + width;
    }
    return fields;
  };
}

/** A block as a text with one character for each unit. */
interface View {
  readonly text: string;
  /** False when characters beyond ASCII are not what they look like. */
  readonly isExact: boolean;
}

const QUOTE = 34;
const BEYOND_ASCII = /[^\0-\x7f]/;

function viewOf(block: Buffer, encoding: string, width: 1 | 2): View {
  if (width === 2) return { text: iconv.decode(block, encoding, { stripBOM: false }), isExact: true };
  return { text: block.toString('latin1'), isExact: isAscii(block) };
}

function decode(block: Buffer, start: number, end: number, encoding: string): string {
  if (encoding === 'utf8') return block.toString('utf8', start, end);
  return iconv.decode(block.subarray(start, end), encoding, { stripBOM: false });
}

/** What a field says: without its quotes, or all of it when there are more of them than a quoted field has. */
function unquoted(field: string): string {
  if (field.length < 2 || !field.endsWith('"')) return field;
  const inside = field.slice(1, -1);
  if (!inside.includes('"')) return inside;
  return inside.replaceAll('""', '').includes('"') ? field : inside.replaceAll('""', '"');
}

/** True when all fields that hold anything are in quotes. */
export function isWhollyQuoted(record: RawRecord, encoding: string): boolean {
  const filled = record.fieldEnds
    .map((end, index) => decode(record.block, fieldStart(record, index), end, encoding))
    .filter((field) => field !== '');
  return filled.length > 0 && filled.every((field) => /^".*"$/s.test(field));
}
