import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Bom } from '../core/bom/line.ts';
import { AuditError } from '../core/errors.ts';

/** Of the file's bytes, hexadecimal. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/**
 * Throws `AuditError('input')` when the file is not the one that was read: its rows may be others by now, and a verdict
 * would stand beside the wrong part.
 */
export async function refuseChanged(
  path: string,
  { file, sha256 }: Pick<Bom, 'file' | 'sha256'>,
): Promise<void> {
  const isSame = await sha256Of(path).then(
    (now) => now === sha256,
    () => false,
  );
  if (isSame) return;
  throw new AuditError('input', `${file} was changed or removed while it was audited`, {
    hint: 'Run the same command again: what DigiKey answered is kept.',
  });
}
