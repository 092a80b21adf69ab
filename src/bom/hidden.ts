import { type Choice, type Chosen, chooseColumns, type Wanted } from './choose.ts';
import { type Column, quoted, says } from './columns.ts';

/** A choice of columns, and what a person should know of it, in sentences. */
export interface Shown {
  readonly choice: Choice;
  readonly warnings: readonly string[];
}

/** Chooses from the columns that the sheet shows; from hidden ones what no shown one holds, or what was named. */
export function chooseShown(columns: readonly Column[], wanted: Wanted, hidden: ReadonlySet<number>): Shown {
  const all = chooseColumns(columns, wanted);
  const isHidden = ({ index }: Column) => hidden.has(index);
  if (!columns.some(isHidden)) return { choice: all, warnings: [] };
  const named = new Set([wanted.mpn, wanted.manufacturer, wanted.quantity, wanted.designators].flat());
  const shown = chooseColumns(
    columns.filter((column) => !isHidden(column) || named.has(column.index)),
    wanted,
  );
  const fromHidden = (chosen: Chosen | null) => (chosen && isHidden(chosen.column) ? chosen : null);
  const isFilled = (chosen: readonly Chosen[]) => chosen.some(({ column }) => column.profile.filled > 0);
  const isGuess = (chosen: readonly Chosen[]) => chosen.every(({ by }) => by === 'cells');
  const isGood = isFilled(shown.mpn) && (!isGuess(shown.mpn) || isGuess(all.mpn));
  const choice: Choice = {
    ...shown,
    mpn: isGood ? shown.mpn : all.mpn,
    manufacturer: isFilled(shown.manufacturer)
      ? shown.manufacturer
      : all.manufacturer.filter((chosen) => fromHidden(chosen) !== null),
    quantity: shown.quantity ?? fromHidden(all.quantity),
    designators: shown.designators ?? fromHidden(all.designators),
  };
  return { choice, warnings: warningsOf(columns.filter(isHidden), choice) };
}

function warningsOf(
  hidden: readonly Column[],
  { mpn, manufacturer, quantity, designators }: Choice,
): string[] {
  const read = new Set([...mpn, ...manufacturer, quantity, designators].map((chosen) => chosen?.column));
  return hidden.flatMap((column) => {
    if (read.has(column)) return `Column ${quoted(column)} is hidden in the sheet; it was read all the same.`;
    const isRival = says(column, 'mpn', 2) && column.profile.filled > 0;
    return isRival
      ? `Column ${quoted(column)} is headed as part numbers, but hidden in the sheet; it was not read.`
      : [];
  });
}
