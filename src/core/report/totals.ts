import type { Bom } from '../bom/line.ts';
import type { TrendPoint } from '../history/changes.ts';
import { LIFECYCLES, type LifecycleWord, MATCHES, SEVERITIES, type Severity } from '../words.ts';
import type { ReportPart, Totals, UnidentifiedLine } from './report.ts';

type Counted = Pick<ReportPart, 'match' | 'lifecycle' | 'severity'>;

export function countTotals(
  parts: readonly Counted[],
  unidentified: readonly UnidentifiedLine[],
  boms: readonly Bom[],
): Totals {
  const checked = parts.filter(isChecked).length;
  return {
    lineItems: boms.reduce((sum, { lines }) => sum + lines.length, 0),
    parts: parts.length,
    checked,
    coverage: share(checked, parts.length),
    byLifecycle: countBy(
      LIFECYCLES,
      parts.map(({ lifecycle }) => lifecycle),
    ),
    byMatch: countBy(
      MATCHES,
      [...parts, ...unidentified].map(({ match }) => match),
    ),
    bySeverity: countBy(
      SEVERITIES,
      parts.map(({ severity }) => severity),
    ),
  };
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

/** Of the parts that each BOM names, the share that is checked, by index; 1 for a BOM without parts. */
export function coverageByBom(
  parts: readonly Pick<ReportPart, 'match' | 'uses'>[],
  boms: number,
): readonly number[] {
  const named = new Array<number>(boms).fill(0);
  const checked = new Array<number>(boms).fill(0);
  for (const part of parts) {
    for (const bom of new Set(part.uses.map((use) => use.bom))) {
      named[bom]! += 1;
      if (isChecked(part)) checked[bom]! += 1;
    }
  }
  return named.map((all, bom) => share(checked[bom]!, all));
}

function isChecked({ match }: Pick<ReportPart, 'match'>): boolean {
  return match !== 'unchecked';
}

function share(some: number, all: number): number {
  return all === 0 ? 1 : some / all;
}

/** Counts in the order of `words`, without those that do not occur. */
function countBy<W extends string>(words: readonly W[], values: readonly W[]): Partial<Record<W, number>> {
  const counts = new Map(words.map((word) => [word, 0]));
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].filter(([, count]) => count > 0)) as Partial<Record<W, number>>;
}
