import iconv from 'iconv-lite';
import { AUDIT_COLUMNS, type RowAnnotation } from '../../../core/report/audit-columns.ts';
import { remember } from '../../annotate/remember.ts';
import type { Dialect } from './dialect.ts';
import { fieldStart, type RawRecord } from './scanner.ts';
import type { Layout } from './survey.ts';
import { annotationFields, writeField } from './write.ts';

/** Bytes in the place of those from `start` to `end`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly bytes: Buffer;
}

/** What is to be changed in a record, from left to right. */
export interface RecordEditor {
  /** Names the audit columns that the header does not have yet. */
  header(record: RawRecord): readonly Edit[];
  /** Writes the row's cells; without an annotation, what an earlier run wrote in it is emptied. */
  row(record: RawRecord, annotation: RowAnnotation | undefined): readonly Edit[];
}

export function recordEditor(
  { delimiter, encoding }: Dialect,
  { columns, quotesHeader, quotesRows }: Layout,
): RecordEditor {
  const encode = (text: string) => iconv.encode(text, encoding, { addBOM: false });
  const places = columns
    .map((column, index) => ({ column, index }))
    .sort((left, right) => left.column - right.column);
  const width = Math.max(...columns) + 1;
  const header = AUDIT_COLUMNS.map((name) => writeField(name, { delimiter, always: quotesHeader }));
  const blank = writeField('', { delimiter, always: quotesRows });

  /** The fields that a record of `count` fields lacks up to the last audit column. */
  const tail = (fields: readonly string[], count: number, filler: string): Buffer => {
    const missing = Array.from({ length: width - count }, () => filler);
    for (const { column, index } of places) if (column >= count) missing[column - count] = fields[index]!;
    return encode(missing.map((field) => delimiter + field).join(''));
  };
  const fieldsOf = (annotation: RowAnnotation) =>
    annotationFields(annotation, { delimiter, always: quotesRows });
  const tailOf = remember((annotation) => tail(fieldsOf(annotation), Math.min(...columns), blank));

  return {
    header(record) {
      const count = record.fieldEnds.length;
      return count < width ? [atEnd(record, tail(header, count, quotesHeader ? '""' : ''))] : [];
    },
    row(record, annotation) {
      const count = record.fieldEnds.length;
      if (annotation !== undefined && count === places[0]?.column) return [atEnd(record, tailOf(annotation))];
      const fields = annotation && fieldsOf(annotation);
      const edits = places
        .filter(({ column }) => column < count)
        .map(({ column, index }) => inPlace(record, column, encode(fields?.[index] ?? blank)))
        .filter(({ start, end }) => fields !== undefined || end > start);
      return fields === undefined || count >= width
        ? edits
        : [...edits, atEnd(record, tail(fields, count, blank))];
    },
  };
}

function inPlace(record: RawRecord, column: number, bytes: Buffer): Edit {
  return { start: fieldStart(record, column), end: record.fieldEnds[column]!, bytes };
}

function atEnd({ end }: RawRecord, bytes: Buffer): Edit {
  return { start: end, end, bytes };
}
