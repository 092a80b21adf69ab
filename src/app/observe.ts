import pLimit from 'p-limit';
import type { PartQuery } from '../core/bom/part-query.ts';
import { AuditError } from '../core/errors.ts';
import { type Assessment, unchecked } from '../core/judge/assess.ts';
import type { AssessedQuery } from '../core/rule/finding.ts';
import type { Known, Lookup } from './lookup.ts';
import { askingOrder } from './order.ts';

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
  readonly onProgress: (done: number, all: number, assessment?: Assessment) => Promise<void>;
}

/** Every part's assessment, in the order of the queries, and why the asking ended early if it did. */
export interface Observed {
  readonly assessed: readonly AssessedQuery[];
  readonly fromCache: number;
  readonly stopped: AuditError | null;
}

/** A part on its way to an assessment. */
interface Observing {
  readonly query: PartQuery;
  readonly known: Known | undefined;
  assessment: AssessedQuery['assessment'] | undefined;
}

/**
 * Observes all parts: those that the store answers at once, the others at most `atOnce` together. What ends the
 * asking leaves the rest unchecked, with the reason; faults that only a person can mend are thrown.
 */
export async function observeAll(queries: readonly PartQuery[], options: ObserveOptions): Promise<Observed> {
  const { offline } = options;
  const known = await options.lookup.known(queries.map(({ ref }) => ref));
  const all = queries.map((query, index) => fromStore(query, known[index], options));
  const open = all.filter(({ assessment }) => assessment === undefined);
  const stopped = open.length === 0 || offline ? null : await askAll(open, all.length, options);
  return {
    assessed: all.map((part) => ({
      query: part.query,
      assessment: part.assessment ?? left(part, stopped, offline),
    })),
    fromCache: all.length - open.length,
    stopped,
  };
}

function fromStore(query: PartQuery, known: Known | undefined, { refresh }: ObserveOptions): Observing {
  const isUsable = known?.state === 'fresh' && (!refresh || known.sinceBegin);
  return { query, known, assessment: isUsable ? known.assessment : undefined };
}

/** Assesses the open parts; returns what ended the asking, null when nothing did. */
async function askAll(
  open: readonly Observing[],
  all: number,
  { lookup, atOnce, signal, onProgress }: ObserveOptions,
): Promise<AuditError | null> {
  const ending = new AbortController();
  const ended = AbortSignal.any([signal, ending.signal]);
  const limit = pLimit(atOnce);
  let left = open.length;

  async function observe(part: Observing): Promise<void> {
    if (ended.aborted) return;
    try {
      part.assessment = await lookup.ask(part.query.ref, ended);
    } catch (error) {
      if (ended.aborted) return;
      if (!(error instanceof AuditError) || error.code !== 'provider') return ending.abort(error);
      part.assessment = unchecked(part.query.ref, error.message);
    }
    left -= 1;
    await onProgress(all - left, all, part.assessment);
  }

  await onProgress(all - left, all);
  await Promise.all(askingOrder(open).map((part) => limit(observe, part)));
  if (!ended.aborted || left === 0) return null;
  return endOf(ending.signal.aborted ? ending.signal.reason : interrupted());
}

/** What the run can live with, so that what is known is judged and written; anything else is thrown. */
function endOf(reason: unknown): AuditError {
  if (reason instanceof AuditError && ['quota', 'outage', 'stopped'].includes(reason.code)) return reason;
  throw reason;
}

function left({ query, known }: Observing, stopped: AuditError | null, offline: boolean) {
  if (!offline) return unchecked(query.ref, stopped?.message ?? 'Not asked');
  if (!known) return unchecked(query.ref, 'Offline, and never asked before');
  const day = known.assessment.observedAt?.slice(0, 10);
  return unchecked(query.ref, `Offline, and the answer of ${day} is too old`);
}

function interrupted(): AuditError {
  return new AuditError('stopped', 'The run was interrupted', {
    hint: 'Run the same command again: it goes on where it stopped.',
  });
}
