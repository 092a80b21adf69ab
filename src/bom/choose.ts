import { chooseMpn } from './choose-numbers.ts';
import { chooseQuantity } from './choose-quantity.ts';
import { byHeader, type Chosen } from './chosen.ts';
import { type Column, isOpen, likeliest, says } from './columns.ts';

export type { Chosen } from './chosen.ts';

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
    wanted.quantity === undefined ? chooseQuantity(free, designators?.column) : [named(wanted.quantity)],
  );
  const telling = free.filter((column) => column.meaning === null || says(column, 'value'));
  return { mpn, manufacturer, quantity, designators, telling };
}

/** Headed columns; else the column with the most known names. */
function chooseMakers(columns: readonly Column[]): Chosen[] {
  const headed = columns.filter((column) => says(column, 'manufacturer') && !isNoMaker(column));
  const filled = headed.filter(({ profile }) => profile.filled > 0);
  if (filled.length > 0) return filled.map(byHeader);
  const open = columns.filter((column) => isOpen(column) && column.profile.filled > 1);
  const byCells = likeliest(open, 'makers', 0.5);
  if (byCells === undefined) return headed.map(byHeader);
  return [{ column: byCells, by: 'cells', why: 'its cells are names of manufacturers' }];
}

function isNoMaker({ profile }: Column): boolean {
  return profile.makers < 0.2 && (profile.prose >= 0.5 || profile.mpn >= 0.7);
}

function chooseDesignators(columns: readonly Column[]): Chosen[] {
  const headed = columns
    .filter(
      (column) => says(column, 'designators', 2) && column.profile.mpn < 0.6 && column.profile.prose < 0.7,
    )
    .sort((left, right) => Number(areListed(right)) - Number(areListed(left)))[0];
  if (headed !== undefined && headed.profile.filled > 0) return [byHeader(headed)];
  const open = columns.filter(
    (column) => (isOpen(column) || says(column, 'own-number')) && !isOrdered(column),
  );
  const byCells = likeliest(open, 'designators', 0.6);
  if (byCells !== undefined) return [{ column: byCells, by: 'cells', why: 'its cells are designators' }];
  return headed === undefined ? [] : [byHeader(headed)];
}

function areListed({ profile }: Column): boolean {
  return profile.designators >= 0.5;
}

/** LCSC's numbers are written like designators of capacitors. */
function isOrdered({ profile }: Column): boolean {
  return profile.ordered >= 0.8 && profile.distributors.includes('LCSC');
}
