import type { Choice, Chosen } from './choose.ts';
import { isError } from './placeholder.ts';
import { cellText, columnLetter, type Row } from './rows.ts';

/** Cells of a row that should say something and show no value, in sentences. */
export interface Faults {
  readonly partNumbers: readonly string[];
  /** Those of part numbers first. */
  readonly all: readonly string[];
}

const NONE: Faults = { partNumbers: [], all: [] };

/**
 * Looks for errors, and for formulas without stored values, in the columns that lines are read from. A row that shows
 * nothing else (`filled` is 0) is one that was prepared for a line: there only formulas count, which may say something.
 */
export function faultsReader(choice: Choice): (row: Row, filled: number) => Faults {
  const { mpn, manufacturer, quantity, designators } = choice;
  const others = [
    ...manufacturer.map((chosen) => ['manufacturer', chosen] as const),
    ...(quantity === null ? [] : [['quantity', quantity] as const]),
    ...(designators === null ? [] : [['designator', designators] as const]),
  ];
  const columns = [...mpn, ...others.map(([, chosen]) => chosen)].map(({ column }) => column.index);
  return (row, filled) => {
    const isSound = row.faults === undefined && !columns.some((index) => row.cells[index]?.includes('#'));
    if (isSound || (filled === 0 && !mpn.some(({ column }) => row.faults?.get(column.index) === null)))
      return NONE;
    const partNumbers = mpn.flatMap((chosen) => sentence(row, 'part number', chosen) ?? []);
    const rest = others.flatMap(([what, chosen]) => sentence(row, what, chosen) ?? []);
    return { partNumbers, all: [...partNumbers, ...rest] };
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
