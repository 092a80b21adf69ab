import type { Workbook } from './package.ts';
import { visitXml } from './xml.ts';

/** The shared strings of a workbook in their order; rich text is joined, phonetic readings are left out. */
export async function readStrings(book: Workbook): Promise<string[]> {
  if (book.strings === null) return [];
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  await visitXml(book.stream(book.strings), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic++;
      inText = name === 't' && phonetic === 0;
    },
    close(name) {
      if (name === 'si') strings.push(text);
      else if (name === 'rPh') phonetic--;
      inText = false;
    },
    text(piece) {
      if (inText) text += piece;
    },
  });
  return strings.map(unescapeControls);
}

/** Excel writes control characters in strings as `_x000D_`. */
export function unescapeControls(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}
