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

/** A column that was chosen, and why, in words. */
export interface Chosen {
  readonly column: Column;
  readonly why: string;
}

/** Which columns hold what. Several part number columns are alternates of one another, the primary first. */
export interface Choice {
  readonly mpn: readonly Chosen[];
  readonly manufacturer: readonly Chosen[];
  readonly quantity: Chosen | null;
  readonly designators: Chosen | null;
  /** Columns that say whether a part is fitted. */
  readonly fitted: readonly Column[];
  /** Columns that tell two lines with the same designators apart. */
  readonly telling: readonly Column[];
  /** In sentences: where the choice was in doubt. */
  readonly warnings: readonly string[];
}

/** Columns that a person named, by 0-based index. */
export interface Wanted {
  readonly mpn?: readonly number[];
  readonly manufacturer?: readonly number[];
  readonly quantity?: number;
  readonly designators?: number;
}

/** Rows that the cells of a column are judged by. */
const JUDGED = 400;
/** Roles that a column without a telling header may turn out to have by its cells. */
const OPEN_ROLES: ReadonlySet<Role | undefined> = new Set([
  undefined,
  'name',
  'note',
  'other',
  'mpn',
  'alternate',
  'item',
] as const);

/** The columns of a table between two positions, with their profiles. */
export function columnsOf(header: Header, from = 0, to = Number.POSITIVE_INFINITY): Column[] {
  const rows = header.body.filter(({ cells }) => cells.filter((cell) => cell !== '').length > 1);
  const judged = (rows.length > 0 ? rows : header.body).slice(0, JUDGED);
  const width = Math.min(to, Math.max(header.names.length, ...judged.map(({ cells }) => cells.length)));
  const columns: Column[] = [];
  for (let index = from; index < width; index++) columns.push(columnAt(header, judged, index));
  return columns;
}

function columnAt(header: Header, rows: readonly Row[], index: number): Column {
  const name = (header.names[index] ?? '').replace(/\s+/g, ' ') || columnLetter(index);
  return { index, name, meaning: header.meanings[index] ?? null, profile: profileOf(rows, index) };
}

/** Chooses by headers, and lets the cells confirm or overrule them; columns in `wanted` are taken as they are. */
export function chooseColumns(columns: readonly Column[], wanted: Wanted = {}): Choice {
  const at = (index: number): Chosen => ({
    column: columns.find((column) => column.index === index)!,
    why: 'named by you',
  });
  const open = columns.filter(({ meaning }) => meaning?.role !== 'audit');
  const mpn = wanted.mpn?.map(at) ?? chooseMpn(open);
  const taken = new Set(mpn.map(({ column }) => column));
  const free = open.filter((column) => !taken.has(column));
  const manufacturer = wanted.manufacturer?.map(at) ?? chooseMakers(free);
  for (const { column } of manufacturer) taken.add(column);
  const left = free.filter((column) => !taken.has(column));
  const designators = wanted.designators === undefined ? chooseDesignators(left) : at(wanted.designators);
  const quantity =
    wanted.quantity === undefined
      ? chooseQuantity(left.filter((column) => column !== designators?.column))
      : at(wanted.quantity);
  const fitted = columns.filter(
    ({ meaning }) => meaning?.role === 'fitted' || meaning?.role === 'not-fitted',
  );
  const chosenOnes = new Set([...taken, designators?.column, quantity?.column]);
  const telling = open.filter(
    (column) => !chosenOnes.has(column) && (column.meaning === null || column.meaning.role === 'value'),
  );
  const choice = { mpn, manufacturer, quantity, designators, fitted, telling };
  return { ...choice, warnings: wanted.mpn === undefined ? doubts(open, choice) : [] };
}

function says(column: Column, role: Role, least = 1): boolean {
  return column.meaning?.role === role && column.meaning.rank >= least;
}

/** True when the cells cannot be what a header of part numbers promises. */
function isContradicted({ profile }: Column): boolean {
  return (
    profile.filled > 1 &&
    (profile.ordered >= 0.6 || profile.prose >= 0.7 || (profile.designators >= 0.8 && profile.mpn < 0.5))
  );
}

