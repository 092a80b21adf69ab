import { type Dialect, OpenQuoteError, RecordScanner } from './records.ts';
import type { Row } from './rows.ts';

/** How a text file is to be read. */
export interface TextShape extends Dialect {
  /** Each line is one quoted field that holds the whole record. */
  readonly wrapped: boolean;
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
/** Lines of the beginning that the delimiter is chosen by. */
const SAMPLE_LINES = 60;

/** The delimiter under which most records of the sample have the same number of fields; null for fixed-width columns. */
export function detectShape(sample: string): TextShape | null {
  const hinted = /^"?sep=(.)"?\r?\n/i.exec(sample)?.[1];
  if (hinted !== undefined) return { delimiter: hinted, wrapped: false };
  const choices = DELIMITERS.map((delimiter) => choiceOf(sample, delimiter));
  const best = choices.reduce((left, right) => (right.score > left.score ? right : left));
  if (best.share < 0.7 && isFixedWidth(sample)) return null;
  return best.score > 0 ? best : { delimiter: ',', wrapped: false };
}

interface Rating {
  /** Of the records that have the commonest number of fields above one. */
  readonly share: number;
  /** Grows with the share, and a little with the number of fields. */
  readonly score: number;
}

function choiceOf(sample: string, delimiter: string): TextShape & Rating {
  const rows = recordsOf(sample, delimiter);
  const plain = rate(rows);
  const inner = rows.filter(({ cells }) => cells.length === 1 && cells[0]!.includes(delimiter));
  if (plain.score === 0 && inner.length > 0 && inner.length > rows.length * 0.5) {
    return { delimiter, wrapped: true, ...rate(inner.map((row) => unwrap(row, delimiter))) };
  }
  return { delimiter, wrapped: false, ...plain };
}

/** The record inside a record that is one quoted field. */
export function unwrap(row: Row, delimiter: string): Row {
  if (row.cells.length !== 1) return row;
  const inner = recordsOf(row.cells[0]!.replace(/\r\n?|\n/g, ' '), delimiter, true)[0];
  return { row: row.row, cells: inner?.cells ?? row.cells };
}

/** Records of a text that may be cut off; what follows an unclosed quote is left out. */
function recordsOf(text: string, delimiter: string, whole = false): Row[] {
  try {
    return new RecordScanner({ delimiter }).push(text, whole).slice(0, SAMPLE_LINES);
  } catch (error) {
    if (error instanceof OpenQuoteError) return [];
    throw error;
  }
}

function rate(rows: readonly Row[]): Rating {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
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
