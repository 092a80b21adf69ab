import type { Bom, PartRef } from '../core/bom/line.ts';
import { collectQueries } from '../core/bom/part-query.ts';
import type { LifecycleWord } from '../core/words.ts';
import type { AuditPorts } from './audit.ts';
import { createLookup, type LookupOptions, validation } from './lookup.ts';
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
  readonly requestsLeftToday: number;
  /** The first minute's calls go at once; every further minute's worth waits a minute. */
  readonly minutes: number;
  readonly days: number;
}

export interface PlanOptions extends Pick<LookupOptions, 'rules' | 'lifecycleFrom'> {
  readonly ages: LookupOptions['freshness']['ages'];
  readonly perMinute: number;
  readonly refresh: boolean;
  readonly includeNotFitted: boolean;
}

/** Says what a run over these BOMs would ask and how long it would take; sends nothing. */
export async function planAudit(
  boms: readonly Bom[],
  ports: AuditPorts,
  options: PlanOptions,
): Promise<Plan> {
  const { rules, refresh, includeNotFitted, ages, perMinute } = options;
  const now = ports.clock.now();
  const lookup = createLookup({ ...options, ...ports, freshness: { now, began: now, ages } });
  const queries = collectQueries(boms, rules.aliases, includeNotFitted);
  const known = await lookup.known(queries.map(({ ref }) => ref));
  const parts = queries.map((query, index): OpenPart => ({ query, known: known[index] }));
  const count = { fresh: 0, stale: 0, missing: 0 };
  for (const one of parts) count[one.known?.state ?? 'missing'] += 1;
  const open = parts.filter((one) => refresh || one.known?.state !== 'fresh');
  const requests = new Set(open.map(({ query }) => validation(query.ref).text)).size;
  const { remaining, limit } = (await ports.limiter.spending()).day;
  return {
    parts: queries.length,
    ...count,
    requests,
    order: askingOrder(open).map(toPlanned),
    requestsLeftToday: remaining,
    minutes: Math.round((requests / perMinute) * 10) / 10,
    days: requests === 0 ? 0 : 1 + Math.ceil(Math.max(0, requests - remaining) / limit),
  };
}

function toPlanned({ query, known }: OpenPart): PlannedPart {
  const { mpn, manufacturer } = query.ref;
  return { mpn, manufacturer, lifecycle: known?.assessment.lifecycle ?? null, boms: bomsOf(query) };
}
