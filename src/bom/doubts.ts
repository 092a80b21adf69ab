import type { Choice, Chosen } from './choose.ts';
import { agreementOf } from './choose-quantity.ts';
import { type Column, isContradicted, isOpen, likeliest, quoted, says } from './columns.ts';
import { countOf } from './shapes.ts';

/** What a person should know of the choice of columns, in sentences. */
export function doubts(columns: readonly Column[], choice: Choice): string[] {
  const { mpn, manufacturer, designators } = choice;
  const isNamed = mpn.some(({ column, by }) => by === 'header' && says(column, 'mpn', 3));
  const chosen = new Set(mpn.map(({ column }) => column));
  const lying = columns.filter(
    (column) => says(column, 'mpn', isNamed ? 3 : 2) && isContradicted(column) && !chosen.has(column),
  );
  const guessed = manufacturer.filter(({ by }) => by === 'cells');
  return [
    ...lying.map(
      (column) =>
        `Column ${quoted(column)} is headed as part numbers, but holds ${contentOf(column)}; it was not read.`,
    ),
    ...mpn.map(doubtOf),
    ...guessed.map(
      ({ column }) => `No header names the manufacturers; column ${quoted(column)} was taken by its cells.`,
    ),
    quantityDoubt(columns, choice),
    rivalDesignators(columns, designators),
    rivalOf(columns, mpn),
    besideShops(columns, choice),
  ].filter((sentence) => sentence !== '');
}

function doubtOf({ column, by }: Chosen): string {
  const { profile } = column;
  const share = `${Math.round(profile.mpn * 100)} % of its cells look like part numbers`;
  if (profile.filled === 0)
    return `Column ${quoted(column)} is headed as part numbers, but ${blankOf(column)}.`;
  if (by === 'cells')
    return `No header names the part numbers; column ${quoted(column)} was taken, since ${share}.`;
  if (profile.numbering !== null)
    return `Column ${quoted(column)} may hold a house's own numbers, since all have the form ${profile.numbering}: name another with --mpn-column if so.`;
  const isDoubtful = profile.mpn < 0.4 && profile.filled > 3;
  return isDoubtful ? `Column ${quoted(column)} is headed as part numbers, but only ${share}.` : '';
}

function blankOf({ profile }: Column): string {
  return profile.faulty === 0
    ? 'is empty'
    : 'shows no value: it holds formulas without stored values, or errors';
}

/** Another column that seems to hold part numbers as well as those that were chosen. */
function rivalOf(columns: readonly Column[], mpn: readonly Chosen[]): string {
  if (mpn.length === 0) return '';
  const isSure = mpn.some(({ by, column }) => by === 'header' && column.profile.filled > 2);
  const others = columns.filter(
    (column) => isOpen(column) && !mpn.some((one) => one.column === column || isCopy(column, one.column)),
  );
  const rival = isSure ? likeliest(others.filter(isUnexplained), 'mpn', 0.8) : likeliest(others, 'mpn', 0.3);
  if (rival === undefined || rival.profile.filled < (isSure ? 3 : 5)) return '';
  return `Column ${quoted(rival)} seems to hold part numbers too: name it with --mpn-column if they are meant.`;
}

/** No header says that it is something else, and it is filled in most rows. */
function isUnexplained(column: Column): boolean {
  const { filled, rows, numbering } = column.profile;
  const isOfNumbers = column.meaning === null || says(column, 'mpn') || says(column, 'alternate');
  return isOfNumbers && filled * 2 >= rows && numbering === null;
}

/** True when the column says what the other one says, in most rows. */
function isCopy(column: Column, other: Column): boolean {
  const same = column.cells.filter((cell, row) => cell !== '' && cell === other.cells[row]).length;
  return same * 5 >= column.profile.filled * 4;
}

/** Which counts were taken where several are stated, and what may be doubted of them. */
function quantityDoubt(columns: readonly Column[], { quantity, designators }: Choice): string {
  if (quantity === null || quantity.by === 'person') return '';
  const { column, by } = quantity;
  if (by === 'cells')
    return `No header names the quantities; column ${quoted(column)} was taken, since it counts: name another with --quantity-column.`;
  const other = columns.find(
    (one) => one !== column && says(one, 'quantity') && countsOtherwise(one, column),
  );
  if (other !== undefined)
    return `Quantities are from column ${quoted(column)}, not from ${quoted(other)}, which counts otherwise: name it with --quantity-column if it counts one board.`;
  const isBorneOut = agreementOf(column, designators?.column) >= 0.8;
  if (column.meaning?.rank !== 1 || isBorneOut) return '';
  return `Quantities are from column ${quoted(column)}, which may count more than one board.`;
}

function countsOtherwise(one: Column, other: Column): boolean {
  if (one.profile.filled === 0 || one.profile.counts < 0.5) return false;
  return one.cells.some((cell, row) => countOf(cell) !== countOf(other.cells[row] ?? ''));
}

/** A second column of designators, such as those of the other side of the board. */
function rivalDesignators(columns: readonly Column[], designators: Chosen | null): string {
  if (designators === null || designators.by === 'person') return '';
  const rival = columns.find(
    (column) =>
      column !== designators.column &&
      says(column, 'designators') &&
      column.profile.designators >= 0.6 &&
      !isCopy(column, designators.column),
  );
  if (rival === undefined) return '';
  return `Designators are from column ${quoted(designators.column)}, not from ${quoted(rival)}: name it with --designator-column if it is meant.`;
}

/** Where shops are named and no makers, a part number may be the shop's. */
function besideShops(columns: readonly Column[], { mpn, manufacturer }: Choice): string {
  const unsure = mpn.find(
    ({ by, column }) => by === 'header' && !says(column, 'mpn', 3) && column.profile.filled > 0,
  );
  const shops = columns.find((column) => says(column, 'distributor') && column.profile.shops >= 0.5);
  const isMade = manufacturer.some(({ column }) => column.profile.filled > 0);
  if (unsure === undefined || shops === undefined || isMade) return '';
  return `Column ${quoted(unsure.column)} stands beside shops (${quoted(shops)}) and no makers are named: its numbers may be the shops' own.`;
}

/** What the cells of a column are, for a person. */
export function contentOf({ profile }: Column): string {
  if (profile.ordered >= 0.6) return `order numbers of ${profile.distributors.join(' and ')}`;
  if (profile.numbering !== null)
    return `numbers of a house's or a shop's own, all of the form ${profile.numbering}`;
  if (profile.designators >= 0.8) return 'designators';
  if (profile.prose >= 0.7) return 'addresses or descriptions';
  return profile.filled === 0 ? 'nothing' : 'something else';
}
