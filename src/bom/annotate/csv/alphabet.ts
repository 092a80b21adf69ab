import iconv from 'iconv-lite';
import type { TextFormat } from '../../text.ts';

/** What a unit of text can be to the scanner. */
export const [OTHER, QUOTE, DELIMITER, CR, LF, LEAD] = [0, 1, 2, 3, 4, 5] as const;

/** The units of a format: bytes, or pairs of bytes in UTF-16. */
export interface Alphabet {
  /** The kind of each value that a unit may have. */
  readonly kinds: Uint8Array;
  /** Bytes of a unit. */
  readonly width: 1 | 2;
}

const SHIFT_JIS = /^(shift|sjis|cp932|windows-?31j)/i;
const TWO_BYTES = /^(shift|sjis|cp932|windows-?31j|gb|cp936|euc|big5|cp9(49|50))/i;

/**
 * Second bytes of characters begin at 0x40 but for digits, so that of all delimiters only `|` may be half a
 * character. UTF-16 is read as little-endian whatever it is: the alphabet is turned instead.
 */
export function alphabetOf({ encoding, delimiter }: TextFormat): Alphabet {
  const bytesOf = (character: string) => iconv.encode(character, encoding, { addBOM: false });
  const width = bytesOf(delimiter).length === 2 ? 2 : 1;
  const kinds = new Uint8Array(width === 2 ? 0x10000 : 0x100).fill(OTHER);
  if (delimiter === '|' && TWO_BYTES.test(encoding)) kinds.fill(LEAD, 0x81);
  if (SHIFT_JIS.test(encoding)) kinds.fill(OTHER, 0xa0, 0xe0);
  const put = (character: string, kind: number) => {
    kinds[width === 2 ? bytesOf(character).readUInt16LE() : bytesOf(character)[0]!] = kind;
  };
  put('\r', CR);
  put('\n', LF);
  put('"', QUOTE);
  put(delimiter, DELIMITER);
  return { kinds, width };
}

/** The same, with line breaks as text like any other. */
export function withoutLineEnds({ kinds, width }: Alphabet): Alphabet {
  return { kinds: kinds.map((kind) => (kind === CR || kind === LF ? OTHER : kind)), width };
}

/** The bytes as units; a last odd byte is left out. */
export function unitsOf(bytes: Buffer, width: 1 | 2): Uint8Array | Uint16Array {
  if (width === 1) return bytes;
  const aligned = bytes.byteOffset % 2 === 0 ? bytes : new Uint8Array(bytes);
  return new Uint16Array(aligned.buffer, aligned.byteOffset, aligned.length >> 1);
}
