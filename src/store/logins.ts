import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type Database from 'better-sqlite3';
import { AuditError } from '../core/errors.ts';
import type { Login, LoginStore } from '../ports.ts';
import type { KeyRing } from './key.ts';

/** Logins, each sealed with AES-256-GCM and bound to its account. */
export function createLoginStore(db: Database.Database, keys: KeyRing): LoginStore {
  const find = db.prepare<[string], Buffer>('SELECT sealed FROM logins WHERE account = ?').pluck();
  const put = db.prepare('REPLACE INTO logins (account, sealed) VALUES (?, ?)');
  const drop = db.prepare('DELETE FROM logins WHERE account = ?');
  const ready = db.transaction(() => {
    keys.findOrMake();
  });
  const save = db.transaction((account: string, login: Login) => {
    put.run(account, seal(keys.findOrMake(), JSON.stringify(login), account));
  });
  return {
    async find(account) {
      const sealed = find.get(account);
      return sealed && JSON.parse(unseal(keys.find(), sealed, account));
    },
    ready: async () => ready.immediate(),
    save: async (account, login) => save.immediate(account, login),
    remove: async (account) => drop.run(account).changes > 0,
  };
}

const CIPHER = 'aes-256-gcm';
const IV = 12;
const TAG = 16;

function seal(key: Buffer, text: string, account: string): Buffer {
  const iv = randomBytes(IV);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(account));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function unseal(key: Buffer | undefined, sealed: Buffer, account: string): string {
  try {
    const decipher = createDecipheriv(CIPHER, key!, sealed.subarray(0, IV))
      .setAAD(Buffer.from(account))
      .setAuthTag(sealed.subarray(IV, IV + TAG));
    return decipher.update(sealed.subarray(IV + TAG), undefined, 'utf8') + decipher.final('utf8');
  } catch (error) {
    throw new AuditError('auth', 'The stored login cannot be opened with this key', {
      hint: 'Give the key back (BOM_AUDIT_TOKEN_KEY, or the key file beside the database), or log in again with bom-audit login.',
      cause: error,
    });
  }
}
