import { type Meaning, meaningOf } from './names.ts';
import { cellText, type Row } from './rows.ts';
import { isCount, isUrl, isValue, looksLikeMpn } from './shapes.ts';

/** What one column is called, and what that says. */
export interface Heading {
  readonly name: string;
  readonly meaning: Meaning | null;
}

/** The heading of a column in a header of one row. */
export function single(name: string): Heading {
  return { name, meaning: meaningOf(name) };
}

/**
 * The headings of a header of two rows: names under those of the groups that they belong to (`Second source` over
 * `Manufacturer` and `Part No.`), words that go on in the second row, or the same in two languages.
 */
export function stacked(upper: readonly string[], lower: readonly string[]): Heading[] {
  const width = Math.max(upper.length, lower.length);
  const [over, under] = [padded(upper, width), padded(lower, width)];
  if (isWhole(upper, lower))
    return over.map((name, column) => ({ ...oneOf(name, under[column]!), name: name || under[column]! }));
  let group = '';
  return over.map((top, column) => {
    const leaf = under[column]!;
    if (top !== '' || leaf === '') group = top;
    if (leaf === '') return single(top);
    if (top === '' || isSpanning(column, over, under)) return { name: leaf, meaning: inGroup(group, leaf) };
    return { name: top, meaning: inGroup(top, leaf) };
  });
}

function padded(texts: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, column) => texts[column] ?? '');
}

/** True for a text that stands over the next column, too. */
function isSpanning(column: number, over: readonly string[], under: readonly string[]): boolean {
  return !over[column + 1] && Boolean(under[column + 1]);
}

/** What a name means in its group; a group of another kind, such as a title above, makes nothing less sure. */
function inGroup(group: string, name: string): Meaning | null {
  const together = group === '' ? null : meaningOf(`${group} ${name}`);
  const { meaning } = oneOf(name, group);
  const isSurer = together !== null && (meaning === null || together.rank >= meaning.rank);
  return isSurer || (together !== null && isGroup(group)) ? together : meaningOf(name);
}

function oneOf(name: string, other: string): Heading {
  const [left, right] = [meaningOf(name), meaningOf(other)];
  return { name, meaning: left === null || (right !== null && right.rank > left.rank) ? right : left };
}

/** True when most columns have a text in both rows. */
function isWhole(upper: readonly string[], lower: readonly string[]): boolean {
  const both = upper.filter((text, column) => text !== '' && Boolean(lower[column])).length;
  return both * 4 >= Math.max(filled(upper), filled(lower)) * 3;
}

function filled(texts: readonly string[]): number {
  return texts.filter((text) => text !== '').length;
}

/** True when the next row goes on with the header: each of its texts is a word of headers, or it says the same in another language. */
export function isSubheader(sample: readonly Row[], at: number): boolean {
  const texts = textsBeside(sample, at, 1);
  const own = filled(sample[at]!.cells);
  const known = texts.filter((text) => meaningOf(text) !== null).length;
  if (texts.length === 0 || texts.some(isData)) return false;
  return texts.length < own ? known === texts.length : known > 1 && known * 5 >= texts.length * 3;
}

/** True when the row above names groups of columns, or the columns that are blank in the header itself. */
export function isGroupRow(sample: readonly Row[], at: number): boolean {
  const texts = textsBeside(sample, at, -1);
  if (texts.length === 0 || texts.some(isData)) return false;
  const own = sample[at]!.cells;
  const above = sample[at - 1]!.cells;
  const leaves = above.filter((_, column) => !own[column] && meaningOf(cellText(above, column)) !== null);
  return leaves.length > 0 || texts.filter(isGroup).length > 1;
}

function isGroup(text: string): boolean {
  const role = meaningOf(text)?.role;
  return (
    role === 'distributor' ||
    role === 'manufacturer' ||
    /\b(?:source|alternat\w*|primary|second\w*)\b/i.test(text)
  );
}

/** The texts of the next row or the one before; none when there is a gap between them. */
function textsBeside(sample: readonly Row[], at: number, step: 1 | -1): readonly string[] {
  const beside = sample[at + step];
  if (beside === undefined || beside.row !== sample[at]!.row + step) return [];
  return beside.cells.map((_, column) => cellText(beside.cells, column)).filter((text) => text !== '');
}

/** True for what stands in rows of data and not in headers. */
export function isData(text: string): boolean {
  if (PLAIN_WORD.test(text) || meaningOf(text) !== null) return false;
  return isCount(text) || isUrl(text) || looksLikeMpn(text) || isValue(text);
}

/** A heading that says nothing to us, such as `Field12`, is no sign of a row of data. */
const PLAIN_WORD = /^\p{Lu}?\p{Ll}{2,}[ _]?\d{0,2}$/u;
