import { findByContent } from './annotate/columns.ts';
import type { Header } from './header.ts';
import type { Meaning, Role } from './names.ts';
import { type Profile, profileOf } from './profile.ts';
import { columnLetter, type Row } from './rows.ts';

/** One column of a table: what its header says and what its cells look like. */
export interface Column {
  /** 0-based. */
  readonly index: number;
  /** The header as written, or the letter of the column where it is blank. */
  readonly name: string;
  readonly meaning: Meaning | null;
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
  return Array.from({ length: width }, (_, index) => columnAt(header, judged, index));
}

/** Where an earlier audit added its columns to a table without a header; with one, their names tell. */
function auditStart({ row, body }: Header): number {
  if (row !== null) return Number.POSITIVE_INFINITY;
  const starts = body.map(({ cells }) => findByContent(cells)?.[0]);
  return starts.find((start) => typeof start === 'number') ?? Number.POSITIVE_INFINITY;
}

function columnAt(header: Header, rows: readonly Row[], index: number): Column {
  const name = (header.names[index] ?? '').replace(/\s+/g, ' ') || columnLetter(index);
  return { index, name, meaning: header.meanings[index] ?? null, profile: profileOf(rows, index) };
}

/** True when the header gives the column that role, at least that surely. */
export function says(column: Column, role: Role, least = 1): boolean {
  return column.meaning?.role === role && column.meaning.rank >= least;
}

/** True when the cells cannot be what a header of part numbers promises. */
export function isContradicted({ profile }: Column): boolean {
  if (profile.filled < 2) return false;
  return profile.ordered >= 0.6 || profile.prose >= 0.7 || (profile.designators >= 0.8 && profile.mpn < 0.5);
}

/** True for a column whose header leaves open what it holds. */
export function isOpen({ meaning }: Column): boolean {
  return meaning === null || OPEN_ROLES.has(meaning.role);
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
