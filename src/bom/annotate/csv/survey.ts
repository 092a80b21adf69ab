import type { TableAnnotation } from '../../../core/report/audit-columns.ts';
import type { TextFormat } from '../../text.ts';
import { type Found, findByContent, findByHeader, NOT_FOUND, placeColumns } from '../columns.ts';
import { quotesAll, readFields } from './fields.ts';
import { type RawRecord, visitRecords } from './scan.ts';
import { unwrapRecord } from './wrapped.ts';

/** Where the audit cells of a file go and how they are written. */
export interface Layout {
  /** The 0-based column of each audit column, in their order. */
  readonly columns: readonly number[];
  readonly quotesHeader: boolean;
  readonly quotesRows: boolean;
}

/** Rows of a table without header that are searched for the cells of an earlier run. */
const SEARCHED_ROWS = 200;

/** Reads the whole file once: the audit columns stand to the right of the widest row of the table. */
export async function surveyCsv(
  chunks: AsyncIterable<Buffer>,
  format: TextFormat,
  { headerRow, firstRow }: Pick<TableAnnotation, 'headerRow' | 'firstRow'>,
): Promise<Layout> {
  const seen: { width: number; found: Found | null; quotesHeader: boolean; quotesRows: boolean | null } = {
    width: 0,
    found: null,
    quotesHeader: false,
    quotesRows: null,
  };
  const visit = (outer: RawRecord, row: number) => {
    if (row < firstRow) return;
    const record = unwrapRecord(outer, format) ?? outer;
    seen.width = Math.max(seen.width, record.fieldEnds.length);
    if (row === headerRow) {
      seen.found = findByHeader(readFields(record, format));
      seen.quotesHeader = quotesAll(record, format);
    } else if (record.end > record.start) {
      seen.quotesRows ??= quotesAll(record, format);
      if (headerRow === null && seen.found === null && row < SEARCHED_ROWS)
        seen.found = findByContent(readFields(record, format));
    }
  };
  for await (const _ of visitRecords(chunks, format, visit));
  const { width, found, quotesHeader, quotesRows } = seen;
  return { columns: placeColumns(found ?? NOT_FOUND, width), quotesHeader, quotesRows: quotesRows ?? false };
}
