import { isUtf8 } from 'node:buffer';
import { absurd } from '../absurd.ts';

/** How the bytes of a part are its text: nothing is lost on the way there and back. */
export interface PartEncoding {
  /** The text of the bytes so far, without a character that they end in the middle of. Throws `AuditError('input')`. */
  decode(bytes: Buffer): string;
  encode(text: string): Buffer;
  /** Throws when the bytes ended within a character. */
  end(): void;
}

/** XML is UTF-8 unless its first two bytes say UTF-16. */
export function encodingOf(head: Buffer): PartEncoding {
  const [first = 1, second = 1] = head;
  const isLittle = (first === 0xff && second === 0xfe) || (first === LESS && second === 0);
  const isBig = (first === 0xfe && second === 0xff) || (first === 0 && second === LESS);
  return isLittle || isBig ? new Utf16(isBig) : new Utf8();
}

const LESS = 60;

/** Bytes that are decoded piece by piece, the beginning of a character kept for the next piece. */
abstract class Decoder implements PartEncoding {
  #rest: Buffer = Buffer.alloc(0);

  decode(bytes: Buffer): string {
    const all = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    const whole = this.wholeLength(all);
    this.#rest = all.subarray(whole);
    return this.textOf(all.subarray(0, whole));
  }

  end(): void {
    if (this.#rest.length > 0) throw undecodable();
  }

  abstract encode(text: string): Buffer;
  protected abstract wholeLength(bytes: Buffer): number;
  protected abstract textOf(bytes: Buffer): string;
}

class Utf8 extends Decoder {
  encode(text: string): Buffer {
    return Buffer.from(text, 'utf8');
  }

  protected wholeLength(bytes: Buffer): number {
    for (let back = 1; back <= Math.min(3, bytes.length); back++) {
      const byte = bytes[bytes.length - back]!;
      if (byte < 0x80) break;
      if (byte >= 0xc0) return bytes.length - back;
    }
    return bytes.length;
  }

  protected textOf(bytes: Buffer): string {
    if (!isUtf8(bytes)) throw undecodable();
    return bytes.toString('utf8');
  }
}

class Utf16 extends Decoder {
  readonly #isBig: boolean;

  constructor(isBig: boolean) {
    super();
    this.#isBig = isBig;
  }

  encode(text: string): Buffer {
    const bytes = Buffer.from(text, 'utf16le');
    return this.#isBig ? bytes.swap16() : bytes;
  }

  protected wholeLength(bytes: Buffer): number {
    const even = bytes.length - (bytes.length % 2);
    const high = even === 0 ? 0 : bytes[even - (this.#isBig ? 2 : 1)]!;
    return high >= 0xd8 && high < 0xdc ? even - 2 : even;
  }

  protected textOf(bytes: Buffer): string {
    const text = (this.#isBig ? Buffer.from(bytes).swap16() : bytes).toString('utf16le');
    if (/\p{Surrogate}/u.test(text)) throw undecodable();
    return text;
  }
}

function undecodable() {
  return absurd('a part that is neither UTF-8 nor UTF-16');
}
