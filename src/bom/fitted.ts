import type { Choice } from './choose.ts';
import type { Column } from './columns.ts';
import type { Role } from './names.ts';
import { maySayNotFitted, saysNotFitted, valueSaysNotFitted, withoutMarker } from './placeholder.ts';
import { cellText } from './rows.ts';
import { countOf } from './shapes.ts';
import { NO, YES } from './words/yes-no.ts';

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
function testOf(column: Column, { designators, quantity, mpn }: Choice): Test | null {
  const { index, meaning } = column;
  const says = (test: (text: string) => boolean) => (cells: readonly string[]) =>
    test(cellText(cells, index));
  if (column === designators?.column) return says(areNotFitted);
  if (column === quantity?.column) return says(isNotCounted);
  if (mpn.some((chosen) => chosen.column === column))
    return says((text) => withoutMarker(text) !== text || saysNotFitted(text));
  if (meaning?.role === 'value') return says(valueSaysNotFitted);
  if (meaning?.role === 'fitted') return says((text) => means(text, NO));
  if (meaning?.role === 'not-fitted') return says((text) => means(text, YES));
  if (!OUTSPOKEN.has(meaning?.role)) return null;
  return (cells) => maySayNotFitted(cells[index] ?? '') && saysNotFitted(cellText(cells, index));
}

/** `Excluded from BOM` says no under whatever header. */
function means(text: string, words: ReadonlySet<string>): boolean {
  return words.has(text.toLowerCase()) || /^exclud/i.test(text) || saysNotFitted(text);
}

/** `1 (DNF)`, `DNP`. */
function isNotCounted(text: string): boolean {
  if (/^[\d.,]*$/.test(text)) return false;
  return saysNotFitted(text) || (withoutMarker(text, 'short') !== text && countOf(text) !== null);
}

/** True when a marker stands at every designator of the cell, or before all of them: `U3 (DNP)`, `R1*DNP, R2*DNP`, `DNS D4`. */
function areNotFitted(text: string): boolean {
  if (!mayBeMarked(text)) return false;
  const bare = withoutMarker(text, 'short');
  const isLed = bare !== text && text.endsWith(bare);
  return (
    isLed || saysNotFitted(text) || itemsOf(text).every((item) => isMarked(item) && !/\s/.test(bareOf(item)))
  );
}

/** True when only some designators of a cell are marked, or it is not clear which: `R1, R2 (DNP)`. */
export function saysSomeNotFitted(designators: string): boolean {
  return mayBeMarked(designators) && !areNotFitted(designators) && itemsOf(designators).some(isMarked);
}

/** True for the title of a section of parts that are not fitted: `DNP`, `Do not populate:`, `Not fitted parts`. */
export function isNotFittedTitle(text: string): boolean {
  if (!saysNotFitted(text)) return false;
  const rest = withoutMarker(text, 'short');
  return (
    rest === text ||
    /^(?:parts?|components?|items?|list|section|bauteile|teile|composants|componentes|部品|元件)[\s:]*$/iu.test(
      rest,
    )
  );
}

function itemsOf(text: string): readonly string[] {
  return text
    .split(/[,;]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function isMarked(item: string): boolean {
  return bareOf(item) !== item;
}

function bareOf(item: string): string {
  return withoutMarker(item, 'short');
}

/** False for plain lists of designators, which is most cells. */
function mayBeMarked(text: string): boolean {
  return text.length < LONGEST_LIST && /[^\dA-Z\s,;.-]|[A-Z]{2}/.test(text);
}

const LONGEST_LIST = 2000;
