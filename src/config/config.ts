import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { AuditError } from '../core/errors.ts';
import { type Environment, userDatabase } from './environment.ts';
import { Config } from './schema.ts';

/** What flags may override; undefined: not given. */
export interface Overrides {
  readonly config?: string | undefined;
  readonly out?: string | undefined;
  readonly db?: string | undefined;
  readonly formats?: readonly string[] | undefined;
  readonly failOn?: readonly string[] | undefined;
  readonly maxAge?: number | undefined;
  readonly budget?: number | undefined;
  readonly log?: { readonly level?: LogLevel | undefined; readonly json?: boolean | undefined };
  readonly bom?: Partial<Config['bom']>;
}

/** From the most silent to the most talkative. */
export const LOG_LEVELS = ['silent', 'warn', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Secrets and tokens come from the environment only. */
export interface Credentials {
  readonly clientId: string;
  /** Empty when there is an access token without it. */
  readonly clientSecret: string;
  /** To begin a three-legged login with. */
  readonly refreshToken: string | undefined;
  /** Used as it is, instead of any other. */
  readonly accessToken: string | undefined;
}

/** What a run is made with: flags over environment over file over defaults. */
export interface Settings extends Omit<Config, '$schema' | 'database'> {
  readonly database: string;
  /** Null when the environment holds none; `plan` and cached runs do without. */
  readonly credentials: Credentials | null;
  /** 32 bytes in base64 that logins are sealed with; undefined: a key file beside the database. */
  readonly tokenKey: string | undefined;
  readonly log: { readonly level: LogLevel; readonly json: boolean };
}

const DEFAULT_FILE = 'audit.config.json';

/** Throws `AuditError('config')` that tells all problems at once, each with its key. */
export function loadSettings(flags: Overrides, env: Environment, folder: string): Settings {
  const { path, document } = readConfigFile(flags.config, folder);
  const parsed = Config.safeParse(overlay(document, flags, env));
  if (!parsed.success) throw configFault(path, parsed.error);
  const { $schema, database, maxAgeDays, ...settings } = parsed.data;
  return {
    ...settings,
    maxAgeDays: flags.maxAge === undefined ? maxAgeDays : allAges(maxAgeDays, flags.maxAge),
    database: resolve(folder, flags.db ?? env.BOM_AUDIT_DB ?? database ?? userDatabase()),
    credentials: credentialsOf(env),
    tokenKey: env.BOM_AUDIT_TOKEN_KEY || undefined,
    log: { level: flags.log?.level ?? 'warn', json: flags.log?.json ?? false },
  };
}

function readConfigFile(named: string | undefined, folder: string): { path: string; document: unknown } {
  const path = resolve(folder, named ?? DEFAULT_FILE);
  if (named === undefined && !existsSync(path)) return { path, document: {} };
  try {
    return { path, document: JSON.parse(readFileSync(path, 'utf8')) };
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is no valid JSON' : 'cannot be read';
    throw new AuditError('config', `The config file ${path} ${why}`, {
      hint: 'Mend it, or name another with --config.',
      cause: error,
    });
  }
}

/** Lays flags and environment over the file's keys before they are checked, so that one check covers all. */
function overlay(document: unknown, flags: Overrides, env: Environment): unknown {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return document;
  const file = document as Record<string, unknown>;
  return {
    ...file,
    ...defined({ out: flags.out, formats: flags.formats }),
    digikey: over(file.digikey, {
      baseUrl: env.DK_BASE_URL,
      site: env.DK_SITE,
      language: env.DK_LANG,
      currency: env.DK_CUR,
    }),
    quota: over(file.quota, { perRun: flags.budget }),
    policy: over(file.policy, { failOn: flags.failOn }),
    bom: over(file.bom, flags.bom ?? {}),
  };
}

function over(section: unknown, values: Record<string, unknown>): unknown {
  if (section !== undefined && (typeof section !== 'object' || section === null)) return section;
  return { ...section, ...defined(values) };
}

function defined(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  );
}

function allAges(ages: Config['maxAgeDays'], days: number): Config['maxAgeDays'] {
  return Object.fromEntries(Object.keys(ages).map((word) => [word, days])) as Config['maxAgeDays'];
}

function credentialsOf(env: Environment): Credentials | null {
  const clientId = env.DK_CLIENT_ID;
  const clientSecret = env.DK_CLIENT_SECRET ?? '';
  const accessToken = env.DK_ACCESS_TOKEN || undefined;
  if (!clientId || !(clientSecret || accessToken)) return null;
  return { clientId, clientSecret, refreshToken: env.DK_REFRESH_TOKEN || undefined, accessToken };
}

function configFault(path: string, error: z.ZodError): AuditError {
  const lines = error.issues.flatMap((issue) => {
    const at = issue.path.join('.');
    if (issue.code !== 'unrecognized_keys') return `${at || 'the whole'}: ${issue.message}`;
    return issue.keys.map((key) => `${[...issue.path, key].join('.')}: there is no such key`);
  });
  return new AuditError(
    'config',
    `The configuration is not right (${path}, the environment or a flag):\n  ${lines.join('\n  ')}`,
    {
      hint: 'README.md lists every key with its default.',
    },
  );
}
