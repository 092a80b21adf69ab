import type { Row } from '../../rows.ts';
import type { BomSource } from '../format.ts';
import type { Dialect } from './dialect.ts';
import { fieldReader } from './fields.ts';
import { visitFile } from './records.ts';
import type { RawRecord } from './scanner.ts';
import { wrapping } from './wrapped.ts';

/** The records of a text file that hold anything, in batches. */
export async function* readRows(source: BomSource, dialect: Dialect): AsyncGenerator<readonly Row[]> {
  const cellsOf = cellReader(dialect);
  let rows: Row[] = [];
  const blocks = visitFile(source, dialect, (record, row) => {
    const cells = cellsOf(record);
    if (cells.some((cell) => cell !== '')) rows.push({ row, cells });
  });
  for await (const _ of blocks) {
    yield rows;
    rows = [];
  }
}

/** What the fields of a record say, of the one inside where it is wrapped. */
export function cellReader(dialect: Dialect): (record: RawRecord) => readonly string[] {
  const fieldsOf = fieldReader(dialect.encoding);
  const { unwrap } = wrapping(dialect);
  return (record) => fieldsOf(unwrap(record) ?? record);
}
