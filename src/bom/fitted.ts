import type { Choice } from './choose.ts';
import type { Column } from './columns.ts';
import type { Role } from './names.ts';
import { saysNotFitted, valueSaysNotFitted } from './placeholder.ts';
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
  const test = (column: Column): ((text: string) => boolean) | null => {
    const role = column.meaning?.role;
    if (column === choice.designators?.column) return null;
    if (role === 'value') return valueSaysNotFitted;
    if (role === 'fitted') return (text) => NO.test(text) || saysNotFitted(text);
    if (role === 'not-fitted') return (text) => YES.test(text) || saysNotFitted(text);
    return OUTSPOKEN.has(role) || column === choice.quantity?.column ? saysNotFitted : null;
  };
  const tests = columns.map((column) => ({ index: column.index, says: test(column) }));
  return (cells) => !tests.some(({ index, says }) => says?.(cellText(cells, index)));
}
