import { dayOf, type NumberStyle, readNumberStyles } from './formats.ts';
import type { Workbook } from './package.ts';
import { unescapeControls } from './richtext.ts';
import { readStrings } from './strings.ts';
import type { Cell } from './worksheet.ts';

/** What cells mean that point elsewhere: to a shared string, to a style. */
export interface Shared {
  readonly strings: readonly string[];
  readonly numberStyles: readonly NumberStyle[];
  readonly date1904: boolean;
}

/** Reads what any cell may point to. */
export async function readShared(book: Workbook): Promise<Shared> {
  return {
    strings: await readStrings(book),
    numberStyles: await readNumberStyles(book),
    date1904: book.date1904,
  };
}

/** What a spreadsheet shows in a cell, but for thousands' separators and units; days are `YYYY-MM-DD`, errors are blank. */
export function shownIn({ kind, text, style }: Cell, shared: Shared): string {
  if (text === '' || kind === 'e') return '';
  if (kind === 's') return shared.strings[Number(text)] ?? '';
  if (kind === 'b') return TRUTH[text] ?? text;
  return kind === 'n' ? numberIn(text, style, shared) : unescapeControls(text);
}

const TRUTH: Readonly<Record<string, string>> = { 0: 'FALSE', 1: 'TRUE' };

function numberIn(text: string, style: string | undefined, shared: Shared): string {
  const shows = style === undefined ? null : (shared.numberStyles[Number(style)] ?? null);
  if (shows === 'day') return dayOf(text, shared.date1904);
  const plain = plainNumber(text);
  return shows === null ? plain : shows(plain);
}

/** True for a cell with a formula whose value is an error, or is not stored; an empty text is a value. */
export function isFaulty({ kind, text, hasFormula, hasValue }: Cell): boolean {
  if (kind === 'e') return true;
  return hasFormula && text === '' && !(kind === 'str' && hasValue);
}

/** Whole numbers that are stored with an exponent or a fraction of nothing, in digits. */
function plainNumber(stored: string): string {
  const text = stored.trim();
  if (/^-?\d+$/.test(text)) return text;
  const number = Number(text);
  return text !== '' && Number.isSafeInteger(number) ? String(number) : text;
}
