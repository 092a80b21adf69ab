import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import type { Bom } from '../core/bom/line.ts';
import { AuditError } from '../core/errors.ts';

/** What one reading of a file's bytes tells of them. */
export interface Digest {
  /** Hexadecimal. */
  readonly sha256: string;
  readonly isUtf8: boolean;
}

const BLOCK = 2 ** 20;

/** Reads the whole file once. */
export async function digestOf(path: string): Promise<Digest> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(BLOCK);
  let isText = true;
  let filled = 0;
  const file = await open(path);
  try {
    for (let count = -1; count !== 0; ) {
      ({ bytesRead: count } = await file.read(buffer, filled));
      hash.update(buffer.subarray(filled, filled + count));
      filled += count;
      const whole = count === 0 ? filled : lastWhole(buffer.subarray(0, filled));
      isText &&= isUtf8(buffer.subarray(0, whole));
      buffer.copyWithin(0, whole, filled);
      filled -= whole;
    }
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), isUtf8: isText };
}

/** The length without a character of UTF-8 that the end of the bytes cuts in two. */
function lastWhole(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
}

/**
 * Throws `AuditError('input')` when the file is not the one that was read: its rows may be others by now, and a verdict
 * would stand beside the wrong part.
 */
export async function refuseChanged(
  path: string,
  { file, sha256 }: Pick<Bom, 'file' | 'sha256'>,
): Promise<void> {
  const isSame = await digestOf(path).then(
    (now) => now.sha256 === sha256,
    () => false,
  );
  if (isSame) return;
  throw new AuditError('input', `${file} was changed or removed while it was audited`, {
    hint: 'Run the same command again: what DigiKey answered is kept.',
  });
}
