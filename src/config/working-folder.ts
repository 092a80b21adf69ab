import type { z } from 'zod';
import { CREDENTIALS, type Variables } from './environment.ts';
import type { ConfigFile } from './files.ts';
import { refuseOutside } from './inside.ts';
import { type Origin, refuseTravel } from './origin.ts';
import type { Config } from './schema.ts';

/** Throws `AuditError('config')` when the address would get credentials that are not for it. */
export function refuseRedirect(value: string, from: Origin, variables: Variables): void {
  for (const name of CREDENTIALS) {
    const secret = variables[name];
    if (secret) refuseTravel(name, secret.from, { value, from });
  }
}

/** What flags say of places; undefined: not given. */
interface Flags {
  readonly out?: string | undefined;
  readonly db?: string | undefined;
}

/**
 * Throws `AuditError('config')` when a file of the working folder names a place outside of it. What a flag or a
 * variable overrides is not looked at.
 */
export function refuseElsewhere(
  { out, db }: Flags,
  { BOM_AUDIT_DB }: Variables,
  { document, from }: ConfigFile,
  folder: string,
): void {
  const file = document as z.input<typeof Config>;
  const inFile = (value: string | null | undefined) => (value ? { value, from } : undefined);
  const named = {
    ...(db === undefined && (BOM_AUDIT_DB ? { BOM_AUDIT_DB } : { database: inFile(file.database) })),
    ...(out === undefined && { out: inFile(file.out) }),
    waiversFile: inFile(file.waiversFile),
  };
  for (const [key, place] of Object.entries(named)) if (place) refuseOutside(key, place, folder);
}
