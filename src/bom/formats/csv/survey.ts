import type { TableAnnotation } from '../../../core/report/audit-columns.ts';
import { type Found, findByContent, findByHeader, NOT_FOUND, placeColumns } from '../../annotate/columns.ts';
import type { Dialect } from './dialect.ts';
import { fieldReader, isWhollyQuoted } from './fields.ts';
import type { RecordPass } from './records.ts';
import { wrapping } from './wrapped.ts';

/** Where the audit cells of a text go and how they are written. */
export interface Layout {
  /** The 0-based column of each audit column, in their order. */
  readonly columns: readonly number[];
  readonly quotesHeader: boolean;
  readonly quotesRows: boolean;
}

/** Rows of a table without header that are searched for the cells of an earlier run. */
const SEARCHED_ROWS = 200;

/** Reads the whole text once: the audit columns stand to the right of the widest row of the table. */
export async function surveyCsv(
  pass: RecordPass,
  dialect: Dialect,
  { headerRow, firstRow }: Pick<TableAnnotation, 'headerRow' | 'firstRow'>,
): Promise<Layout> {
  const { unwrap } = wrapping(dialect);
  const fieldsOf = fieldReader(dialect.encoding);
  let width = 0;
  let found: Found | null = null;
  let quotesHeader = false;
  let quotesRows: boolean | null = null;
  const blocks = pass((outer, row) => {
    if (row < firstRow) return;
    const record = unwrap(outer) ?? outer;
    width = Math.max(width, record.fieldEnds.length);
    if (row === headerRow) {
      found = findByHeader(fieldsOf(record));
      quotesHeader = isWhollyQuoted(record, dialect.encoding);
    } else if (record.end > record.start) {
      quotesRows ??= isWhollyQuoted(record, dialect.encoding);
      if (headerRow === null && found === null && row < SEARCHED_ROWS)
        found = findByContent(fieldsOf(record));
    }
  });
  for await (const _ of blocks);
  return { columns: placeColumns(found ?? NOT_FOUND, width), quotesHeader, quotesRows: quotesRows ?? false };
}
