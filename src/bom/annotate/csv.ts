import iconv from 'iconv-lite';
import { AUDIT_COLUMNS, type RowAnnotation, type TableAnnotation } from '../../core/annotation.ts';
import type { TextFormat } from '../text.ts';
import { annotationFields, type Quoting, writeField } from './csv-cells.ts';
import { fieldStart, type RawRecord, visitRecords } from './csv-scan.ts';
import { type Layout, surveyCsv } from './csv-survey.ts';
import { unwrapRecord, wrapRecord } from './csv-wrapped.ts';

/** Bytes in the place of those from `start` to `end`; nothing is taken away where they are the same. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly bytes: Buffer;
}

/** So many rows' cells are kept as they were written, since rows of one part share theirs. */
const KEPT = 100_000;

/**
 * The bytes of the file with the audit cells in their place: at the right end of the header and of each row that has
 * an annotation, or where an earlier run put them. All other bytes stay. `open` reads the file anew each time.
 */
export async function* annotateCsv(
  open: () => AsyncIterable<Buffer>,
  format: TextFormat,
  table: TableAnnotation,
): AsyncGenerator<Buffer> {
  const layout = await surveyCsv(open(), format, table.headerRow);
  const edit = rowEditor(format, layout);
  const cellsOf = cellsWriter(format, layout, table);
  let edits: Edit[] = [];
  const visit = (record: RawRecord, row: number) => {
    if (row < (table.headerRow ?? 1)) return;
    const inner = unwrapRecord(record, format);
    const changes = edit(inner ?? record, cellsOf(row));
    if (inner === null) edits.push(...changes);
    else if (changes.length > 0) {
      const bytes = wrapRecord(splice(inner.block, changes), record.width, format);
      edits.push({ start: record.start, end: record.end, bytes });
    }
  };
  for await (const block of visitRecords(open(), format, visit)) {
    yield splice(block, edits);
    edits = [];
  }
}

/** What goes into a row's audit columns, in their order; undefined where there is nothing to say. */
type RowCells = Cells | undefined;
interface Cells {
  readonly fields: readonly string[];
  /** What a row of so many fields gains at its end, as it was written before. */
  readonly tails: Map<number, Buffer>;
}

function cellsWriter(format: TextFormat, layout: Layout, table: TableAnnotation): (row: number) => RowCells {
  const { delimiter } = format;
  const quoting: Quoting = { delimiter, always: layout.quotesRows };
  const kept = new Map<RowAnnotation, Cells>();
  return (row) => {
    if (row === table.headerRow) {
      const header: Quoting = { delimiter, always: layout.quotesHeader };
      return { fields: AUDIT_COLUMNS.map((name) => writeField(name, header)), tails: new Map() };
    }
    const annotation = table.cellsOf(row);
    if (annotation === undefined) return undefined;
    const known = kept.get(annotation);
    if (known !== undefined) return known;
    const cells = { fields: annotationFields(annotation, quoting), tails: new Map() };
    if (kept.size >= KEPT) kept.clear();
    kept.set(annotation, cells);
    return cells;
  };
}

/** The editor of one row: what an earlier run wrote is replaced, or emptied when nothing is to be said any more. */
function rowEditor(format: TextFormat, { columns, quotesRows }: Layout) {
  const { delimiter, encoding } = format;
  const encode = (text: string) => iconv.encode(text, encoding, { addBOM: false });
  const places = columns.map((column, index) => ({ column, index })).sort((a, b) => a.column - b.column);
  const last = places.at(-1)!.column;
  const blank: string = quotesRows ? '""' : '';
  const writeTail = (fields: readonly string[], count: number) => {
    const tail = Array.from({ length: last - count + 1 }, () => blank);
    for (const { column, index } of places) if (column >= count) tail[column - count] = fields[index]!;
    return encode(tail.map((field) => delimiter + field).join(''));
  };
  return (record: RawRecord, cells: RowCells): Edit[] => {
    const edits: Edit[] = [];
    const count = record.fieldEnds.length;
    for (const { column, index } of places) {
      if (column >= count) break;
      const [start, end] = [fieldStart(record, column), record.fieldEnds[column]!];
      const isStale = cells === undefined && end > start;
      if (cells !== undefined || isStale)
        edits.push({ start, end, bytes: encode(cells?.fields[index] ?? blank) });
    }
    if (cells !== undefined && last >= count) {
      const bytes = cells.tails.get(count) ?? writeTail(cells.fields, count);
      cells.tails.set(count, bytes);
      edits.push({ start: record.end, end: record.end, bytes });
    }
    return edits;
  };
}

function splice(block: Buffer, edits: readonly Edit[]): Buffer {
  if (edits.length === 0) return block;
  const pieces: Buffer[] = [];
  let from = 0;
  for (const { start, end, bytes } of edits) {
    pieces.push(block.subarray(from, start), bytes);
    from = end;
  }
  pieces.push(block.subarray(from));
  return Buffer.concat(pieces);
}
