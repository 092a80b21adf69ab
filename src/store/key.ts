import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { AuditError } from '../core/errors.ts';
import { replaceFileSync } from '../disk/atomic.ts';
import { forOwnerOnly } from './owner.ts';

const BYTES = 32;

/** The key that logins are sealed with. Both throw `AuditError('config')` for a key that is none. */
export interface KeyRing {
  /** Undefined when there is no key yet. */
  find(): Buffer | undefined;
  /** Makes the key file where there is none; to be called under a lock. */
  findOrMake(): Buffer;
}

/** `stated` (32 bytes in base64, from `BOM_AUDIT_TOKEN_KEY`) wins; else the key is in `file`, readable by its owner only. */
export function createKeyRing(stated: string | undefined, file: string): KeyRing {
  function find(): Buffer | undefined {
    if (stated) return decoded(stated, 'BOM_AUDIT_TOKEN_KEY');
    forOwnerOnly(file);
    try {
      return decoded(readFileSync(file, 'utf8'), file);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
  }

  return {
    find,
    findOrMake() {
      const known = find();
      if (known) return known;
      const key = randomBytes(BYTES);
      replaceFileSync(file, `${key.toString('base64')}\n`, 0o600);
      return key;
    },
  };
}

function decoded(text: string, where: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length === BYTES) return key;
  throw new AuditError('config', `${where} must hold ${BYTES} bytes in base64`, {
    hint: `node -p "crypto.randomBytes(${BYTES}).toString('base64')" makes such a key.`,
  });
}
