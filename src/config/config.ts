import { dirname, resolve } from 'node:path';
import { failOnly, type Policy, type PolicyOverride } from '../core/rule/policy.ts';
import type { Waiver } from '../core/rule/waivers.ts';
import { CREDENTIALS, type Environment, readVariables, userDatabase, type Variables } from './environment.ts';
import { configFault, readConfigFile, readWaivers } from './files.ts';
import type { Origin } from './origin.ts';
import { PolicyWords } from './policy.ts';
import { Config } from './schema.ts';
import { refuseElsewhere, refuseRedirect } from './working-folder.ts';

/** What flags may override; undefined: not given. */
export interface Overrides {
  readonly config?: string | undefined;
  readonly out?: string | undefined;
  readonly db?: string | undefined;
  readonly formats?: readonly string[] | undefined;
  readonly failOn?: readonly string[] | undefined;
  readonly maxAge?: number | undefined;
  readonly budget?: number | undefined;
  readonly boardsPerYear?: number | undefined;
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

/** What a run is made with: flags over environment over `.env` over file over defaults. */
export interface Settings
  extends Omit<Config, '$schema' | 'database' | 'policy' | 'waivers' | 'waiversFile'> {
  readonly database: string;
  /** Who says what `digikey.baseUrl` is. */
  readonly addressFrom: Origin;
  readonly policy: Policy & { readonly boms: readonly PolicyOverride[] };
  /** Of the config file, then of the file that it names. */
  readonly waivers: readonly Waiver[];
  /** Null when the environment holds none; `plan` and cached runs do without. */
  readonly credentials: Credentials | null;
  /** 32 bytes in base64 that logins are sealed with; undefined: a key file beside the database. */
  readonly tokenKey: string | undefined;
  readonly log: { readonly level: LogLevel; readonly json: boolean };
  /** The files that settings stand in: the config file, there or not, and the one of waivers. */
  readonly sources: readonly string[];
}

/**
 * Throws `AuditError('config')` that tells all problems at once, each with its key; and one for a file of the working
 * folder that would send a secret of the person elsewhere, or that names a path outside of the folder.
 */
export function loadSettings(flags: Overrides, env: Environment, folder: string): Settings {
  const variables = readVariables(env, folder);
  const file = readConfigFile(flags.config, folder);
  const { path, document } = file;
  const parsed = Config.safeParse(overlay(document, flags, variables));
  const failOn = PolicyWords.optional().safeParse(flags.failOn);
  const issues = [
    ...(parsed.error?.issues ?? []),
    ...(failOn.error?.issues ?? []).map((issue) => ({ ...issue, path: ['policy', 'failOn', ...issue.path] })),
  ];
  if (!parsed.success || !failOn.success)
    throw configFault(`The configuration is not right (${path}, the environment or a flag)`, issues);
  const { $schema, database, maxAgeDays, policy, waivers, waiversFile, ...settings } = parsed.data;
  const waiverFiles = waiversFile === null ? [] : [resolve(dirname(path), waiversFile)];
  const addressFrom = variables.DK_BASE_URL?.from ?? file.from;
  refuseRedirect(settings.digikey.baseUrl, addressFrom, variables);
  refuseElsewhere(flags, variables, file, folder);
  return {
    ...settings,
    addressFrom,
    policy: failOn.data ? failOnly(failOn.data, policy) : policy,
    waivers: [...waivers, ...waiverFiles.flatMap(readWaivers)],
    maxAgeDays: flags.maxAge === undefined ? maxAgeDays : allAges(maxAgeDays, flags.maxAge),
    database: resolve(folder, flags.db ?? variables.BOM_AUDIT_DB?.value ?? database ?? userDatabase()),
    credentials: credentialsOf(variables),
    tokenKey: variables.BOM_AUDIT_TOKEN_KEY?.value,
    log: { level: flags.log?.level ?? 'warn', json: flags.log?.json ?? false },
    sources: [path, ...waiverFiles],
  };
}

/** Lays flags and environment over the file's keys before they are checked, so that one check covers all. */
function overlay(document: unknown, flags: Overrides, variables: Variables): unknown {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return document;
  const file = document as Record<string, unknown>;
  return {
    ...file,
    ...defined({ out: flags.out, formats: flags.formats }),
    digikey: over(file.digikey, {
      baseUrl: variables.DK_BASE_URL?.value,
      site: variables.DK_SITE?.value,
      language: variables.DK_LANG?.value,
      currency: variables.DK_CUR?.value,
    }),
    quota: over(file.quota, { perRun: flags.budget }),
    buying: over(file.buying, { boardsPerYear: flags.boardsPerYear }),
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

function credentialsOf(variables: Variables): Credentials | null {
  const [clientId, clientSecret = '', refreshToken, accessToken] = CREDENTIALS.map(
    (name) => variables[name]?.value,
  );
  if (!clientId || !(clientSecret || accessToken)) return null;
  return { clientId, clientSecret, refreshToken, accessToken };
}
