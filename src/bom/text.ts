import { AuditError } from '../core/errors.ts';
import { detectShape, type TextShape, unwrap } from './delimiter.ts';
import { decodeFile, detectEncoding } from './encoding.ts';
import { OpenQuoteError, RecordScanner } from './records.ts';
import type { Row, Source } from './rows.ts';

/** How a text file is written; `encoding` is a name of iconv-lite's. */
export interface TextFormat extends TextShape {
  readonly encoding: string;
}

/** Characters of the beginning that the delimiter is chosen by. */
const SAMPLE = 256 * 1024;

/** The encoding and the delimiter of a text file; `AuditError('input')` for columns made with spaces. */
export async function textFormat(name: string, path: string, encoding?: string): Promise<TextFormat> {
  const found = await detectEncoding(path, encoding);
  let sample = '';
  for await (const piece of decodeFile(path, found)) {
    sample += piece;
    if (sample.length > SAMPLE) break;
  }
  const shape = detectShape(sample.slice(0, SAMPLE));
  if (shape === null) {
    throw new AuditError(
      'input',
      `${name} has its columns made with spaces, which cannot be told apart for sure`,
      {
        hint: 'Export the part list with a delimiter (CSV), with the part numbers of the makers in a column.',
      },
    );
  }
  return { ...shape, encoding: found };
}

/** The records of a text file as rows. */
export async function openText(name: string, path: string, encoding?: string): Promise<Source> {
  const format = await textFormat(name, path, encoding);
  const rows = () => readRows(name, path, format);
  const sheet = { name: null, hidden: false, rows, hiddenColumns: async () => new Set<number>() };
  return { sheets: [sheet], encoding: format.encoding, close: async () => {} };
}

async function* readRows(name: string, path: string, format: TextFormat): AsyncGenerator<readonly Row[]> {
  const scanner = new RecordScanner(format);
  const shaped = (rows: Row[]) => (format.wrapped ? rows.map((row) => unwrap(row, format.delimiter)) : rows);
  try {
    for await (const piece of decodeFile(path, format.encoding)) yield shaped(scanner.push(piece));
    yield shaped(scanner.push('', true));
  } catch (cause) {
    if (!(cause instanceof OpenQuoteError)) throw cause;
    throw new AuditError('input', `${name}, row ${cause.record}: a quote is opened and never closed`, {
      hint: 'Close the quote, or double it where it means inches.',
    });
  }
}
