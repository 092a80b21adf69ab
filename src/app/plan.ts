import type { Bom, PartRef } from '../core/bom/line.ts';
import { collectQueries } from '../core/bom/part-query.ts';
import type { LifecycleWord } from '../core/words.ts';
import { type Lookup, validation } from './lookup.ts';
import { askingOrder, bomsOf, type OpenPart } from './order.ts';

/** A part that a run would ask for. */
export interface PlannedPart extends PartRef {
  /** As it was last known; null when it was never seen. */
  readonly lifecycle: LifecycleWord | null;
  /** On how many BOMs it stands. */
  readonly boms: number;
}

/** What a run would ask. */
export interface Plan {
  readonly parts: number;
  readonly fresh: number;
  /** Parts whose answer is too old. */
  readonly stale: number;
  readonly missing: number;
  /** Calls at least: retries and details calls come on top. */
  readonly requests: number;
  /** In the order in which they would be asked. */
  readonly order: readonly PlannedPart[];
}

/** Says what a run over these BOMs would ask; sends nothing. */
export async function planAudit(
  boms: readonly Bom[],
  lookup: Lookup,
  aliases: Readonly<Record<string, string>>,
  { refresh, includeNotFitted }: { readonly refresh: boolean; readonly includeNotFitted: boolean },
): Promise<Plan> {
  const queries = collectQueries(boms, aliases, includeNotFitted);
  const count = { fresh: 0, stale: 0, missing: 0 };
  const known = await lookup.known(queries.map(({ ref }) => ref));
  const parts = queries.map((query, index): OpenPart => ({ query, known: known[index] }));
  for (const one of parts) count[one.known?.state ?? 'missing'] += 1;
  const open = parts.filter((one) => refresh || one.known?.state !== 'fresh');
  const questions = new Set(open.map(({ query }) => validation(query.ref).text));
  const order = askingOrder(open).map(
    ({ query, known }): PlannedPart => ({
      mpn: query.ref.mpn,
      manufacturer: query.ref.manufacturer,
      lifecycle: known?.assessment.lifecycle ?? null,
      boms: bomsOf(query),
    }),
  );
  return { parts: queries.length, ...count, requests: questions.size, order };
}
