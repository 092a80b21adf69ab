import type { Choice, Chosen } from './choose.ts';
import { type Column, isContradicted, isOpen, likeliest, quoted, says } from './columns.ts';

/** What a person should know of the choice of columns, in sentences. */
export function doubts(columns: readonly Column[], choice: Choice): string[] {
  const { mpn, manufacturer, quantity } = choice;
  const isNamed = mpn.some(({ column, by }) => by === 'header' && says(column, 'mpn', 3));
  const lying = columns.filter((column) => says(column, 'mpn', isNamed ? 3 : 2) && isContradicted(column));
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
    quantity !== null && quantity.column.meaning?.rank === 1
      ? `Quantities are from column ${quoted(quantity.column)}, which may count more than one board.`
      : '',
    rivalOf(columns, mpn),
  ].filter((sentence) => sentence !== '');
}

function doubtOf({ column, by }: Chosen): string {
  const { profile } = column;
  const share = `${Math.round(profile.mpn * 100)} % of its cells look like part numbers`;
  if (profile.filled === 0)
    return `Column ${quoted(column)} is headed as part numbers, but ${blankOf(column)}.`;
  if (by === 'cells')
    return `No header names the part numbers; column ${quoted(column)} was taken, since ${share}.`;
  const isDoubtful = profile.mpn < 0.4 && profile.filled > 3;
  return isDoubtful ? `Column ${quoted(column)} is headed as part numbers, but only ${share}.` : '';
}

function blankOf({ profile }: Column): string {
  return profile.faulty === 0
    ? 'is empty'
    : 'shows no value: it holds formulas without stored values, or errors';
}

/** When the part numbers were guessed, or next to none was found, another column may hold them. */
function rivalOf(columns: readonly Column[], mpn: readonly Chosen[]): string {
  const isSure = mpn.some(({ by, column }) => by === 'header' && column.profile.filled > 2);
  if (mpn.length === 0 || isSure) return '';
  const others = columns.filter((column) => isOpen(column) && !mpn.some((one) => one.column === column));
  const rival = likeliest(others, 'mpn', 0.3);
  if (rival === undefined || rival.profile.filled < 5) return '';
  return `Column ${quoted(rival)} seems to hold part numbers too: name it with --mpn-column if they are meant.`;
}

/** What the cells of a column are, for a person. */
export function contentOf({ profile }: Column): string {
  if (profile.ordered >= 0.6) return `order numbers of ${profile.distributors.join(' and ')}`;
  if (profile.designators >= 0.8) return 'designators';
  if (profile.prose >= 0.7) return 'addresses or descriptions';
  return profile.filled === 0 ? 'nothing' : 'something else';
}
