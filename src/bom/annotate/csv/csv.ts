import type { TableAnnotation } from '../../../core/report/audit-columns.ts';
import type { TextFormat } from '../../text.ts';
import { type Edit, recordEditor } from './edits.ts';
import { type RawRecord, visitRecords } from './scan.ts';
import { surveyCsv } from './survey.ts';
import { unwrapRecord, wrapRecord } from './wrapped.ts';

/**
 * The bytes of the file with the audit cells in their place: at the right end of the header and of each row that has
 * an annotation, or where an earlier run put them. All other bytes stay. `open` reads the file anew each time.
 */
export async function* annotateCsv(
  open: () => AsyncIterable<Buffer>,
  format: TextFormat,
  { headerRow, firstRow, cellsOf }: TableAnnotation,
): AsyncGenerator<Buffer> {
  const editor = recordEditor(format, await surveyCsv(open(), format, { headerRow, firstRow }));
  const edit = (record: RawRecord, row: number) =>
    row === headerRow ? editor.header(record) : editor.row(record, cellsOf(row));
  let edits: Edit[] = [];
  const visit = (record: RawRecord, row: number) => {
    if (row < firstRow) return;
    const inner = unwrapRecord(record, format);
    if (inner === null) edits.push(...edit(record, row));
    else {
      const bytes = wrapRecord(splice(inner.block, edit(inner, row)), record.width, format);
      edits.push({ start: record.start, end: record.end, bytes });
    }
  };
  for await (const block of visitRecords(open(), format, visit)) {
    yield splice(block, edits);
    edits = [];
  }
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
