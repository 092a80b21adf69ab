import { createHash } from 'node:crypto';
import type { Rules } from '../core/assess.ts';
import type { AuditError } from '../core/errors.ts';
import type { MaxAges } from '../core/freshness.ts';
import type { Bom, PartRef } from '../core/line.ts';
import { collectQueries } from '../core/query.ts';
import type { AuditReport, ReportPart, Substitute } from '../core/report.ts';
import type { AnswerStore, Clock, History, Leases, Limiter, Provider, RunLog } from '../ports.ts';
import { conclude, type Decisions, isWhole, recall, rule } from './conclude.ts';
import { createLookup } from './lookup.ts';
import { observeAll } from './observe.ts';
import { findSubstitutes } from './substitutes.ts';

/** The outside world, as an audit sees it. */
export interface AuditPorts {
  readonly provider: Provider;
  readonly answers: AnswerStore;
  readonly runs: RunLog;
  readonly history: History;
  readonly leases: Leases;
  readonly limiter: Limiter;
  readonly clock: Clock;
}

export interface AuditOptions extends Decisions {
  readonly tool: AuditReport['tool'];
  readonly sources: AuditReport['sources'];
  readonly rules: Rules;
  readonly ages: MaxAges;
  readonly lifecycleFrom: 'search' | 'details';
  readonly atOnce: number;
  readonly offline: boolean;
  readonly refresh: boolean;
  /** Whether lines that are marked as not fitted are asked, too. */
  readonly includeNotFitted: boolean;
  /** Names of the annotated copies, in the order of the BOMs. */
  readonly annotated: readonly (string | null)[];
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, all: number) => void;
}

export interface Audited {
  readonly report: AuditReport;
  /** The parts of the report by every way in which a line names them. */
  readonly parts: ReadonlyMap<PartRef, ReportPart>;
  /** Why the audit ended early; null when it is whole. */
  readonly stopped: AuditError | null;
  /** To be called when the report is written: makes a complete audit the one that later ones are compared with. */
  readonly keep: () => void;
}

/**
 * Audits BOMs: asks for what is not known yet, judges everything that is, and reports. What ends the asking early
 * (a spent quota, a provider that is down, an interruption) makes the report incomplete; running again goes on.
 * Throws `AuditError` for what only a person can mend.
 */
export async function audit(
  boms: readonly Bom[],
  ports: AuditPorts,
  options: AuditOptions,
): Promise<Audited> {
  const { provider, answers, runs, history, leases, clock, limiter } = ports;
  const { tool, sources, annotated, rules, ages, lifecycleFrom } = options;
  const now = clock.now();
  const asOf = new Date(now).toISOString();
  const digest = digestOf(boms, provider, options.refresh);
  const freshness = { now, began: runs.begin(digest, now), ages };
  const queries = collectQueries(boms, rules.aliases, options.includeNotFitted);

  const lookup = createLookup({ provider, answers, leases, clock, rules, freshness, lifecycleFrom });
  const { assessments, fromCache, stopped } = await observeAll(queries, { ...options, lookup });

  const judged = queries.map((query) => ({ query, assessment: assessments.get(query)! }));
  const ruled = rule(recall(judged, history, provider, now), { boms, asOf }, options);
  const extra =
    options.substitutes && stopped === null
      ? await findSubstitutes(ruled, { ...options, lookup })
      : { substitutes: new Map<string, readonly Substitute[]>(), stopped: null };
  const { requests, day } = limiter.spending();
  const quota = {
    requests,
    fromCache,
    remainingToday: day.remaining,
    resetsAt: new Date(day.resetsAt).toISOString(),
    calls: provider.calls(),
  };
  const { includeNotFitted } = options;
  const circumstance = {
    tool,
    asOf,
    boms,
    includeNotFitted,
    annotated,
    quota,
    sources,
    stopped: stopped?.message ?? null,
  };
  const { report, parts, keep } = conclude(ruled, extra.substitutes, circumstance, options, ports);
  if (isWhole(report) || (stopped === null && !options.offline)) runs.finish(digest);
  return {
    report,
    parts: new Map(queries.flatMap(({ refs }, index) => refs.map((ref) => [ref, parts[index]!]))),
    stopped: stopped ?? extra.stopped,
    keep,
  };
}

/** Names an audit: the same BOMs, asked of the same provider in the same way. */
function digestOf(boms: readonly Bom[], provider: Provider, refresh: boolean): string {
  const names = boms.map(({ sha256, sheet }) => `${sha256} ${sheet ?? ''}`).sort();
  return createHash('sha256')
    .update([provider.id, provider.locale, String(refresh), ...names].join('\n'))
    .digest('hex');
}
