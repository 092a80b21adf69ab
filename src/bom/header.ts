import { type Meaning, meaningOf, type Role } from './names.ts';
import { cellText, type Row } from './rows.ts';
import { isCount, isUrl, isValue, looksLikeMpn } from './shapes.ts';

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

/** A header further down than this is not looked for. */
const DEEPEST = 200;

const WEIGHT: Readonly<Partial<Record<Role, number>>> = {
  mpn: 6,
  alternate: 3,
  designators: 5,
  quantity: 4,
  manufacturer: 4,
  'distributor-number': 3,
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
]);

/** The row of the sample that is most like a header of a BOM, or the one that is asked for. */
export function findHeader(sample: readonly Row[], wanted?: number): Header {
  if (wanted !== undefined) {
    const at = sample.findIndex(({ row }) => row === wanted);
    return at < 0 ? withoutHeader(sample) : headerAt(sample, at);
  }
  let best = withoutHeader(sample);
  for (let at = 0; at < Math.min(sample.length, DEEPEST); at++) {
    if (scoreOf(sample, at) > best.score) best = headerAt(sample, at);
  }
  return best;
}

function withoutHeader(sample: readonly Row[]): Header {
  return { row: null, names: [], meanings: [], score: 0, above: [], body: sample };
}

function headerAt(sample: readonly Row[], at: number): Header {
  const own = textsOf(sample[at]!);
  const above = groupsAbove(sample, at);
  const below = isSubheader(sample, at) ? textsOf(sample[at + 1]!) : [];
  const names = own.length >= below.length ? own : [...own, ...below.slice(own.length).map(() => '')];
  const meanings = names.map(
    (name, column) =>
      known(above[column], name) ?? known(name, below[column]) ?? meaningOf(name) ?? known('', below[column]),
  );
  const body = sample.slice(at + (below.length > 0 ? 2 : 1));
  return {
    row: sample[at]!.row,
    names,
    meanings,
    score: scoreOf(sample, at),
    above: sample.slice(0, at),
    body,
  };
}

function textsOf(row: Row): string[] {
  return row.cells.map((_, column) => cellText(row.cells, column));
}

function known(heading: string | undefined, name: string | undefined): Meaning | null {
  return heading === undefined || name === undefined || name === '' ? null : meaningOf(`${heading} ${name}`);
}

function scoreOf(sample: readonly Row[], at: number): number {
  const texts = textsOf(sample[at]!).filter((text) => text !== '');
  if (texts.length === 0 || texts.some((text) => text.length > 200)) return 0;
  const ranks = new Map<Role, number>();
  for (const { role, rank } of texts.map(meaningOf).filter((meaning) => meaning !== null)) {
    ranks.set(role, Math.max(ranks.get(role) ?? 0, rank));
  }
  const isLoneColumn = texts.length === 1 && ranks.has('mpn') && isNarrow(sample, at);
  if (![...ranks.keys()].some((role) => CORE.has(role)) || (ranks.size < 2 && !isLoneColumn)) return 0;
  let score = rowsBelow(sample, at, texts.length) / 4 - 2 * texts.filter(isData).length;
  for (const [role, rank] of ranks) score += (WEIGHT[role] ?? 1) * (rank === 1 ? 0.5 : 1);
  return Math.max(0, score);
}

/** True for what stands in rows of data and not in headers. */
function isData(text: string): boolean {
  if (PLAIN_WORD.test(text) || meaningOf(text) !== null) return false;
  return isCount(text) || isUrl(text) || looksLikeMpn(text) || isValue(text);
}

/** A heading that says nothing to us, such as `Field12`, is no sign of a row of data. */
const PLAIN_WORD = /^\p{Lu}?\p{Ll}{2,}[ _]?\d{0,2}$/u;

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

/** The headings of blocks of columns in the row above, each carried on to the next one: `Digi-Key` over five columns. */
function groupsAbove(sample: readonly Row[], at: number): readonly (string | undefined)[] {
  const above = sample[at - 1];
  if (above === undefined || above.row !== sample[at]!.row - 1) return [];
  const texts = textsOf(above);
  const blocks = texts.filter((text) => {
    const role = text === '' ? undefined : meaningOf(text)?.role;
    return role === 'distributor' || role === 'manufacturer';
  });
  if (blocks.length < 2) return [];
  let last: string | undefined;
  return sample[at]!.cells.map((_, column) => {
    const text = texts[column];
    if (text) last = blocks.includes(text) ? text : undefined;
    return last;
  });
}

/** True when the next row goes on with the header: fewer cells, and each of them a word of headers. */
function isSubheader(sample: readonly Row[], at: number): boolean {
  const below = sample[at + 1];
  if (below === undefined || below.row !== sample[at]!.row + 1) return false;
  const texts = textsOf(below).filter((text) => text !== '');
  const width = textsOf(sample[at]!).filter((text) => text !== '').length;
  return texts.length > 0 && texts.length < width && texts.every((text) => meaningOf(text) !== null);
}

/** True for the rows of the header, and for a row that says again what it says. */
export function isHeader(row: Row, header: Header): boolean {
  const isOwn = header.row !== null && row.row >= header.row && row.row < (header.body[0]?.row ?? Infinity);
  return isOwn || repeatsHeader(row, header);
}

/** In most of its cells. */
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
