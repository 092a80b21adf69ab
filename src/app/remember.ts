import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Bom } from '../core/bom/line.ts';
import { lifeOf, withMemory } from '../core/judge/memory.ts';
import type { AssessedQuery } from '../core/rule/finding.ts';
import type { History, Provider } from '../ports.ts';

/** Adds what earlier audits remember of each part, and remembers what this one found at `now` (ms since 1970). */
export async function remember(
  assessed: readonly AssessedQuery[],
  history: History,
  { id, locale }: Provider,
  now: number,
): Promise<readonly AssessedQuery[]> {
  const lives = assessed.map(({ assessment }) => lifeOf(assessment));
  const past = await history.note(id, locale, lives, now);
  return assessed.map(({ query, assessment }, index) => ({
    query,
    assessment: withMemory(assessment, past[index]),
  }));
}

/** Names a set of BOMs by where they are, whatever is in them, and by whom they are checked with. */
export function placeOf(boms: readonly Bom[], folder: string, { id, locale }: Provider): string {
  const places = boms.map(({ file, sheet }) => `${resolve(folder, file)} ${sheet ?? ''}`).sort();
  return digest([id, locale, ...places]);
}

/** Names an audit: the same BOMs, asked of the same provider in the same way. */
export function digestOf(boms: readonly Bom[], { id, locale }: Provider, refresh: boolean): string {
  const names = boms.map(({ sha256, sheet }) => `${sha256} ${sheet ?? ''}`).sort();
  return digest([id, locale, String(refresh), ...names]);
}

function digest(names: readonly string[]): string {
  return createHash('sha256').update(names.join('\n')).digest('hex');
}
