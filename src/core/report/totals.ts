import type { Bom } from '../bom/line.ts';
import { countBy } from '../history/trend.ts';
import type { Finding } from '../rule/finding.ts';
import type { UnidentifiedLine } from '../rule/findings.ts';
import { LIFECYCLES, MATCHES, SEVERITIES } from '../words.ts';
import type { Totals } from './report.ts';

type Counted = Pick<Finding, 'match' | 'lifecycle' | 'severity'>;

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

/** Of the parts that each BOM names, the share that is checked, by index; 1 for a BOM without parts. */
export function coverageByBom(
  parts: readonly Pick<Finding, 'match' | 'uses'>[],
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

function isChecked({ match }: Pick<Finding, 'match'>): boolean {
  return match !== 'unchecked';
}

function share(some: number, all: number): number {
  return all === 0 ? 1 : some / all;
}
