import { absurd, rowNumber } from '../../xlsx/absurd.ts';

/** What is made of the pieces of a worksheet's XML; all text is one character for each byte (latin1). */
export interface SheetVisitor {
  /** All before the first row, `<sheetData>` included. `prefix` is the elements' own, e.g. `x:` or nothing. */
  head(xml: string, prefix: string): string;
  /** A whole `<row>` element, by its 1-based number. */
  row(xml: string, row: number): string;
  /** All from `</sheetData>` on. */
  tail(xml: string): string;
}

/** A worksheet's XML in pieces, each replaced by what the visitor makes of it; what is between rows stays. */
export async function* mapSheet(
  chunks: AsyncIterable<Buffer>,
  visitor: SheetVisitor,
): AsyncGenerator<Buffer> {
  let text = '';
  let takeRows: RowTaker | undefined;
  let isPast = false;
  for await (const chunk of chunks) {
    text += chunk.toString('latin1');
    if (text.length > LONGEST)
      throw absurd('a row, or a list beside the rows, that is longer than any that a spreadsheet has');
    let out = '';
    if (takeRows === undefined) {
      const open = SHEET_DATA.exec(text);
      if (open === null) continue;
      const [tag, prefix = '', slash] = open;
      const end = open.index + tag.length;
      out = visitor.head(text.slice(0, end), prefix);
      text = text.slice(end);
      isPast = slash === '/';
      takeRows = rowTaker(prefix, visitor);
    }
    if (!isPast) {
      const taken = takeRows(text);
      out += taken.out;
      text = text.slice(taken.read);
      isPast = taken.isPast;
    }
    if (out !== '') yield Buffer.from(out, 'latin1');
  }
  if (!isPast) throw absurd('a sheet that breaks off, or is in an encoding that is not supported');
  yield Buffer.from(visitor.tail(text), 'latin1');
}

/** Characters of one row, or of what stands before or behind the rows; a thousand full cells have half of it. */
const LONGEST = 64 * 2 ** 20;

const SHEET_DATA = /<((?:[\w.-]+:)?)sheetData(?:\s[^>]*?)?(\/?)>/;

/** Characters that tell a row, an end tag and a comment apart. */
const MIN_TAG = 4;

type RowTaker = (text: string) => { readonly out: string; readonly read: number; readonly isPast: boolean };

/** Takes the whole rows from the beginning of a text; `isPast` when the rows' end is reached. */
function rowTaker(prefix: string, visitor: SheetVisitor): RowTaker {
  let number = 0;
  return (text) => {
    const pieces: string[] = [];
    let read = 0;
    for (;;) {
      const at = text.indexOf('<', read);
      const end = at < 0 ? -1 : elementEnd(text, at, prefix);
      if (end < 0) return { out: pieces.join(''), read, isPast: at >= 0 && text.startsWith('</', at) };
      pieces.push(text.slice(read, at));
      const element = text.slice(at, end);
      if (element.startsWith(`<${prefix}row`)) {
        number = rowNumber(/^[^>]*?\sr=["'](\d+)["']/.exec(element)?.[1], number);
        pieces.push(visitor.row(element, number));
      } else pieces.push(element);
      read = end;
    }
  };
}

/** Where the row, or the comment or tag between rows, that begins at `at` ends; -1 when the text ends before. */
function elementEnd(text: string, at: number, prefix: string): number {
  if (text.startsWith('</', at) || text.length - at < MIN_TAG) return -1;
  if (text.startsWith('<!', at)) return after(text, '-->', at);
  const open = after(text, '>', at);
  const isWhole = open < 0 || text[open - 2] === '/' || !text.startsWith(`<${prefix}row`, at);
  return isWhole ? open : rowEnd(text, `</${prefix}row>`, open);
}

/** Where the row ends, whatever comments and CDATA sections in it hold. */
function rowEnd(text: string, closeTag: string, from: number): number {
  let end = after(text, closeTag, from);
  if (end < 0 || !text.slice(from, end).includes('<!')) return end;
  for (let bang = text.indexOf('<!', from); bang >= 0 && bang < end; ) {
    const next = after(text, text.startsWith('<![', bang) ? ']]>' : '-->', bang);
    if (next < 0) return -1;
    if (next > end) end = after(text, closeTag, next);
    if (end < 0) return -1;
    bang = text.indexOf('<!', next);
  }
  return end;
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}
