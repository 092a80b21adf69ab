/** A part as a line of a BOM names it: trimmed, never empty, otherwise as written. */
export interface PartRef {
  readonly mpn: string;
  /** Null when the BOM does not say who makes it. */
  readonly manufacturer: string | null;
}

/** One row of a BOM that stands for something on the board. */
export interface LineItem {
  /** 1-based row of the file or sheet as a spreadsheet shows it; for CSV the 1-based record. */
  readonly row: number;
  /** As written, e.g. `R1-R4, R7`. */
  readonly designators: string | null;
  /** Per board. Null when there is no quantity column or the cell is no number. */
  readonly quantity: number | null;
  /** The part numbers that the line names, the primary first, then its alternates. Empty: it names none. */
  readonly parts: readonly PartRef[];
  /** False for a line marked as not to be populated. */
  readonly fitted: boolean;
  /** What a reader should know of how the line was read, in sentences. */
  readonly notes: readonly string[];
}

/** Line items in the order of their rows. An array will do; the lines of a file are packed. */
export interface Lines extends Iterable<LineItem> {
  readonly length: number;
  at(index: number): LineItem | undefined;
}

/** A place in a file that could not be read as a line item, and why; the rest of the file was read. */
export interface Problem {
  readonly row: number;
  readonly message: string;
}

/** Where the parts of a BOM were found; column names as the header has them, or letters where it has none. */
export interface ColumnMap {
  readonly mpn: readonly string[];
  readonly manufacturer: readonly string[];
  readonly quantity: string | null;
  readonly designators: string | null;
}

/** One table of parts: a CSV file, or one sheet of a workbook. */
export interface Bom {
  /** The path as the user gave it. */
  readonly file: string;
  readonly sheet: string | null;
  /** 1-based; null when the table has no header. */
  readonly headerRow: number | null;
  /** 1-based: where the table begins, with its header or with parts that stand above it. */
  readonly firstRow: number;
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string;
  /** How a text file is read, by the name of iconv-lite; null for a workbook. */
  readonly encoding: string | null;
  readonly columns: ColumnMap;
  readonly lines: Lines;
  readonly problems: readonly Problem[];
  /** What a person should know of the choice of sheet and columns, in sentences. */
  readonly warnings: readonly string[];
}
