import type { Snapshot, TrendPoint } from './changes.ts';

/** A complete audit of the same BOMs as the store keeps it; the snapshot is read when it is asked for. */
export interface KeptAudit {
  readonly point: TrendPoint;
  readonly snapshot: () => Snapshot;
}

/**
 * What an audit is compared with, of the kept ones (newest first): the last one. An audit that only repeats the last
 * one on the same day is not compared with it, so that the same question has the same answer all day; a gate on what
 * is new does, since it asks what is new since then.
 */
export function lastAudit(
  kept: readonly KeptAudit[],
  now: Snapshot,
  onlyNew: boolean,
): { readonly baseline: Snapshot | null; readonly repeated: boolean } {
  const repeated = isRepeated(kept[0], now);
  const chosen = repeated && !onlyNew ? kept[1] : kept[0];
  return { baseline: chosen?.snapshot() ?? null, repeated };
}

function isRepeated(last: KeptAudit | undefined, now: Snapshot): boolean {
  if (last?.point.asOf.slice(0, 10) !== now.asOf.slice(0, 10)) return false;
  return outcomeOf(last.snapshot()) === outcomeOf(now);
}

function outcomeOf({ parts, unidentified }: Snapshot): string {
  return JSON.stringify([parts, unidentified]);
}

/** The points of earlier days, the oldest first, the last of each day, at most twelve. */
export function trendOf(kept: readonly KeptAudit[], now: string): readonly TrendPoint[] {
  const byDay = new Map(kept.map(({ point }) => [point.asOf.slice(0, 10), point] as const).reverse());
  byDay.delete(now.slice(0, 10));
  return [...byDay.values()].slice(-12);
}
