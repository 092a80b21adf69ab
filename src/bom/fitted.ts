import type { Choice } from './choose.ts';
import type { Column } from './columns.ts';
import type { Role } from './names.ts';
import { maySayNotFitted, saysNotFitted, valueSaysNotFitted } from './placeholder.ts';
import { cellText } from './rows.ts';

const YES = /^(?:y|yes|ja|oui|si|1|x|true|✓|✔|wahr|vrai|да|是|exclude.*)$/i;
const NO = /^(?:n|no|nein|non|0|false|falsch|faux|нет|否|-|exclude.*)$/i;
/** Columns that may say `DNP` beside what they are for. */
const OUTSPOKEN: ReadonlySet<Role | undefined> = new Set([
  undefined,
  'note',
  'description',
  'other',
  'name',
  'distributor',
  'manufacturer',
  'mpn',
  'alternate',
  'fitted',
  'not-fitted',
] as const);

/** Tells of a row whether its part is fitted: by the columns made for it, and by `DNP` where any other column says so. */
export function fittedReader(
  choice: Choice,
  columns: readonly Column[],
): (cells: readonly string[]) => boolean {
  const tests = columns.flatMap((column) => testOf(column, choice) ?? []);
  return (cells) => !tests.some((test) => test(cells));
}

type Test = (cells: readonly string[]) => boolean;

/** Whether a column says that the part of a row is not fitted; null for one that is not asked. */
function testOf(column: Column, { designators, quantity }: Choice): Test | null {
  const { index, meaning } = column;
  const says = (test: (text: string) => boolean) => (cells: readonly string[]) =>
    test(cellText(cells, index));
  if (column === designators?.column) return null;
  if (meaning?.role === 'value') return says(valueSaysNotFitted);
  if (meaning?.role === 'fitted') return says((text) => NO.test(text) || saysNotFitted(text));
  if (meaning?.role === 'not-fitted') return says((text) => YES.test(text) || saysNotFitted(text));
  if (!OUTSPOKEN.has(meaning?.role) && column !== quantity?.column) return null;
  return (cells) => maySayNotFitted(cells[index] ?? '') && saysNotFitted(cellText(cells, index));
}
