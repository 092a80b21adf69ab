import type { Bom } from '../core/line.ts';
import { collectQueries } from '../core/query.ts';
import { type Lookup, validation } from './lookup.ts';

/** What a run would ask. */
export interface Plan {
  readonly parts: number;
  readonly fresh: number;
  /** Parts whose answer is too old. */
  readonly stale: number;
  readonly missing: number;
  /** Calls at least: retries and details calls come on top. */
  readonly requests: number;
}

/** Counts what a run over these BOMs would ask; sends nothing. */
export function planAudit(
  boms: readonly Bom[],
  lookup: Lookup,
  aliases: Readonly<Record<string, string>>,
  refresh: boolean,
): Plan {
  const queries = collectQueries(boms, aliases);
  const count = { fresh: 0, stale: 0, missing: 0 };
  const questions = new Set<string>();
  for (const { ref } of queries) {
    const known = lookup.known(ref);
    count[known?.state ?? 'missing'] += 1;
    if (known?.state !== 'fresh' || refresh) questions.add(validation(ref).text);
  }
  return { parts: queries.length, ...count, requests: questions.size };
}
