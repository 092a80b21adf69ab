import { addDays, daysBetween } from '../days.ts';
import type { Offer, PriceBreak } from '../judge/listing.ts';
import type { LifecycleWord } from '../words.ts';

/** What a last buy is planned with; the same for all parts. */
export interface BuyingPlan {
  /** How many years the parts are to last. */
  readonly years: number;
  /** Kept for repair, in percent of what is mounted. */
  readonly sparesPercent: number;
  /** Lost in assembly, in percent of what is taken. */
  readonly attritionPercent: number;
  /** Days from the decision to buy until it is approved. */
  readonly approvalDays: number;
  /** Days from the approval until the order is placed. */
  readonly purchasingDays: number;
}

/** What one BOM takes of a part. */
export interface Need {
  /** Index into the report's `boms`. */
  readonly bom: number;
  /** Null when a line does not say. */
  readonly perBoard: number | null;
  readonly boardsPerYear: number | null;
}

/** What there is and what comes, in pieces. */
export interface Holdings {
  readonly onHand: number;
  readonly onOrder: number;
}

/** How many of a part to buy, and by when to decide: every input beside the result. */
export interface Buy extends Holdings, Offer {
  readonly needs: readonly Need[];
  /** Over all BOMs; null when any BOM's need is not known. */
  readonly perYear: number | null;
  /** What the horizon takes with spares and attrition, less what there is; whole pieces, never below 0. */
  readonly wanted: number | null;
  /** `wanted`, at least the minimum order, in whole standard packages; 0 when nothing is wanted. */
  readonly quantity: number | null;
  /** Of one piece at that quantity; null when not known. */
  readonly unitPrice: number | null;
  /** `quantity × unitPrice`, to the cent. */
  readonly cost: number | null;
  /** The formula with its numbers; null when one is missing. */
  readonly formula: string | null;
  /** The last day to decide, `YYYY-MM-DD`; null without a last-buy date that is still open. */
  readonly decideBy: string | null;
  /** Negative when it has passed. */
  readonly daysToDecide: number | null;
  /** What is not known and keeps the result open, in sentences. */
  readonly open: readonly string[];
}

/** How a buy is worked out: the report shows it, and a spreadsheet may compute it anew from the same inputs. */
export const BUY_FORMULA =
  'wanted = ⌈boards a year × quantity × years × (1 + spares) × (1 + attrition)⌉ − on hand − on order; ' +
  'to buy = wanted, at least the minimum order, rounded up to whole standard packages; ' +
  'decide by = last-buy date − approval days − purchasing days';

export interface BuyInputs {
  readonly needs: readonly Need[];
  readonly holdings: Holdings;
  readonly offer: Offer;
  readonly lifecycle: LifecycleWord;
  readonly lastBuyDate: string | null;
}

/** Works out one part's last buy on the day `today`. */
export function planBuy(
  { needs, holdings, offer, lifecycle, lastBuyDate }: BuyInputs,
  plan: BuyingPlan,
  today: string,
): Buy {
  const perYear = sum(needs.map(yearly));
  const gross = perYear === null ? null : overHorizon(perYear, plan);
  const wanted = gross === null ? null : Math.max(0, gross - holdings.onHand - holdings.onOrder);
  const quantity = wanted === null ? null : toOrder(wanted, offer);
  const unitPrice = quantity === null ? null : priceAt(quantity, offer.prices);
  const isOpen = lastBuyDate !== null && lastBuyDate >= today;
  const decideBy = isOpen ? addDays(lastBuyDate, -(plan.approvalDays + plan.purchasingDays)) : null;
  return {
    needs,
    ...holdings,
    ...offer,
    perYear,
    wanted,
    quantity,
    unitPrice,
    cost: costOf(quantity, unitPrice),
    formula:
      perYear === null || wanted === null || quantity === null
        ? null
        : inNumbers(perYear, wanted, quantity, { ...holdings, ...plan }),
    decideBy,
    daysToDecide: decideBy === null ? null : daysBetween(today, decideBy),
    open: [...openNeeds(needs), ...(isOpen ? [] : [SOURCES[lifecycle] ?? LEFT_OVERS])],
  };
}

function yearly({ perBoard, boardsPerYear }: Need): number | null {
  return perBoard === null || boardsPerYear === null ? null : perBoard * boardsPerYear;
}

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce((total, value) => (total === null || value === null ? null : total + value), 0);
}

/** Rounded to a millionth before it is rounded up, so that 1071.0000000001 stays 1071. */
function overHorizon(perYear: number, { years, sparesPercent, attritionPercent }: BuyingPlan): number {
  const exact = (perYear * years * (100 + sparesPercent) * (100 + attritionPercent)) / 10_000;
  return Math.ceil(Number(exact.toFixed(6)));
}

function toOrder(wanted: number, { minimumOrderQuantity, standardPackage }: Offer): number {
  if (wanted === 0) return 0;
  const least = Math.max(wanted, minimumOrderQuantity ?? 0);
  const whole = Math.max(1, standardPackage ?? 1);
  return Math.ceil(least / whole) * whole;
}

function priceAt(quantity: number, prices: readonly PriceBreak[]): number | null {
  return prices.findLast(({ from }) => from <= quantity)?.price ?? null;
}

function inNumbers(perYear: number, wanted: number, quantity: number, inputs: Holdings & BuyingPlan): string {
  const { years, sparesPercent, attritionPercent, onHand, onOrder } = inputs;
  const horizon = `${perYear} a year × ${years} years × ${factor(sparesPercent)} × ${factor(attritionPercent)}`;
  return `⌈${horizon}⌉ − ${onHand} − ${onOrder} → ${wanted} wanted, ${quantity} to order`;
}

function factor(percent: number): number {
  return (100 + percent) / 100;
}

/** To the cent; half a cent is rounded up, whatever binary fractions make of it. */
function costOf(quantity: number | null, unitPrice: number | null): number | null {
  if (quantity === 0) return 0;
  if (quantity === null || unitPrice === null) return null;
  return Math.round(Number((quantity * unitPrice * 100).toFixed(4))) / 100;
}

function openNeeds(needs: readonly Need[]): readonly string[] {
  return [
    ...(needs.some(({ boardsPerYear }) => boardsPerYear === null)
      ? ['Say how many boards are built a year: --boards-per-year, or buying.boardsPerYear in the config.']
      : []),
    ...(needs.some(({ perBoard }) => perBoard === null)
      ? ['A line does not say how many a board takes.']
      : []),
  ];
}

/** What to do where no last-buy date is open. */
const SOURCES: Partial<Record<LifecycleWord, string>> = {
  'last-buy': 'Ask the maker for the last-buy date.',
  eol: 'Ask the maker for the last-buy date.',
  'distributor-discontinued': 'Ask the maker where it is still sold.',
};
const LEFT_OVERS = 'It can be bought only from what is left in stock.';
