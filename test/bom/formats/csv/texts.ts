import iconv from 'iconv-lite';
import type { Dialect } from '../../../../src/bom/formats/csv/dialect.ts';
import type { ByteSource } from '../../../../src/bom/formats/csv/records.ts';

export const COMMAS: Dialect = { encoding: 'utf8', delimiter: ',', wrapped: false };

export function encode(text: string, encoding: string): Buffer {
  return iconv.encode(text, encoding, { addBOM: false });
}

/** Bytes that are read a few at a time. */
export function bytesIn(bytes: Buffer, most = 1 << 16): ByteSource {
  let at = 0;
  return {
    name: 'bom.csv',
    read: async (into) => {
      const count = bytes.copy(into, 0, at, at + most);
      at += count;
      return count;
    },
  };
}
