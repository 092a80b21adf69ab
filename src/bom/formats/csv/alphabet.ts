import iconv from 'iconv-lite';

/** What a unit of text can be to the scanner, beside a quote. */
export const [TEXT, LEAD, DELIMITER, CR, LF] = [0, 1, 2, 3, 4] as const;

/** The units of a text: bytes, or pairs of bytes in UTF-16. */
export interface Alphabet {
  /** The kind of each value that a unit may have. */
  readonly kinds: Uint8Array;
  readonly quote: number;
  /** Bytes of a unit. */
  readonly width: 1 | 2;
}

/** Pairs of UTF-16 are read as little-endian whatever they are: the alphabet is turned instead. */
export function alphabetOf(encoding: string, delimiter: string): Alphabet {
  const width = widthOf(encoding);
  const unitOf = (character: string): number => {
    const bytes = iconv.encode(character, encoding, { addBOM: false });
    return width === 2 ? bytes.readUInt16LE() : bytes[0]!;
  };
  const kinds = new Uint8Array(width === 2 ? 0x10000 : 0x100).fill(TEXT);
  for (const lead of leadBytes(encoding, delimiter)) kinds[lead] = LEAD;
  kinds[unitOf('\r')] = CR;
  kinds[unitOf('\n')] = LF;
  kinds[unitOf(delimiter)] = DELIMITER;
  return { kinds, quote: unitOf('"'), width };
}

/** The same, with line breaks as text like any other. */
export function withoutLineEnds(alphabet: Alphabet): Alphabet {
  return { ...alphabet, kinds: alphabet.kinds.map((kind) => (kind === CR || kind === LF ? TEXT : kind)) };
}

/** The bytes as units; a last odd byte is left out. */
export function unitsOf(bytes: Buffer, width: 1 | 2): Uint8Array | Uint16Array {
  if (width === 1) return bytes;
  const aligned = bytes.byteOffset % 2 === 0 ? bytes : new Uint8Array(bytes);
  return new Uint16Array(aligned.buffer, aligned.byteOffset, aligned.length >> 1);
}

const PRINTABLE = `\t\r\n${Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')}`;

/** True for the encodings whose units can be told apart: those in which ASCII stands as it is, and UTF-16. */
export function isScannable(encoding: string): boolean {
  const bytes = iconv.encode(PRINTABLE, encoding, { addBOM: false });
  return widthOf(encoding) === 2 || bytes.equals(Buffer.from(PRINTABLE, 'latin1'));
}

function widthOf(encoding: string): 1 | 2 {
  const bytes = iconv.encode('A', encoding, { addBOM: false });
  return bytes.length === 2 && bytes.includes(0) ? 2 : 1;
}

/**
 * First bytes of characters, when there is a character whose second byte is the delimiter: `|` in Shift-JIS, for one.
 * Second bytes begin at 0x40, but for digits.
 */
function leadBytes(encoding: string, delimiter: string): readonly number[] {
  const second = delimiter.charCodeAt(0);
  if (second < 0x40) return [];
  const decode = (...bytes: readonly number[]) => iconv.decode(Buffer.from(bytes), encoding);
  const leads = Array.from({ length: 0x80 }, (_, index) => 0x80 + index).filter(
    (byte) => decode(byte) === REPLACEMENT,
  );
  return leads.some((lead) => [...decode(lead, second)].length === 1) ? leads : [];
}

const REPLACEMENT = '\uFFFD';
