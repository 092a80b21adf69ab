import type { Choice, Chosen } from './choose.ts';
import { isError } from './placeholder.ts';
import { cellText, columnLetter, type Row } from './rows.ts';

/** Cells of a row that should say something and show no value. */
export interface Faults {
  /** In sentences, those of part numbers apart. */
  readonly partNumbers: readonly string[];
  readonly others: readonly string[];
  /** True when one of the part numbers is a formula without a stored value: the row may say more than it shows. */
  readonly isUnstored: boolean;
}

const NONE: Faults = { partNumbers: [], others: [], isUnstored: false };

/** Looks for errors, and for formulas without stored values, in the columns that lines are read from. */
export function faultsReader({ mpn, manufacturer, quantity, designators }: Choice): (row: Row) => Faults {
  const others = [
    ...manufacturer.map((chosen) => ['manufacturer', chosen] as const),
    ...(quantity === null ? [] : [['quantity', quantity] as const]),
    ...(designators === null ? [] : [['designator', designators] as const]),
  ];
  return (row) => {
    const partNumbers = mpn.flatMap((chosen) => sentence(row, 'part number', chosen) ?? []);
    const rest = others.flatMap(([what, chosen]) => sentence(row, what, chosen) ?? []);
    if (partNumbers.length + rest.length === 0) return NONE;
    const isUnstored = mpn.some(({ column }) => row.faults?.get(column.index) === null);
    return { partNumbers, others: rest, isUnstored };
  };
}

function sentence(row: Row, what: string, { column }: Chosen): string | null {
  const known = row.faults?.get(column.index);
  const fault = known === undefined ? errorIn(row, column.index) : known;
  if (fault === undefined) return null;
  const shown = fault === null ? 'a formula without a stored value' : `the error ${fault}`;
  return `The ${what} in ${columnLetter(column.index)}${row.row} is ${shown}.`;
}

/** Text files hold the errors of the spreadsheet that they were exported from. */
function errorIn({ cells }: Row, index: number): string | undefined {
  if (!cells[index]?.includes('#')) return undefined;
  const text = cellText(cells, index);
  return isError(text) ? text : undefined;
}

/** What a person should do about rows whose part number shows no value. */
export function faultsWarning(rows: readonly number[]): readonly string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, 5).join(', ') + (rows.length > 5 ? ', …' : '');
  const where = rows.length === 1 ? `in row ${shown}` : `in ${rows.length} rows (${shown})`;
  return [
    `The part number ${where} is an error or a formula without a stored value: mend it in a spreadsheet program and save the file there.`,
  ];
}
