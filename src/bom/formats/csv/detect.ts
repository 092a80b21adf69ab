import iconv from 'iconv-lite';
import { AuditError } from '../../../core/errors.ts';
import type { BomSource } from '../format.ts';
import { firstBytes } from '../head.ts';
import { alphabetOf } from './alphabet.ts';
import type { Dialect } from './dialect.ts';
import { encodingOf, markLength } from './encoding.ts';
import { cellReader } from './rows.ts';
import { scanRecords } from './scanner.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Bytes and lines of the beginning that the dialect is found out by. */
const SAMPLE = 256 * 1024;
const SAMPLE_LINES = 60;

/**
 * The dialect of a text file, of which it is known whether the whole of it `isUtf8`; the encoding as `encodingOf` finds it.
 * Throws `AuditError('input')` for columns made with spaces.
 */
export async function detectDialect(
  { name, path }: BomSource,
  isUtf8: boolean,
  namedEncoding?: string,
): Promise<Dialect> {
  const sample = await firstBytes(path, SAMPLE);
  const dialect = dialectOf(sample, await encodingOf(sample, isUtf8, namedEncoding));
  if (dialect !== null) return dialect;
  throw new AuditError(
    'input',
    `${name} has its columns made with spaces, which cannot be told apart for sure`,
    {
      hint: 'Export the part list with a delimiter (CSV), with the part numbers of the makers in a column.',
    },
  );
}

/** The delimiter under which most records of the sample have the same number of fields; null for fixed-width columns. */
function dialectOf(sample: Buffer, encoding: string): Dialect | null {
  const text = iconv.decode(sample, encoding);
  const hinted = /^"?sep=([\t !#-/:-@[-`{-~])"?\r?\n/i.exec(text)?.[1];
  if (hinted !== undefined) return { encoding, delimiter: hinted, wrapped: false };
  const choices = DELIMITERS.map((delimiter) => choiceOf(sample, { encoding, delimiter, wrapped: false }));
  const best = choices.reduce((left, right) => (right.score > left.score ? right : left));
  if (best.share < 0.7 && isFixedWidth(text)) return null;
  return best.score > 0 ? best.dialect : { encoding, delimiter: ',', wrapped: false };
}

interface Rating {
  /** Of the records that have the commonest number of fields above one. */
  readonly share: number;
  /** Grows with the share, and a little with the number of fields. */
  readonly score: number;
}

function choiceOf(sample: Buffer, dialect: Dialect): Rating & { readonly dialect: Dialect } {
  const rows = recordsOf(sample, dialect);
  const plain = rate(rows);
  const single = rows.filter((cells) => cells.length === 1 && cells[0]!.includes(dialect.delimiter));
  if (plain.score > 0 || single.length <= rows.length / 2) return { dialect, ...plain };
  const wrapped = { ...dialect, wrapped: true };
  return { dialect: wrapped, ...rate(recordsOf(sample, wrapped).filter(({ length }) => length > 1)) };
}

/** The first records of a text that may be cut off, blank ones aside; what follows an unclosed quote is left out. */
function recordsOf(sample: Buffer, dialect: Dialect): readonly (readonly string[])[] {
  const cellsOf = cellReader(dialect);
  const records: (readonly string[])[] = [];
  const start = markLength(sample, dialect.encoding);
  scanRecords(sample, start, alphabetOf(dialect.encoding, dialect.delimiter), false, (record) => {
    if (records.length === SAMPLE_LINES) return;
    const cells = cellsOf(record);
    if (cells.some((cell) => cell !== '')) records.push(cells);
  });
  return records;
}

function rate(rows: readonly (readonly string[])[]): Rating {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  let best: Rating = { share: 0, score: 0 };
  for (const [width, times] of counts) {
    const share = times / rows.length;
    const score = share * (1 + Math.log2(width) / 2);
    if (width > 1 && score > best.score) best = { share, score };
  }
  return best;
}

/** Columns made with spaces: most lines have gaps of several, and lines of words have none. */
function isFixedWidth(sample: string): boolean {
  const lines = sample
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
  return lines.length > 2 && lines.filter((line) => /\S {2,}\S/.test(line)).length > lines.length * 0.6;
}
