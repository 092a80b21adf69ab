/** One row of a table that has at least one cell that is not empty; cells as shown, without gaps. */
export interface Row {
  /** 1-based: of the sheet, or of the records of a text file, where blank lines count. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Cells that are not empty and blank here, by their columns: an error such as `#N/A`, null for a formula without a stored value. */
  readonly faults?: ReadonlyMap<number, string | null>;
  /** The columns whose cell is merged with one in a row above: it shows that one's text. */
  readonly merged?: ReadonlySet<number>;
}

/** A text file, or one sheet of a workbook. */
export interface Sheet {
  /** Null for a text file. */
  readonly name: string | null;
  readonly hidden: boolean;
  /** What parts the cells of a text file. */
  readonly delimiter?: string;
  /** All rows from the first, in their order, in batches; each call reads anew. */
  rows(): AsyncIterable<readonly Row[]>;
  /** Those that the sheet does not show, 0-based. */
  hiddenColumns(): Promise<ReadonlySet<number>>;
}

/** An opened file. */
export interface Source {
  readonly sheets: readonly Sheet[];
  /** As in `Bom`. */
  readonly encoding: string | null;
  close(): Promise<void>;
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const ODD_SPACE = /[\u00a0\u3000]/g;
/** Nobody means them, and patterns that may begin with blanks are slow on them. */
const LONG_GAP = /[^\S\r\n]{3,}/g;
const UNCLEAN = /[^\t\n\r\x20-\x7e]|[^\S\r\n]{3}/;

/** The cell as a person sees it: no invisible characters, odd spaces and long gaps one space, trimmed; '' when absent. */
export function cellText(cells: readonly string[], index: number): string {
  const cell = cells[index];
  if (cell === undefined || cell === '') return '';
  const text = (UNCLEAN.test(cell) ? cleaned(cell) : cell).trim();
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1).trim() : text;
}

function cleaned(cell: string): string {
  return cell.replace(INVISIBLE, '').replace(ODD_SPACE, ' ').replace(LONG_GAP, ' ');
}

/** Shorter parts of a text are copies of their own in V8 anyway. */
const SLICED = 13;

/** A copy that does not keep the text of the file alive of which it is a part. */
export function detached(text: string): string {
  return text.length < SLICED ? text : Buffer.from(text).toString();
}

/** The spreadsheet letters of a 0-based column: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest < 0 ? '' : columnLetter(rest)) + String.fromCharCode(65 + (index % 26));
}

/** The 0-based column of spreadsheet letters; -1 when `letters` are none. */
export function columnIndex(letters: string): number {
  if (letters.length < 1 || letters.length > 3) return -1;
  let index = 0;
  for (let at = 0; at < letters.length; at++) {
    const place = (letters.charCodeAt(at) | LOWER) - BEFORE_A;
    if (place < 1 || place > 26) return -1;
    index = index * 26 + place;
  }
  return index - 1;
}

/** The bit that makes a letter small, and the code before `a`. */
const LOWER = 0x20;
const BEFORE_A = 0x60;

/** The first rows of a sheet, at most `most`. */
export async function headOf(sheet: Sheet, most: number): Promise<Row[]> {
  const head: Row[] = [];
  for await (const batch of sheet.rows()) {
    for (const row of batch) head.push(row);
    if (head.length >= most) break;
  }
  return head.slice(0, most);
}
