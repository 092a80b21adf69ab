import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { digestOf } from '../../hash.ts';
import type { Format } from '../format.ts';
import { annotateCsv } from './annotate.ts';
import { detectDialect } from './detect.ts';
import { type RecordPass, visitFile } from './records.ts';
import { readRows } from './rows.ts';

/** Delimited text, in any encoding. */
export const csv: Format = {
  recognise: (head) => !isBinary(head),

  async open(source, named) {
    const { sha256, isUtf8 } = await digestOf(source.path);
    const dialect = await detectDialect(source, isUtf8, named);
    const rows = () => readRows(source, dialect);
    const { delimiter } = dialect;
    const hiddenColumns = async () => new Set<number>();
    const sheet = { name: null, hidden: false, delimiter, rows, hiddenColumns };
    return { sheets: [sheet], sha256, encoding: dialect.encoding, close: async () => {} };
  },

  async annotate(source, out, [table], named) {
    if (table === undefined) return pipeline(createReadStream(source.path), out);
    const isUtf8 = named === undefined && (await digestOf(source.path)).isUtf8;
    const dialect = await detectDialect(source, isUtf8, named);
    const pass: RecordPass = (visit) => visitFile(source, dialect, visit);
    await pipeline(annotateCsv(pass, dialect, table), out);
  },
};

/** Text has next to no control characters; UTF-16 has zeros, but only in every second place. */
function isBinary(bytes: Buffer): boolean {
  const mayBeUtf16 = Math.min(zerosFrom(bytes, 0), zerosFrom(bytes, 1)) < bytes.length * 0.02;
  const controls = bytes.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 26));
  const zeros = mayBeUtf16 ? controls.filter((byte) => byte === 0).length : 0;
  return controls.length - zeros > bytes.length * 0.02;
}

function zerosFrom(bytes: Buffer, from: number): number {
  let zeros = 0;
  for (let at = from; at < bytes.length; at += 2) if (bytes[at] === 0) zeros++;
  return zeros;
}
