import { looksLikeDesignators } from './designators.ts';
import { type Meaning, meaningOf, type Role } from './names.ts';
import { cellText, type Row } from './rows.ts';
import { isData, isGroupRow, isSubheader, single, stacked } from './stacked.ts';

/** Where the table of a sheet begins, and what its columns are called. */
export interface Header {
  /** 1-based row of the header; null when the table has none. */
  readonly row: number | null;
  /** One for each column, '' where the header is blank. */
  readonly names: readonly string[];
  /** What each name says, with the headings above and below it. */
  readonly meanings: readonly (Meaning | null)[];
  /** How much it looks like the header of a BOM; 0 without a header. */
  readonly score: number;
  /** The rows of the sample before the header, and those after it. */
  readonly above: readonly Row[];
  readonly body: readonly Row[];
}

const WEIGHT: Readonly<Partial<Record<Role, number>>> = {
  mpn: 6,
  alternate: 3,
  designators: 5,
  quantity: 4,
  manufacturer: 4,
  'distributor-number': 3,
  'order-number': 3,
  'own-number': 2,
  name: 2,
  description: 2,
  value: 2,
  footprint: 2,
  distributor: 2,
  fitted: 2,
  'not-fitted': 2,
};
const CORE: ReadonlySet<Role> = new Set([
  'mpn',
  'designators',
  'quantity',
  'manufacturer',
  'distributor-number',
  'order-number',
]);
/** So many columns that we know make a header without any of the above. */
const MANY = 4;

/** The row of the sample that is most like a header of a BOM, or the one that is asked for. */
export function findHeader(sample: readonly Row[], wanted?: number): Header {
  if (wanted !== undefined) {
    const at = sample.findIndex(({ row }) => row === wanted);
    return at < 0 ? withoutHeader(sample) : headerAt(sample, at);
  }
  let [best, most] = [-1, 0];
  for (let at = 0; at < sample.length; at++) {
    const score = scoreOf(sample, at);
    if (score > most) [best, most] = [at, score];
  }
  if (best < 0) best = firstOfWords(sample);
  return best < 0 ? withoutHeader(sample) : { ...headerAt(sample, best), score: Math.max(most, LEAST) };
}

/** The headers of further tables on the sheet, above and below: nearly as good as the one that was found, in other words. */
export function otherHeaders(sample: readonly Row[], main: Header): readonly Header[] {
  const own = new Set([
    main.row,
    ...[...main.above, ...main.body].filter((row) => repeatsHeader(row, main)).map(({ row }) => row),
  ]);
  const found: Header[] = [];
  for (let at = 0; at < sample.length; at++) {
    const { row } = sample[at]!;
    const isNear = found.concat(main).some((header) => header.row !== null && Math.abs(header.row - row) < 3);
    if (own.has(row) || isNear || scoreOf(sample, at) < main.score * 0.6) continue;
    const header = headerAt(sample, at);
    if (header.meanings.some((meaning) => meaning?.role === 'mpn' && meaning.rank > 1)) found.push(header);
  }
  return found;
}

/** The score of a header that is only told by what stands below it. */
const LEAST = 0.5;

/** The place of a row of words that we do not know, over columns of data; -1 when there is none. */
function firstOfWords(sample: readonly Row[]): number {
  const at = sample.findIndex(({ cells }) => cells.filter((cell) => cell !== '').length > 2);
  if (at < 0 || sample.length < at + 3) return -1;
  const names = textsOf(sample[at]!);
  const rows = sample.slice(at + 1, at + 13);
  const isAbove = (column: number) => {
    const texts = rows.map(({ cells }) => cellText(cells, column)).filter((text) => text !== '');
    return texts.length > 1 && texts.filter(standsInRows).length * 3 >= texts.length * 2;
  };
  const headed = names.filter((name, column) => name !== '' && isAbove(column)).length;
  return headed > 1 && !names.some(standsInRows) ? at : -1;
}

function standsInRows(text: string): boolean {
  return isData(text) || looksLikeDesignators(text);
}

function withoutHeader(sample: readonly Row[]): Header {
  return { row: null, names: [], meanings: [], score: 0, above: [], body: sample };
}

function headerAt(sample: readonly Row[], at: number): Header {
  const own = textsOf(sample[at]!);
  const below = isSubheader(sample, at) ? textsOf(sample[at + 1]!) : null;
  const above = below === null && isGroupRow(sample, at) ? textsOf(sample[at - 1]!) : null;
  const heads = above !== null ? stacked(above, own) : below !== null ? stacked(own, below) : own.map(single);
  return {
    row: sample[at]!.row,
    names: heads.map(({ name }) => name),
    meanings: heads.map(({ meaning }) => meaning),
    score: scoreOf(sample, at),
    above: sample.slice(0, at),
    body: sample.slice(at + (below === null ? 1 : 2)),
  };
}

function textsOf(row: Row): string[] {
  return row.cells.map((_, column) => cellText(row.cells, column));
}

function scoreOf(sample: readonly Row[], at: number): number {
  const texts = textsOf(sample[at]!).filter((text) => text !== '');
  if (texts.length === 0 || texts.some((text) => text.length > 200)) return 0;
  const ranks = new Map<Role, number>();
  for (const { role, rank } of texts.map(meaningOf).filter((meaning) => meaning !== null)) {
    ranks.set(role, Math.max(ranks.get(role) ?? 0, rank));
  }
  const isLoneColumn = texts.length === 1 && ranks.has('mpn') && isNarrow(sample, at);
  const isOfParts = ranks.size >= MANY || [...ranks.keys()].some((role) => CORE.has(role));
  if (!isOfParts || (ranks.size < 2 && !isLoneColumn)) return 0;
  let score = rowsBelow(sample, at, texts.length) / 4 - 2 * texts.filter(isData).length;
  for (const [role, rank] of ranks) score += (WEIGHT[role] ?? 1) * (rank === 1 ? 0.5 : 1);
  return Math.max(0, score);
}

/** True when nothing below the row is wider than one column. */
function isNarrow(sample: readonly Row[], at: number): boolean {
  return sample.slice(at + 1, at + 21).every(({ cells }) => cells.filter((cell) => cell !== '').length <= 1);
}

/** How many of the next 12 rows are filled like a row of a table with so many headed columns. */
function rowsBelow(sample: readonly Row[], at: number, width: number): number {
  const least = Math.min(2, width);
  return sample
    .slice(at + 1, at + 13)
    .filter(({ cells }) => cells.filter((cell) => cell !== '').length >= least).length;
}

/** True for the rows of the header, and for a row that says again what it says. */
export function isHeader(row: Row, header: Header): boolean {
  const isOwn = header.row !== null && row.row >= header.row && row.row < (header.body[0]?.row ?? Infinity);
  return isOwn || repeatsHeader(row, header);
}

/** True for a row that says again what the header says, in most of its cells. */
function repeatsHeader({ cells }: Row, { names }: Header): boolean {
  let same = 0;
  let other = 0;
  for (let column = 0; column < cells.length && other * 2 <= names.length; column++) {
    const text = cellText(cells, column);
    const name = names[column] ?? '';
    if (text === '') continue;
    if (text.length === name.length && text.toLowerCase() === name.toLowerCase()) same++;
    else other++;
  }
  return same > 1 && same > other && other * 2 <= names.length;
}
