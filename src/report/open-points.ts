import type { ReportPart } from '../core/report/report.ts';

/** Something that is not known and keeps the last buy of so many parts open. */
export interface OpenPoint {
  readonly says: string;
  readonly parts: number;
}

/** What keeps the last buys of these parts open, each point once. */
export function openPoints(parts: readonly ReportPart[]): readonly OpenPoint[] {
  const counts = new Map<string, number>();
  for (const says of parts.flatMap(({ buy }) => buy?.open ?? []))
    counts.set(says, (counts.get(says) ?? 0) + 1);
  return [...counts].map(([says, parts]) => ({ says, parts }));
}
