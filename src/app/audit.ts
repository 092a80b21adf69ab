import type { Bom, PartRef } from '../core/bom/line.ts';
import { bomNames } from '../core/bom/names.ts';
import { collectQueries, type PartQuery } from '../core/bom/part-query.ts';
import type { AuditError } from '../core/errors.ts';
import { lastAudit } from '../core/history/kept-audits.ts';
import { snapshotOf } from '../core/history/snapshot.ts';
import { trendOf, trendPoint } from '../core/history/trend.ts';
import type { MaxAges } from '../core/judge/freshness.ts';
import type { MatchRules } from '../core/judge/match.ts';
import { buildReport } from '../core/report/build.ts';
import type { AuditReport, QuotaUse, ReportPart } from '../core/report/report.ts';
import { ruleOnAll } from '../core/rule/findings.ts';
import type { AnswerStore, Clock, History, Leases, Limiter, Provider, RunLog } from '../ports.ts';
import { type Decisions, policiesOf } from './decisions.ts';
import type { OnEvent } from './events.ts';
import { createLookup } from './lookup.ts';
import { type ObserveOptions, observeAll } from './observe.ts';
import { digestOf, placeOf, remember } from './remember.ts';
import { findSubstitutes, NO_SUBSTITUTES } from './substitutes.ts';

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
  /** The working folder: the same name elsewhere is another BOM. */
  readonly folder: string;
  readonly rules: MatchRules;
  readonly ages: MaxAges;
  readonly lifecycleFrom: 'search' | 'details';
  readonly atOnce: number;
  readonly offline: boolean;
  readonly refresh: boolean;
  /** Whether lines that are marked as not fitted are asked, too. */
  readonly includeNotFitted: boolean;
  /** Names of the annotated copies, in the order of the BOMs. */
  readonly annotated: readonly (string | null)[];
}

/** How a use case is watched and ended. */
export interface Watch {
  /** Aborted when the use case is to end: calls in flight finish, what is known is judged. */
  readonly signal: AbortSignal;
  readonly onEvent: OnEvent;
}

export interface Audited {
  readonly report: AuditReport;
  /** The part of the report that a line's reference stands for. */
  readonly partOf: (ref: PartRef) => ReportPart | undefined;
  /** Why the audit ended early; null when it is whole. */
  readonly stopped: AuditError | null;
  /**
   * To be called when everything is written: the audit is over, so that the next one asks anew what is too old, and a
   * complete one is what later ones are compared with. Until then the same audit goes on, and asks nothing twice.
   */
  readonly finish: () => Promise<void>;
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
  { signal, onEvent }: Watch,
): Promise<Audited> {
  const { provider, answers, runs, history, leases, clock } = ports;
  const { rules, ages, lifecycleFrom, policy, waivers, onlyNew, refresh, folder } = options;
  const now = clock.now();
  const asOf = new Date(now).toISOString();
  const digest = digestOf(boms, provider, refresh);
  const freshness = { now, began: await runs.begin(digest, now), ages };
  const queries = collectQueries(boms, rules.aliases, options.includeNotFitted);
  const lookup = createLookup({ provider, answers, leases, clock, rules, freshness, lifecycleFrom });
  const { assessed, fromCache, stopped } = await observeAll(queries, {
    ...options,
    lookup,
    signal,
    onProgress: teller(ports, onEvent),
  });

  const policies = policiesOf(boms, policy);
  const remembered = await remember(assessed, history, provider, now);
  const findings = ruleOnAll(remembered, boms, { policies, waivers, today: asOf.slice(0, 10) });
  const others =
    options.substitutes && stopped === null
      ? await findSubstitutes(findings.parts, { ...options, lookup, signal })
      : NO_SUBSTITUTES;

  const place = placeOf(boms, folder, provider);
  const kept = await history.audits(place);
  const snapshot = snapshotOf(findings, bomNames(boms), asOf);
  const last = lastAudit(kept, snapshot, onlyNew);
  const report = buildReport({
    ...options,
    asOf,
    boms,
    findings,
    snapshot,
    policies,
    baseline: options.baseline ?? (last.baseline && { snapshot: last.baseline, name: null }),
    coverage: policy.coverage,
    quota: await quotaUse(ports, fromCache),
    stopped: stopped?.message ?? null,
    substitutes: others.substitutes,
    trend: trendOf(kept.points, asOf),
  });
  const isWhole = report.totals.checked === report.totals.parts;
  return {
    report,
    partOf: partFinder(queries, report),
    stopped: stopped ?? others.stopped,
    async finish() {
      if (isWhole || (stopped === null && !options.offline)) await runs.finish(digest);
      if (isWhole && !last.repeated) await history.keep(place, snapshot, trendPoint(asOf, snapshot.parts));
    },
  };
}

function teller({ limiter }: AuditPorts, onEvent: OnEvent): ObserveOptions['onProgress'] {
  return async (done, all, assessment) => {
    const { freeNow, day } = await limiter.spending();
    if (assessment) onEvent({ type: 'finding', assessment });
    onEvent({ type: 'progress', done, all, freeNow, leftToday: day.remaining });
  };
}

async function quotaUse({ limiter, provider }: AuditPorts, fromCache: number): Promise<QuotaUse> {
  const { requests, day } = await limiter.spending();
  return {
    requests,
    fromCache,
    remainingToday: day.remaining,
    resetsAt: new Date(day.resetsAt).toISOString(),
    calls: provider.calls(),
  };
}

function partFinder(queries: readonly PartQuery[], { parts }: AuditReport): Audited['partOf'] {
  const byKey = new Map(parts.map((part) => [part.key, part]));
  const byRef = new Map(queries.flatMap(({ key, refs }) => refs.map((ref) => [ref, byKey.get(key)])));
  return (ref) => byRef.get(ref);
}
