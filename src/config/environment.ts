import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import envPaths from 'env-paths';
import { AuditError } from '../core/errors.ts';
import type { Stated } from './origin.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What is sent to a provider so that it answers. */
export const CREDENTIALS = [
  'DK_CLIENT_ID',
  'DK_CLIENT_SECRET',
  'DK_REFRESH_TOKEN',
  'DK_ACCESS_TOKEN',
] as const;

/** Everything that the environment may set. */
const VARIABLES = [
  ...CREDENTIALS,
  'DK_BASE_URL',
  'DK_SITE',
  'DK_LANG',
  'DK_CUR',
  'BOM_AUDIT_DB',
  'BOM_AUDIT_TOKEN_KEY',
] as const;

/** The variables that are set, and where. */
export type Variables = Readonly<Partial<Record<(typeof VARIABLES)[number], Stated>>>;

/**
 * The environment, completed by a `.env` of the working folder; what is set already wins, and what is not ours in
 * the file is left to other programs. Throws `AuditError('config')`.
 */
export function readVariables(env: Environment, folder: string): Variables {
  const path = join(folder, '.env');
  const file = readDotEnv(path);
  const stated = VARIABLES.flatMap((name) => {
    if (env[name]) return [[name, { value: env[name], from: { isOwn: true, name: 'the environment' } }]];
    return file[name] ? [[name, { value: file[name], from: { isOwn: false, name: path } }]] : [];
  });
  return Object.fromEntries(stated);
}

function readDotEnv(path: string): Environment {
  try {
    return parseEnv(readFileSync(path, 'utf8'));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return {};
    throw new AuditError('config', `${path} cannot be read`, { hint: 'Mend or remove it.', cause });
  }
}

/** The user's own database: all runs of one user share one cache and one quota. */
export function userDatabase(): string {
  return join(envPaths('bom-audit', { suffix: '' }).data, 'bom-audit.db');
}
