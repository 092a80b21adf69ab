import { scaleLinear } from 'd3-scale';
import { stack } from 'd3-shape';
import type { AuditReport } from '../core/report/report.ts';
import { LIFECYCLES, type LifecycleWord } from '../core/words.ts';

/** The lifecycles of one audit as pieces of a bar, in percent of the bar of the audit with the most parts. */
export interface MixBar {
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly parts: number;
  readonly pieces: readonly {
    readonly word: LifecycleWord;
    readonly count: number;
    readonly from: number;
    readonly to: number;
  }[];
}

/** One bar for each audit, the oldest first and this one last. */
export function mixOf({ trend, asOf, totals }: AuditReport): readonly MixBar[] {
  const audits = [...trend, { asOf, parts: totals.parts, byLifecycle: totals.byLifecycle }];
  const layers = stack<(typeof audits)[number], LifecycleWord>()
    .keys(LIFECYCLES)
    .value(({ byLifecycle }, word) => byLifecycle[word] ?? 0)(audits);
  const most = Math.max(1, ...layers.flatMap((layer) => layer.map(([, to]) => to)));
  const percent = scaleLinear().domain([0, most]).range([0, 100]);
  return audits.map(({ asOf, parts }, at) => ({
    day: asOf.slice(0, 10),
    parts,
    pieces: layers
      .map((layer) => ({ word: layer.key, from: layer[at]![0], to: layer[at]![1] }))
      .filter(({ from, to }) => to > from)
      .map(({ word, from, to }) => ({ word, count: to - from, from: percent(from), to: percent(to) })),
  }));
}