function chooseMpn(columns: readonly Column[]): Chosen[] {
  const headed = columns.filter((column) => says(column, 'mpn', 3) && !isContradicted(column));
  const filled = headed.filter(({ profile }) => profile.filled > 0);
  if (filled.length > 0) return withAlternates(filled, columns, 'its header says so');
  const usual = likeliest(
    columns.filter((column) => says(column, 'mpn', 2) && !isContradicted(column)),
    0.3,
  );
  const unheaded = likeliest(columns.filter(isOpen), 0.6);
  if (usual !== undefined && !(unheaded && unheaded.profile.mpn > usual.profile.mpn + 0.3)) {
    const alike = columns.filter(({ name, profile }) => name === usual.name && profile.mpn >= 0.3);
    return withAlternates(alike, columns, 'its header may mean it and its cells bear it out');
  }
  const byCells =
    unheaded ??
    likeliest(
      columns.filter((column) => says(column, 'name')),
      0.4,
    );
  const isBetter = byCells !== undefined && (headed.length === 0 || byCells.meaning === null);
  if (isBetter) return [chosen(byCells, 'its cells look like part numbers')];
  return headed.map((column) => chosen(column, 'its header says so, but it is empty'));
}

function withAlternates(main: readonly Column[], columns: readonly Column[], reason: string): Chosen[] {
  const alternates = columns.filter((column) => says(column, 'alternate') && column.profile.mpn >= 0.5);
  return [...main, ...alternates.filter((column) => !isContradicted(column))].map((column) =>
    chosen(column, reason),
  );
}

function isOpen({ meaning, profile }: Column): boolean {
  return OPEN_ROLES.has(meaning?.role) && profile.ordered < 0.6;
}

/** The column with the most cells that look like part numbers, if their share is at least `least`. */
function likeliest(columns: readonly Column[], least: number): Column | undefined {
  const likely = columns.filter(({ profile }) => profile.mpn >= least && profile.filled > 0);
  return likely.sort((left, right) => weight(right) - weight(left))[0];
}

function weight({ profile }: Column): number {
  return profile.mpn * profile.mpn * profile.filled;
}

function chosen(column: Column, reason: string): Chosen {
  const share = Math.round(column.profile.mpn * 100);
  return {
    column,
    why: `${reason} (${column.profile.filled} cells filled, ${share} % look like part numbers)`,
  };
}

function chooseMakers(columns: readonly Column[]): Chosen[] {
  const headed = columns.filter(
    (column) => says(column, 'manufacturer') && column.profile.filled > 0 && !isNoMaker(column),
  );
  const vendors = columns.filter((column) => says(column, 'distributor') && column.profile.makers >= 0.6);
  if (headed.length + vendors.length > 0)
    return [...headed, ...vendors].map((column) => ({ column, why: 'its header says so' }));
  const byCells = columns
    .filter((column) => OPEN_ROLES.has(column.meaning?.role) || says(column, 'distributor'))
    .filter(({ profile }) => profile.filled > 1 && profile.makers >= 0.5)
    .sort(
      (left, right) =>
        right.profile.makers * right.profile.filled - left.profile.makers * left.profile.filled,
    )[0];
  if (byCells !== undefined) return [{ column: byCells, why: BY_CELLS }];
  const empty = columns.filter((column) => says(column, 'manufacturer') && column.profile.filled === 0);
  return empty.map((column) => ({ column, why: 'its header says so, but it is empty' }));
}

const BY_CELLS = 'its cells are names of manufacturers';

function isNoMaker({ profile }: Column): boolean {
  return profile.makers < 0.2 && (profile.prose >= 0.5 || profile.mpn >= 0.7);
}

