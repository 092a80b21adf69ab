import { COST } from './budget.ts';
import type { Workbook } from './package.ts';
import { RichText, unescapeControls } from './richtext.ts';
import type { Visitor } from './xml/scanner.ts';
import { walkXml } from './xml/walk.ts';

/** The shared strings of a workbook in their order, at least up to the one with the index `last`. */
export async function readStrings(
  book: Workbook,
  last = Number.POSITIVE_INFINITY,
): Promise<readonly string[]> {
  if (book.strings === null) return [];
  const strings: string[] = [];
  const text = new RichText();
  let isInside = false;
  const visitor: Visitor = {
    open(tag) {
      if (isInside) text.open(tag);
      else isInside = tag.name === 'si';
    },
    close(name) {
      text.close(name);
      if (name !== 'si') return;
      isInside = false;
      const string = unescapeControls(text.take());
      book.budget.spend(COST.string + COST.character * string.length);
      strings.push(string);
    },
    text: (piece) => text.add(piece),
  };
  for await (const _ of walkXml(book, book.strings, visitor)) if (strings.length > last) break;
  return strings;
}
