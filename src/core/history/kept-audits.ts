import type { Snapshot } from './snapshot.ts';
import type { TrendPoint } from './trend.ts';

/** The complete audits of one set of BOMs that the store keeps, the newest first. */
export interface KeptAudits {
  readonly points: readonly TrendPoint[];
  /** Of the two newest audits. */
  readonly snapshots: readonly Snapshot[];
}

/**
 * What an audit is compared with: the last one. An audit that only repeats the last one on the same day is not compared
 * with it, so that the same question has the same answer all day; a gate on what is new does, since it asks what is
 * new since then.
 */
export function lastAudit(
  { snapshots: [last, before] }: KeptAudits,
  now: Snapshot,
  onlyNew: boolean,
): { readonly baseline: Snapshot | null; readonly repeated: boolean } {
  const repeated = last !== undefined && isRepeated(last, now);
  return { baseline: (repeated && !onlyNew ? before : last) ?? null, repeated };
}

function isRepeated(last: Snapshot, now: Snapshot): boolean {
  return last.asOf.slice(0, 10) === now.asOf.slice(0, 10) && outcomeOf(last) === outcomeOf(now);
}

function outcomeOf({ parts, unidentified }: Snapshot): string {
  return JSON.stringify([parts, unidentified]);
}
