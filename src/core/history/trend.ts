import { LIFECYCLES, type LifecycleWord, SEVERITIES, type Severity } from '../words.ts';

/** An audit as a point of a chart. */
export interface TrendPoint {
  readonly asOf: string;
  readonly parts: number;
  readonly byLifecycle: Partial<Record<LifecycleWord, number>>;
  /** By what the policy alone said. */
  readonly bySeverity: Partial<Record<Severity, number>>;
}

/** The point that an audit adds to the trend of later ones. */
export function trendPoint(
  asOf: string,
  parts: readonly { readonly lifecycle: LifecycleWord; readonly severity: Severity }[],
): TrendPoint {
  return {
    asOf,
    parts: parts.length,
    byLifecycle: countBy(
      LIFECYCLES,
      parts.map(({ lifecycle }) => lifecycle),
    ),
    bySeverity: countBy(
      SEVERITIES,
      parts.map(({ severity }) => severity),
    ),
  };
}

/** Of the points, newest first, those of days before `now`: the oldest first, the last of each day, at most twelve. */
export function trendOf(points: readonly TrendPoint[], now: string): readonly TrendPoint[] {
  const byDay = new Map(points.map((point) => [point.asOf.slice(0, 10), point] as const).reverse());
  byDay.delete(now.slice(0, 10));
  return [...byDay.values()].slice(-12);
}

/** Counts in the order of `words`, without those that do not occur. */
export function countBy<W extends string>(
  words: readonly W[],
  values: readonly W[],
): Partial<Record<W, number>> {
  const counts = new Map(words.map((word) => [word, 0]));
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].filter(([, count]) => count > 0)) as Partial<Record<W, number>>;
}
