import pLimit from 'p-limit';
import { AuditError } from '../core/errors.ts';
import type { Observation } from '../core/part.ts';
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
  /** Aborted when a person or the system wants the run to end: calls in flight still finish. */
  readonly signal: AbortSignal;
  /** Called after each part; `done` counts all that need no more work. */
  readonly onProgress: (done: number, all: number) => void;
}

/** Every part's observation, and why the asking ended early if it did. */
export interface Observed {
  readonly observations: ReadonlyMap<PartQuery, Observation>;
  readonly fromCache: number;
  readonly stopped: AuditError | null;
}

/**
 * Observes all parts: those that the store answers at once, the others at most `atOnce` together. What ends the
 * asking leaves the rest unchecked, with the reason; faults that only a person can mend are thrown.
 */
export async function observeAll(queries: readonly PartQuery[], options: ObserveOptions): Promise<Observed> {
  const { observations, open } = fromStore(queries, options);
  const fromCache = [...observations.values()].filter(({ kind }) => kind === 'answered').length;
  const stopped = open.length === 0 ? null : await askAll(open, queries.length, observations, options);
  for (const query of queries) {
    if (!observations.has(query)) observations.set(query, unchecked(stopped?.message ?? 'Not asked'));
  }
  return { observations, fromCache, stopped };
}

function fromStore(
  queries: readonly PartQuery[],
  { lookup, offline, refresh }: ObserveOptions,
): { observations: Map<PartQuery, Observation>; open: readonly OpenPart[] } {
  const observations = new Map<PartQuery, Observation>();
  const open: OpenPart[] = [];
  for (const query of queries) {
    const known = lookup.known(query.ref);
    const usable = known?.state === 'fresh' && (!refresh || known.sinceBegin);
    if (known && usable) observations.set(query, known.observation);
    else if (offline) observations.set(query, offlineMiss(known?.observation.observedAt));
    else open.push({ query, known });
  }
  return { observations, open };
}

/** Fills `observations`; returns what ended the asking, null when nothing did. */
async function askAll(
  open: readonly OpenPart[],
  all: number,
  observations: Map<PartQuery, Observation>,
  { lookup, atOnce, signal, onProgress }: ObserveOptions,
): Promise<AuditError | null> {
  const ending = new AbortController();
  const ended = AbortSignal.any([signal, ending.signal]);
  const limit = pLimit(atOnce);

  async function observe(query: PartQuery): Promise<void> {
    if (ended.aborted) return;
    try {
      observations.set(query, await lookup.ask(query.ref, ended));
    } catch (error) {
      if (ended.aborted) return;
      if (!(error instanceof AuditError) || error.code !== 'provider') return ending.abort(error);
      observations.set(query, unchecked(error.message));
    }
    onProgress(observations.size, all);
  }

  onProgress(observations.size, all);
  await Promise.all(askingOrder(open).map(({ query }) => limit(() => observe(query))));
  if (!ended.aborted || observations.size === all) return null;
  return endOf(ending.signal.aborted ? ending.signal.reason : interrupted());
}

/** What the run can live with, so that what is known is judged and written; anything else is thrown. */
function endOf(reason: unknown): AuditError {
  if (reason instanceof AuditError && ['quota', 'outage', 'stopped'].includes(reason.code)) return reason;
  throw reason;
}

function offlineMiss(observedAt: string | undefined): Observation {
  if (observedAt === undefined) return unchecked('Offline, and never asked before');
  return unchecked(`Offline, and the answer of ${observedAt.slice(0, 10)} is too old`);
}

/** The reason stands in the middle of a sentence; `DigiKey` stays as it is. */
function unchecked(why: string): Observation {
  return { kind: 'unchecked', why: why.replace(/^[A-Z](?=[a-z]*\b)/, (first) => first.toLowerCase()) };
}

function interrupted(): AuditError {
  return new AuditError('stopped', 'The run was interrupted', {
    hint: 'Run the same command again: it goes on where it stopped.',
  });
}
