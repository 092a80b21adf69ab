import { mpnKey } from '../identity/mpn.ts';
import { usesByBom } from '../rule/bom-use.ts';
import type { Finding, RuledUse } from '../rule/finding.ts';
import { namesFile } from '../wildcard.ts';
import type { LifecycleWord } from '../words.ts';
import { type Buy, type BuyingPlan, type Holdings, type Need, planBuy } from './demand.ts';

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

/** What each BOM needs of a part, over the lines that name it first: an alternate is not what is bought. */
function needsOf(uses: readonly RuledUse[], boardsPerYear: readonly (number | null)[]): readonly Need[] {
  return usesByBom(uses, boardsPerYear.length).flatMap((use, bom) =>
    use?.role === 'primary' ? [{ bom, perBoard: use.quantity, boardsPerYear: boardsPerYear[bom]! }] : [],
  );
}

/** How many boards of a BOM are built in a year: one number for all, or the first entry that names its file. */
export function boardsOf(
  file: string,
  boards: number | Readonly<Record<string, number>> | null,
): number | null {
  if (boards === null || typeof boards === 'number') return boards;
  return Object.entries(boards).find(([pattern]) => namesFile([pattern], file))?.[1] ?? null;
}
