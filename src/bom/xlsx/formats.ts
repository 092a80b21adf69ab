import { format, getFormatInfo, isDateFormat } from 'numfmt';
import type { Workbook } from './package.ts';
import { visitXml } from './xml/walk.ts';

/** How the numbers of a style are shown; `null` for as they are stored. */
export type NumberStyle = 'day' | ((stored: string) => string) | null;

/** Characters of a format code, by the spreadsheet programs. */
const LONGEST = 255;
/** Built-in number formats that show a day or a time, and the one that shows zeros that are not stored. */
const DAYS = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57]);
const BUILT_IN = new Map([[2, '0.00']]);

/** How the numbers of each cell style are shown, by its index. */
export async function readNumberStyles(book: Workbook): Promise<readonly NumberStyle[]> {
  if (book.styles === null) return [];
  const codes = new Map(BUILT_IN);
  const ids: number[] = [];
  let isInCells = false;
  await visitXml(book, book.styles, {
    open(tag) {
      const { name } = tag;
      if (name === 'cellXfs') isInCells = true;
      const id = Number(tag.attribute('numFmtId') ?? 0);
      if (name === 'numFmt' && !codes.has(id)) codes.set(id, tag.attribute('formatCode') ?? '');
      else if (name === 'xf' && isInCells) ids.push(id);
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  const known = new Map<number, NumberStyle>();
  for (const id of new Set(ids)) known.set(id, DAYS.has(id) ? 'day' : styleOf(codes.get(id) ?? ''));
  return ids.map((id) => known.get(id) ?? null);
}

/** What a format code makes of numbers. Codes that group, scale, round or calculate leave them as they are stored. */
function styleOf(code: string): NumberStyle {
  if (code.length > LONGEST) return null;
  try {
    if (isDateFormat(code)) return 'day';
    const { type, scale, maxDecimals } = getFormatInfo(code);
    if (type !== 'number' || scale !== 1 || /^[0#]$/.test(code)) return null;
    return (stored) => (decimalsOf(stored) > maxDecimals ? stored : shown(code, stored));
  } catch {
    return null;
  }
}

/** A number as a person sees it; one that the format hides, or that has more digits than a number keeps, as stored. */
function shown(code: string, stored: string): string {
  const number = Number(stored);
  return String(number) === stored ? format(code, number).trim() || stored : stored;
}

function decimalsOf(stored: string): number {
  const point = stored.indexOf('.');
  return point < 0 ? 0 : stored.length - point - 1;
}

/** The day of a serial number, `YYYY-MM-DD`; the number as it is when it is none. */
export function dayOf(serial: string, date1904: boolean): string {
  const days = Number(serial);
  if (!Number.isFinite(days) || days < 1 || days > 2_958_465) return serial;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(epoch + Math.floor(days) * 86_400_000).toISOString().slice(0, 10);
}
