import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { AuditError } from '../core/errors.ts';
import type { Waiver } from '../core/rule/waivers.ts';
import type { Origin } from './origin.ts';
import { Waivers } from './policy.ts';

/** Read from the working folder when it is there. */
export const CONFIG_FILE = 'audit.config.json';

export interface ConfigFile {
  readonly path: string;
  readonly document: unknown;
  /** A file that is named is the person's own, wherever it lies. */
  readonly from: Origin;
}

/** The config file that is named, else the one of the folder, else nothing. Throws `AuditError('config')`. */
export function readConfigFile(named: string | undefined, folder: string): ConfigFile {
  const path = resolve(folder, named ?? CONFIG_FILE);
  const from = { isOwn: named !== undefined, name: path };
  if (named === undefined && !existsSync(path)) return { path, document: {}, from };
  return { path, document: readJson('config', path, 'Mend it, or name another with --config.'), from };
}

const WaiversFile = z.strictObject({ waivers: Waivers });

/**
 * A list of waivers, or an object that holds it as `waivers`. Throws `AuditError('config')` with the index and key
 * of each problem.
 */
export function readWaivers(path: string): readonly Waiver[] {
  const document = readJson('waivers', path, 'Mend it, or take waiversFile out of the config.');
  const wrapped = Array.isArray(document) ? { waivers: document } : document;
  const parsed = WaiversFile.safeParse(wrapped);
  if (!parsed.success) throw configFault(`The waivers in ${path} are not right`, parsed.error.issues);
  return parsed.data.waivers;
}

/** Throws `AuditError('config')`. */
export function readJson(what: string, path: string, hint: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is no valid JSON' : 'cannot be read';
    throw new AuditError('config', `The ${what} file ${path} ${why}`, { hint, cause: error });
  }
}

/** All problems, each with its key. */
export function configFault(what: string, issues: readonly z.core.$ZodIssue[]): AuditError {
  const lines = issues.flatMap((issue) => {
    const at = issue.path.join('.');
    if (issue.code !== 'unrecognized_keys') return `${at || 'the whole'}: ${issue.message}`;
    return issue.keys.map((key) => `${[...issue.path, key].join('.')}: there is no such key`);
  });
  return new AuditError('config', `${what}:\n  ${lines.join('\n  ')}`, {
    hint: 'README.md lists every key with its default.',
  });
}
