import { findByContent } from './annotate/columns.ts';
import type { Header } from './header.ts';
import type { Meaning, Role } from './names.ts';
import { type Profile, profileOf } from './profile.ts';
import { cellText, columnLetter, type Row } from './rows.ts';
import { plainHeader } from './vocabulary.ts';
import { SHOP_WORDS } from './words/shops.ts';

/** One column of a table: what its header says and what its cells look like. */
export interface Column {
  /** 0-based. */
  readonly index: number;
  /** The header as written, or the letter of the column where it is blank. */
  readonly name: string;
  readonly meaning: Meaning | null;
  /** Those of the rows that columns are judged by. */
  readonly cells: readonly string[];
  readonly profile: Profile;
}

/** Rows that the cells of a column are judged by. */
const JUDGED = 400;

/** The columns of a table, with what their cells look like. */
export function columnsOf(header: Header): Column[] {
  const rows = header.body.filter(({ cells }) => cells.filter((cell) => cell !== '').length > 1);
  const judged = (rows.length > 0 ? rows : header.body).slice(0, JUDGED);
  const widest = Math.max(header.names.length, ...judged.map(({ cells }) => cells.length));
  const width = Math.min(widest, auditStart(header));
  return settled(Array.from({ length: width }, (_, index) => columnAt(header, judged, index)));
}

/** Where an earlier audit added its columns to a table without a header; with one, their names tell. */
function auditStart({ row, body }: Header): number {
  if (row !== null) return Number.POSITIVE_INFINITY;
  const starts = body.map(({ cells }) => findByContent(cells)?.[0]);
  return starts.find((start) => typeof start === 'number') ?? Number.POSITIVE_INFINITY;
}

function columnAt(header: Header, rows: readonly Row[], index: number): Column {
  const name = (header.names[index] ?? '').replace(/\s+/g, ' ') || columnLetter(index);
  const meaning = header.meanings[index] ?? null;
  const cells = rows.map((row) => cellText(row.cells, index));
  return { index, name, meaning, cells, profile: profileOf(rows, index) };
}

/**
 * What a header leaves open the columns beside it settle: order numbers are a shop's beside a column of shops, and a
 * vendor is a manufacturer where the names of his column are manufacturers'.
 */
function settled(columns: readonly Column[]): Column[] {
  const vendors = columns.filter((column) => says(column, 'distributor') && column.profile.filled > 0);
  const makers = vendors.filter(({ profile }) => profile.makers >= 0.6);
  const shops = vendors.filter((column) => !makers.includes(column));
  return columns.map((column) => {
    const meaning = meaningBeside(column, { makers, shops });
    return meaning === column.meaning ? column : { ...column, meaning };
  });
}

interface Vendors {
  readonly makers: readonly Column[];
  readonly shops: readonly Column[];
}

function meaningBeside(column: Column, { makers, shops }: Vendors): Meaning | null {
  if (makers.includes(column)) return { role: 'manufacturer', rank: 2 };
  if (says(column, 'order-number')) return { role: shops.length > 0 ? 'distributor-number' : 'mpn', rank: 2 };
  const { mpn, ordered, numbering } = column.profile;
  const isMakers =
    makers.some(isFilledEnough) && shops.length === 0 && mpn >= 0.5 && ordered < 0.2 && numbering === null;
  return says(column, 'distributor-number') && isMakers && !namesShop(column.name)
    ? { role: 'alternate', rank: 2 }
    : column.meaning;
}

function namesShop(header: string): boolean {
  return plainHeader(header)
    .split(' ')
    .some((word) => SHOP_WORDS.has(word));
}

/** A few stray cells are no column of anything. */
export function isFilledEnough({ profile }: Column): boolean {
  return profile.filled >= 3 || profile.filled * 2 >= profile.rows;
}

/** True when the header gives the column that role, at least that surely. */
export function says(column: Column, role: Role, least = 1): boolean {
  return column.meaning?.role === role && column.meaning.rank >= least;
}

/** True when the cells cannot be what a header of part numbers promises. */
export function isContradicted({ profile, meaning }: Column): boolean {
  if (profile.filled < 2) return false;
  if (profile.numbering !== null && (meaning?.role !== 'mpn' || meaning.rank < 3)) return true;
  return profile.ordered >= 0.6 || profile.prose >= 0.7 || (profile.designators >= 0.8 && profile.mpn < 0.5);
}

/** True for a column whose header leaves open what it holds, or promises what its cells are not. */
export function isOpen({ meaning, profile }: Column): boolean {
  if (meaning === null || OPEN_ROLES.has(meaning.role)) return true;
  if (profile.mpn < 0.7) return false;
  if (meaning.role === 'designators') return profile.designators < 0.3;
  if (meaning.role === 'quantity') return profile.counts < 0.3;
  return meaning.role === 'manufacturer' && profile.makers < 0.2;
}

const OPEN_ROLES: ReadonlySet<Role> = new Set(['name', 'note', 'other', 'mpn', 'alternate', 'item'] as const);

/** The column that is most surely what the share tells, weighed with how many cells are filled, and at least `least`. */
export function likeliest(
  columns: readonly Column[],
  share: 'mpn' | 'makers' | 'designators',
  least: number,
): Column | undefined {
  const weight = ({ profile }: Column) => profile[share] ** 2 * profile.filled;
  return columns
    .filter(({ profile }) => profile.filled > 0 && profile[share] >= least)
    .sort((left, right) => weight(right) - weight(left))[0];
}

/** The column with its letter, for a sentence: `D "Part Number"`, or `D` when it has no header. */
export function quoted(column: Column): string {
  const letter = columnLetter(column.index);
  return column.name === letter ? letter : `${letter} "${column.name}"`;
}
