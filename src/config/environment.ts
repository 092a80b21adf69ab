import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import envPaths from 'env-paths';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment, completed by a `.env` of the working folder; what is already set wins. */
export function withDotEnv(env: Environment, folder: string): Environment {
  try {
    return { ...parseEnv(readFileSync(join(folder, '.env'), 'utf8')), ...definedOf(env) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return env;
    throw error;
  }
}

function definedOf(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
}

/** The user's own database: all runs of one user share one cache and one quota. */
export function userDatabase(): string {
  return join(envPaths('bom-audit', { suffix: '' }).data, 'bom-audit.db');
}
