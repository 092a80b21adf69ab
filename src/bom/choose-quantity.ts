import { byHeader, type Chosen } from './chosen.ts';
import { type Column, says } from './columns.ts';
import { expandDesignators } from './designators.ts';
import { countOf } from './shapes.ts';

/**
 * What is needed for one board: a header that says so, else the column that counts what the designators list, else what
 * the header says most surely.
 */
export function chooseQuantity(columns: readonly Column[], designators: Column | undefined): Chosen[] {
  const merits = (column: Column) => [
    Number(column.profile.filled > 0),
    Number(says(column, 'quantity', 3)),
    Number(agreementOf(column, designators) >= 0.8),
    column.meaning!.rank,
  ];
  const [best] = columns
    .filter(
      (column) => says(column, 'quantity') && (column.profile.counts >= 0.5 || column.profile.filled === 0),
    )
    .map((column) => ({ column, merits: merits(column) }))
    .sort((left, right) => compareMerits(right.merits, left.merits));
  if (best !== undefined) return [byHeader(best.column)];
  return quantityByCells(columns, designators);
}

function compareMerits(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((merit, place) => merit !== right[place]);
  return at < 0 ? 0 : left[at]! - right[at]!;
}

/** The share of the rows in which the column counts the designators that are listed; 0 without any. */
export function agreementOf(column: Column, designators: Column | undefined): number {
  let compared = 0;
  let same = 0;
  for (const [row, cell] of (designators?.cells ?? []).entries()) {
    const [listed, count] = [expandDesignators(cell)?.length, countOf(column.cells[row] ?? '')];
    if (cell === '' || listed === undefined || count === null) continue;
    compared++;
    if (listed === count) same++;
  }
  return compared === 0 ? 0 : same / compared;
}

/** Where no header says it: what counts the designators, or the only column of counts of a table without headers. */
function quantityByCells(columns: readonly Column[], designators: Column | undefined): Chosen[] {
  const counts = columns.filter(({ profile }) => profile.filled > 1 && profile.counts === 1);
  const chosen = (column: Column): Chosen[] => [{ column, by: 'cells', why: 'its cells are counts' }];
  const agreeing = counts.filter(
    (column) =>
      (column.meaning === null || says(column, 'name')) &&
      agreementOf(column, designators) >= 0.9 &&
      column.cells.some((cell) => (countOf(cell) ?? 0) > 1),
  );
  if (agreeing.length === 1) return chosen(agreeing[0]!);
  return counts.length === 1 && columns.every(({ meaning }) => meaning === null) ? chosen(counts[0]!) : [];
}
