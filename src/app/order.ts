import type { PartQuery } from '../core/bom/part-query.ts';
import { rank } from '../core/judge/lifecycle.ts';
import { LIFECYCLES } from '../core/words.ts';
import type { Known } from './lookup.ts';

/** A part that has to be asked for, and what was known of it before. */
export interface OpenPart {
  readonly query: PartQuery;
  /** Undefined: never seen. */
  readonly known: Known | undefined;
}

/**
 * What is asked first when the quota may not last: parts never seen before stale ones, riskier before safer as they
 * were last known, parts on more BOMs before parts on fewer; else as they are named.
 */
export function askingOrder<Part extends OpenPart>(open: readonly Part[]): readonly Part[] {
  return open
    .map((part) => ({ part, risk: riskOf(part), boms: bomsOf(part.query) }))
    .sort((a, b) => b.risk - a.risk || b.boms - a.boms)
    .map(({ part }) => part);
}

function riskOf({ known }: OpenPart): number {
  return known === undefined ? LIFECYCLES.length : rank(known.assessment.lifecycle);
}

/** On how many BOMs a part stands. */
export function bomsOf({ uses }: PartQuery): number {
  return new Set(uses.map(({ bom }) => bom)).size;
}
