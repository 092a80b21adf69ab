import type { Workbook } from '../../xlsx/package.ts';
import { walkXml } from '../../xlsx/xml.ts';

/** Some of the shared strings by their index; reads no further than the last of them. */
export async function stringsAt(
  workbook: Workbook,
  wanted: ReadonlySet<number>,
): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  if (workbook.strings === null || wanted.size === 0) return found;
  const last = Math.max(...wanted);
  let index = -1;
  const visitor = {
    open(name: string) {
      if (name === 'si') index += 1;
    },
    text(piece: string) {
      if (wanted.has(index)) found.set(index, (found.get(index) ?? '') + piece);
    },
  };
  const isPast = () => index > last || undefined;
  for await (const _ of walkXml(workbook.stream(workbook.strings), visitor, isPast)) break;
  return found;
}
