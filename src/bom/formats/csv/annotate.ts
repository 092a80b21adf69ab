import type { TableAnnotation } from '../../../core/report/audit-columns.ts';
import type { Dialect } from './dialect.ts';
import { type Edit, recordEditor } from './edits.ts';
import type { RecordPass } from './records.ts';
import type { RawRecord } from './scanner.ts';
import { surveyCsv } from './survey.ts';
import { wrapping } from './wrapped.ts';

/**
 * The bytes of the text with the audit cells in their place: at the right end of the header and of each row that has
 * an annotation, or where an earlier run put them. All other bytes stay. `pass` reads the text anew each time.
 */
export async function* annotateCsv(
  pass: RecordPass,
  dialect: Dialect,
  { headerRow, firstRow, cellsOf }: TableAnnotation,
): AsyncGenerator<Buffer> {
  const editor = recordEditor(dialect, await surveyCsv(pass, dialect, { headerRow, firstRow }));
  const { unwrap, wrap } = wrapping(dialect);
  const edit = (record: RawRecord, row: number) =>
    row === headerRow ? editor.header(record) : editor.row(record, cellsOf(row));
  let edits: Edit[] = [];
  const blocks = pass((record, row) => {
    if (row < firstRow) return;
    const inner = unwrap(record);
    if (inner === null) edits.push(...edit(record, row));
    else
      edits.push({
        start: record.start,
        end: record.end,
        bytes: wrap(spliced(inner.block, edit(inner, row))),
      });
  });
  for await (const block of blocks) {
    yield spliced(block, edits);
    edits = [];
  }
}

/** A copy of the block with the edits made, which come in the order of their places. */
function spliced(block: Buffer, edits: readonly Edit[]): Buffer {
  const grown = edits.reduce((sum, { start, end, bytes }) => sum + bytes.length - (end - start), 0);
  const out = Buffer.allocUnsafe(block.length + grown);
  let from = 0;
  let to = 0;
  for (const { start, end, bytes } of edits) {
    to += block.copy(out, to, from, start);
    to += bytes.copy(out, to);
    from = end;
  }
  block.copy(out, to, from);
  return out;
}
