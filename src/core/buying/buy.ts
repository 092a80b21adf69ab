import { mpnKey } from '../identity/mpn.ts';
import { needsOf } from '../report/uses.ts';
import type { Finding } from '../rule/finding.ts';
import { namesFile } from '../wildcard.ts';
import type { LifecycleWord } from '../words.ts';
import { type Buy, type BuyingPlan, type Holdings, planBuy } from './demand.ts';

/** What buys are worked out with, over all parts. */
export interface BuyingAssumptions {
  readonly plan: BuyingPlan;
  /** In the order of the BOMs; null where nobody said. */
  readonly boardsPerYear: readonly (number | null)[];
  /** What there is and what comes, by `mpnKey`. */
  readonly holdings: ReadonlyMap<string, Holdings>;
}

/** Parts whose end somebody has announced, so that what is needed has to be bought while it can be. */
const ENDING: readonly LifecycleWord[] = [
  'distributor-discontinued',
  'last-buy',
  'eol',
  'last-buy-passed',
  'obsolete',
];

const NOTHING: Holdings = { onHand: 0, onOrder: 0 };

/** How many to buy of a part that is being or has been ended; null for every other. */
export function buyOf(
  { mpn, lifecycle, matched, uses }: Finding,
  { plan, boardsPerYear, holdings }: BuyingAssumptions,
  today: string,
): Buy | null {
  if (matched === null || !ENDING.includes(lifecycle)) return null;
  const { minimumOrderQuantity, standardPackage, prices, currency, lastBuyDate } = matched;
  const inputs = {
    needs: needsOf(uses, boardsPerYear),
    holdings: holdings.get(mpnKey(mpn)) ?? holdings.get(mpnKey(matched.mpn)) ?? NOTHING,
    offer: { minimumOrderQuantity, standardPackage, prices, currency },
    lifecycle,
    lastBuyDate,
  };
  return planBuy(inputs, plan, today);
}

/** How many boards of a BOM are built in a year: one number for all, or the first entry that names its file. */
export function boardsOf(
  file: string,
  boards: number | Readonly<Record<string, number>> | null,
): number | null {
  if (boards === null || typeof boards === 'number') return boards;
  return Object.entries(boards).find(([pattern]) => namesFile([pattern], file))?.[1] ?? null;
}
