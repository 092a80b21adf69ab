import pLimit from 'p-limit';
import { type Assessment, unchecked } from '../core/assess.ts';
import { AuditError } from '../core/errors.ts';
import type { PartQuery } from '../core/query.ts';
import type { Lookup } from './lookup.ts';
import { askingOrder, type OpenPart } from './order.ts';

export interface ObserveOptions {
  readonly lookup: Pick<Lookup, 'known' | 'ask'>;
  /** Questions in flight. */
  readonly atOnce: number;
  /** Use the store only. */
  readonly offline: boolean;
  /** Ask again whatever the age, except what was asked since the audit began. */
  readonly refresh: boolean;
  /** Aborted when a person or the system wants the run to end: calls in flight have a moment to finish. */
  readonly signal: AbortSignal;
  /** Called after each part; `done` counts all that need no more work. */
  readonly onProgress: (done: number, all: number) => void;
}

/** Every part's assessment, and why the asking ended early if it did. */
export interface Observed {
  readonly assessments: ReadonlyMap<PartQuery, Assessment>;
  readonly fromCache: number;
  readonly stopped: AuditError | null;
}

/**
 * Observes all parts: those that the store answers at once, the others at most `atOnce` together. What ends the
 * asking leaves the rest unchecked, with the reason; faults that only a person can mend are thrown.
 */
export async function observeAll(queries: readonly PartQuery[], options: ObserveOptions): Promise<Observed> {
  const { assessments, open } = fromStore(queries, options);
  const fromCache = [...assessments.values()].filter(({ match }) => match !== 'unchecked').length;
  const stopped = open.length === 0 ? null : await askAll(open, queries.length, assessments, options);
  for (const query of queries) {
    if (!assessments.has(query)) assessments.set(query, leftOpen(query, stopped?.message ?? 'Not asked'));
  }
  return { assessments, fromCache, stopped };
}

function fromStore(
  queries: readonly PartQuery[],
  { lookup, offline, refresh }: ObserveOptions,
): { assessments: Map<PartQuery, Assessment>; open: readonly OpenPart[] } {
  const assessments = new Map<PartQuery, Assessment>();
  const open: OpenPart[] = [];
  for (const query of queries) {
    const known = lookup.known(query.ref);
    const usable = known?.state === 'fresh' && (!refresh || known.sinceBegin);
    if (known && usable) assessments.set(query, known.assessment);
    else if (offline) assessments.set(query, leftOpen(query, offlineMiss(known?.assessment)));
    else open.push({ query, known });
  }
  return { assessments, open };
}

/** Fills `assessments`; returns what ended the asking, null when nothing did. */
async function askAll(
  open: readonly OpenPart[],
  all: number,
  assessments: Map<PartQuery, Assessment>,
  { lookup, atOnce, signal, onProgress }: ObserveOptions,
): Promise<AuditError | null> {
  const ending = new AbortController();
  const ended = AbortSignal.any([signal, ending.signal]);
  const limit = pLimit(atOnce);

  async function observe(query: PartQuery): Promise<void> {
    if (ended.aborted) return;
    try {
      assessments.set(query, await lookup.ask(query.ref, ended));
    } catch (error) {
      if (ended.aborted) return;
      if (!(error instanceof AuditError) || error.code !== 'provider') return ending.abort(error);
      assessments.set(query, leftOpen(query, error.message));
    }
    onProgress(assessments.size, all);
  }

  onProgress(assessments.size, all);
  await Promise.all(askingOrder(open).map(({ query }) => limit(() => observe(query))));
  if (!ended.aborted || assessments.size === all) return null;
  return endOf(ending.signal.aborted ? ending.signal.reason : interrupted());
}

/** What the run can live with, so that what is known is judged and written; anything else is thrown. */
function endOf(reason: unknown): AuditError {
  if (reason instanceof AuditError && ['quota', 'outage', 'stopped'].includes(reason.code)) return reason;
  throw reason;
}

function offlineMiss(stale: Assessment | undefined): string {
  if (!stale) return 'Offline, and never asked before';
  return `Offline, and the answer of ${stale.observedAt?.slice(0, 10)} is too old`;
}

/** The reason stands in the middle of a sentence; `DigiKey` stays as it is. */
function leftOpen({ ref }: PartQuery, why: string): Assessment {
  return unchecked(
    ref,
    why.replace(/^[A-Z](?=[a-z]*\b)/, (first) => first.toLowerCase()),
  );
}

function interrupted(): AuditError {
  return new AuditError('stopped', 'The run was interrupted', {
    hint: 'Run the same command again: it goes on where it stopped.',
  });
}