function chooseDesignators(columns: readonly Column[]): Chosen | null {
  const headed = columns.find(
    (column) => says(column, 'designators', 2) && column.profile.mpn < 0.6 && column.profile.prose < 0.7,
  );
  if (headed !== undefined && headed.profile.filled > 0) return { column: headed, why: 'its header says so' };
  const byCells = columns
    .filter((column) => OPEN_ROLES.has(column.meaning?.role) && column.profile.designators >= 0.6)
    .filter(({ profile }) => profile.ordered < 0.8 || !profile.distributors.includes('LCSC'))
    .sort(
      (left, right) =>
        right.profile.designators * right.profile.filled - left.profile.designators * left.profile.filled,
    )[0];
  if (byCells !== undefined) return { column: byCells, why: 'its cells are designators' };
  return headed === undefined ? null : { column: headed, why: 'its header says so, but it is empty' };
}

function chooseQuantity(columns: readonly Column[]): Chosen | null {
  const countable = columns.filter(
    (column) => says(column, 'quantity') && (column.profile.counts >= 0.5 || column.profile.filled === 0),
  );
  const best = [...countable].sort((left, right) => right.meaning!.rank - left.meaning!.rank)[0];
  if (best !== undefined)
    return {
      column: best,
      why: best.meaning!.rank > 1 ? 'its header says so' : 'no better quantity is there',
    };
  const unheaded = columns.filter(
    ({ meaning, profile }) => meaning === null && profile.filled > 1 && profile.counts === 1,
  );
  const isHeaded = columns.some(({ meaning }) => meaning !== null);
  return isHeaded || unheaded.length !== 1 ? null : { column: unheaded[0]!, why: 'its cells are counts' };
}

/** Sentences on what a person should look at. */
function doubts(columns: readonly Column[], choice: Omit<Choice, 'warnings'>): string[] {
  const { mpn, manufacturer, quantity } = choice;
  const lying = columns.filter((column) => says(column, 'mpn', 2) && isContradicted(column));
  const multiple = quantity !== null && quantity.column.meaning?.rank === 1;
  return [
    ...lying.map(
      (column) =>
        `Column ${quoted(column)} is headed as part numbers, but holds ${contentOf(column)}; it was not read.`,
    ),
    ...mpn.map(({ column }) => doubtOf(column)),
    ...manufacturer
      .filter(({ why }) => why === BY_CELLS)
      .map(
        ({ column }) => `No header names the manufacturers; column ${quoted(column)} was taken by its cells.`,
      ),
    multiple
      ? `Quantities are from column ${quoted(quantity.column)}, which may count more than one board.`
      : '',
    rivalOf(columns, mpn),
  ].filter((sentence) => sentence !== '');
}

function doubtOf(column: Column): string {
  const { profile, meaning } = column;
  const share = `${Math.round(profile.mpn * 100)} % of its cells look like part numbers`;
  if (profile.filled === 0) return `Column ${quoted(column)} is headed as part numbers, but is empty.`;
  if (meaning?.role !== 'mpn' && meaning?.role !== 'alternate') {
    return `No header names the part numbers; column ${quoted(column)} was taken, since ${share}.`;
  }
  return profile.mpn < 0.4 && profile.filled > 3
    ? `Column ${quoted(column)} is headed as part numbers, but only ${share}.`
    : '';
}

/** When next to no part number is in the columns for them, another column may hold them. */
function rivalOf(columns: readonly Column[], mpn: readonly Chosen[]): string {
  if (mpn.length === 0 || mpn.some(({ column }) => column.profile.filled > 2)) return '';
  const others = columns.filter((column) => isOpen(column) && !mpn.some((one) => one.column === column));
  const rival = likeliest(others, 0.3);
  if (rival === undefined || rival.profile.filled < 5) return '';
  return `Column ${quoted(rival)} seems to hold part numbers too: name it with --mpn-column if they are meant.`;
}

function quoted(column: Column): string {
  const letter = columnLetter(column.index);
  return column.name === letter ? letter : `${letter} "${column.name}"`;
}

/** What the cells of a column are, for a person. */
export function contentOf({ profile }: Column): string {
  if (profile.ordered >= 0.6) return `order numbers of ${profile.distributors.join(' and ')}`;
  if (profile.designators >= 0.8) return 'designators';
  if (profile.prose >= 0.7) return 'addresses or descriptions';
  return profile.filled === 0 ? 'nothing' : 'something else';
}
