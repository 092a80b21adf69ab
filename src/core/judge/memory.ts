import type { LifecycleWord } from '../words.ts';
import type { Assessment } from './assess.ts';
import { rank } from './lifecycle.ts';

/** A lifecycle as it was seen. */
export interface Life {
  readonly lifecycle: LifecycleWord;
  readonly lastBuyDate: string | null;
}

/** One product of the provider and its lifecycle. */
export interface PartLife extends Life {
  readonly mpn: string;
  readonly manufacturer: string;
}

/** The state before the present one, and when (ISO 8601 UTC) the present one was first seen. */
export interface PastLife extends Life {
  readonly until: string;
}

/** One change of a product's lifecycle and when (ISO 8601 UTC) it was first seen. */
export interface LifeChange {
  readonly mpn: string;
  readonly manufacturer: string;
  readonly at: string;
  readonly from: Life;
  readonly to: Life;
}

/** What is worth remembering of a part: null without a valid match. */
export function lifeOf({ matched, lifecycle }: Assessment): PartLife | null {
  if (matched === null) return null;
  const { mpn, manufacturer, lastBuyDate } = matched;
  return { mpn, manufacturer, lifecycle, lastBuyDate };
}

/** Adds a conflict where the provider says better of a part than it did before: one of the two was wrong. */
export function withMemory(assessment: Assessment, past: PastLife | undefined): Assessment {
  const { lifecycle, conflicts } = assessment;
  if (!past || past.lifecycle === 'unknown' || rank(lifecycle) >= rank(past.lifecycle)) return assessment;
  const conflict = `DigiKey said ${past.lifecycle} until ${past.until.slice(0, 10)}, and says ${lifecycle} since: ask the maker which is true.`;
  return { ...assessment, conflicts: [...conflicts, conflict] };
}
