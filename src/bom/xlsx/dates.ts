import type { Workbook } from './package.ts';
import { attribute, visitXml } from './xml.ts';

/** Built-in number formats that show a day or a time. */
const BUILT_IN = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57]);

/** The indices of the cell styles that show a number as a day. */
export async function dateStyles(book: Workbook): Promise<ReadonlySet<number>> {
  const found = new Set<number>();
  if (book.styles === null) return found;
  const formats = new Map<number, string>();
  let inCells = false;
  let style = 0;
  await visitXml(book.stream(book.styles), {
    open(name, tag) {
      if (name === 'cellXfs') inCells = true;
      if (name === 'numFmt')
        formats.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
      if (name !== 'xf' || !inCells) return;
      const id = Number(attribute(tag, 'numFmtId') ?? 0);
      if (BUILT_IN.has(id) || showsDay(formats.get(id) ?? '')) found.add(style);
      style++;
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return found;
}

/** True for a format code with a year or a day in it, quoted text and colours aside. */
function showsDay(code: string): boolean {
  return /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));
}

/** The day of a serial number, `YYYY-MM-DD`; the number as it is when it is none. */
export function dayOf(serial: string, date1904: boolean): string {
  const days = Number(serial);
  if (!Number.isFinite(days) || days < 1 || days > 2_958_465) return serial;
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  return new Date(epoch + Math.floor(days) * 86_400_000).toISOString().slice(0, 10);
}
