import { type Column, isContradicted, isOpen, likeliest, says } from './columns.ts';

/** A column that was chosen, by whom or by what, and why, in words. */
export interface Chosen {
  readonly column: Column;
  readonly by: 'person' | 'header' | 'cells';
  readonly why: string;
}

/** Which columns hold what. Several part number columns are alternates of one another, the primary first. */
export interface Choice {
  readonly mpn: readonly Chosen[];
  readonly manufacturer: readonly Chosen[];
  readonly quantity: Chosen | null;
  readonly designators: Chosen | null;
  /** Columns that tell two lines with the same designators apart. */
  readonly telling: readonly Column[];
}

/** Columns that a person named, by 0-based index. */
export interface Wanted {
  readonly mpn?: readonly number[];
  readonly manufacturer?: readonly number[];
  readonly quantity?: number;
  readonly designators?: number;
}

/** Chooses by headers, and lets the cells confirm or overrule them; columns in `wanted` are taken as they are. */
export function chooseColumns(columns: readonly Column[], wanted: Wanted = {}): Choice {
  const named = (index: number): Chosen => ({
    column: columns.find((column) => column.index === index)!,
    by: 'person',
    why: 'it was named',
  });
  let free = columns.filter((column) => !says(column, 'audit'));
  const taken = <T extends readonly Chosen[]>(chosen: T): T => {
    free = free.filter((column) => !chosen.some((one) => one.column === column));
    return chosen;
  };
  const mpn = taken(wanted.mpn?.map(named) ?? chooseMpn(free));
  const manufacturer = taken(wanted.manufacturer?.map(named) ?? chooseMakers(free));
  const [designators = null] = taken(
    wanted.designators === undefined ? chooseDesignators(free) : [named(wanted.designators)],
  );
  const [quantity = null] = taken(
    wanted.quantity === undefined ? chooseQuantity(free) : [named(wanted.quantity)],
  );
  const telling = free.filter((column) => column.meaning === null || says(column, 'value'));
  return { mpn, manufacturer, quantity, designators, telling };
}

function chooseMpn(columns: readonly Column[]): Chosen[] {
  const headed = columns.filter((column) => says(column, 'mpn', 3) && !isContradicted(column));
  const filled = headed.filter(({ profile }) => profile.filled > 0);
  if (filled.length > 0) return withAlternates(filled, columns, 'its header says so');

  const usual = likeliest(
    columns.filter((column) => says(column, 'mpn', 2) && !isContradicted(column)),
    'mpn',
    0.3,
  );
  const open = columns.filter((column) => isOpen(column) && column.profile.ordered < 0.6);
  const unheaded = likeliest(open, 'mpn', 0.6);
  if (usual !== undefined && !(unheaded && unheaded.profile.mpn > usual.profile.mpn + 0.3)) {
    const alike = columns.filter(({ name, profile }) => name === usual.name && profile.mpn >= 0.3);
    return withAlternates(alike, columns, 'its header may mean it and its cells bear it out');
  }

  const names = columns.filter((column) => says(column, 'name'));
  const byCells = unheaded ?? likeliest(names, 'mpn', 0.4);
  if (byCells !== undefined && (headed.length === 0 || byCells.meaning === null)) {
    return [withShare(byCells, 'cells', 'its cells look like part numbers')];
  }
  const empty = columns.filter((column) => says(column, 'mpn', 2) && column.profile.filled === 0);
  return empty.map((column) => withShare(column, 'header', 'its header says so, but it is empty'));
}

function withAlternates(main: readonly Column[], columns: readonly Column[], reason: string): Chosen[] {
  const alternates = columns.filter(
    (column) => says(column, 'alternate') && column.profile.mpn >= 0.5 && !isContradicted(column),
  );
  return [...main, ...alternates].map((column) => withShare(column, 'header', reason));
}

function withShare(column: Column, by: Chosen['by'], reason: string): Chosen {
  const { filled, mpn } = column.profile;
  const share = Math.round(mpn * 100);
  return { column, by, why: `${reason} (${filled} cells filled, ${share} % look like part numbers)` };
}

function byHeader(column: Column): Chosen {
  const isEmpty = column.profile.filled === 0;
  return {
    column,
    by: 'header',
    why: isEmpty ? 'its header says so, but it is empty' : 'its header says so',
  };
}

/** Headed columns, and suppliers that are manufacturers by their names; else the column with the most known names. */
function chooseMakers(columns: readonly Column[]): Chosen[] {
  const headed = columns.filter((column) => says(column, 'manufacturer') && !isNoMaker(column));
  const filled = headed.filter(({ profile }) => profile.filled > 0);
  const vendors = columns.filter((column) => says(column, 'distributor') && column.profile.makers >= 0.6);
  if (filled.length + vendors.length > 0) return [...filled, ...vendors].map(byHeader);
  const open = columns.filter((column) => isOpen(column) && column.profile.filled > 1);
  const byCells = likeliest(open, 'makers', 0.5);
  if (byCells === undefined) return headed.map(byHeader);
  return [{ column: byCells, by: 'cells', why: 'its cells are names of manufacturers' }];
}

function isNoMaker({ profile }: Column): boolean {
  return profile.makers < 0.2 && (profile.prose >= 0.5 || profile.mpn >= 0.7);
}

function chooseDesignators(columns: readonly Column[]): Chosen[] {
  const headed = columns.find(
    (column) => says(column, 'designators', 2) && column.profile.mpn < 0.6 && column.profile.prose < 0.7,
  );
  if (headed !== undefined && headed.profile.filled > 0) return [byHeader(headed)];
  const open = columns.filter(
    (column) => (isOpen(column) || says(column, 'own-number')) && !isOrdered(column),
  );
  const byCells = likeliest(open, 'designators', 0.6);
  if (byCells !== undefined) return [{ column: byCells, by: 'cells', why: 'its cells are designators' }];
  return headed === undefined ? [] : [byHeader(headed)];
}

/** LCSC's numbers are written like designators of capacitors. */
function isOrdered({ profile }: Column): boolean {
  return profile.ordered >= 0.8 && profile.distributors.includes('LCSC');
}

function chooseQuantity(columns: readonly Column[]): Chosen[] {
  const best = columns
    .filter(
      (column) => says(column, 'quantity') && (column.profile.counts >= 0.5 || column.profile.filled === 0),
    )
    .sort((left, right) => right.meaning!.rank - left.meaning!.rank)[0];
  if (best !== undefined) return [byHeader(best)];
  if (columns.some(({ meaning }) => meaning !== null)) return [];
  const counts = columns.filter(({ profile }) => profile.filled > 1 && profile.counts === 1);
  return counts.length === 1 ? [{ column: counts[0]!, by: 'cells', why: 'its cells are counts' }] : [];
}
