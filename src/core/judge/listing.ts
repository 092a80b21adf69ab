import type { Statement } from './statement.ts';

/** How the part is sold: of the packaging that is ordered. Null: not said. */
export interface Offer {
  readonly minimumOrderQuantity: number | null;
  readonly standardPackage: number | null;
  /** The price of one piece from `from` pieces on, ascending. */
  readonly prices: readonly PriceBreak[];
  readonly currency: string | null;
}

export interface PriceBreak {
  readonly from: number;
  readonly price: number;
}

/**
 * One product as one provider states it: facts, not judgement. Null means that the provider did not say. The offer
 * is that of the preferred packaging.
 */
export interface PartRecord extends Offer {
  readonly mpn: string;
  readonly manufacturer: { readonly id: number | null; readonly name: string };
  /** The provider's own order number of the preferred packaging (cut tape, not marketplace). */
  readonly dkpn: string | null;
  /** All of the provider's order numbers for this product. */
  readonly dkpns: readonly string[];
  /** Other numbers under which the provider lists the product. */
  readonly otherNames: readonly string[];
  /** `text` is localised and renamed at times: decide by `id`. */
  readonly status: { readonly id: number | null; readonly text: string | null };
  readonly endOfLife: boolean | null;
  readonly discontinued: boolean | null;
  /** What is said of its lifecycle, by this source. */
  readonly statements: readonly Statement[];
  readonly normallyStocking: boolean | null;
  /** `YYYY-MM-DD`, the provider's calendar day. */
  readonly lastBuyDate: string | null;
  /** All stock, marketplace sellers' included. */
  readonly quantityAvailable: number | null;
  /** The part of the stock that is a marketplace seller's. */
  readonly marketplaceQuantity: number;
  /** True when every listing of it is a marketplace seller's. */
  readonly marketplaceOnly: boolean;
  /** The names of the marketplace sellers that list it. */
  readonly sellers: readonly string[];
  readonly leadWeeks: number | null;
  readonly productUrl: string | null;
  readonly datasheetUrl: string | null;
  /** What is stated of its lifecycle, stock or sale and cannot be read, in sentences. */
  readonly unreadable: readonly string[];
}

/** What the provider itself has in stock, without the marketplace sellers' part; null when it does not say. */
export function ownStock(part: Pick<PartRecord, 'quantityAvailable' | 'marketplaceQuantity'>): number | null {
  return part.quantityAvailable === null
    ? null
    : Math.max(0, part.quantityAvailable - part.marketplaceQuantity);
}

/** A part that the provider lists as a substitute of another; how alive it is, it does not say. */
export interface SubstituteRef {
  readonly mpn: string;
  readonly manufacturer: string;
  /** In the provider's word, for instance `Direct` or `Similar`. */
  readonly relation: string;
}

/**
 * What one stored or fresh answer says. `leftOut`: how many listed products could not be read. `unreadable`: a whole
 * document that is not an answer we know.
 */
export type Reading =
  | { readonly kind: 'parts'; readonly parts: readonly PartRecord[]; readonly leftOut: number }
  | { readonly kind: 'substitutes'; readonly substitutes: readonly SubstituteRef[] }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Where what is known of a part comes from. */
export interface Observation {
  /** How many products were listed that could not be read. */
  readonly leftOut: number;
  /** ISO 8601 UTC: when the provider answered. */
  readonly observedAt: string;
  readonly source: 'network' | 'cache';
}

/** True when the record carries what a lifecycle is judged by, so that no details call is needed. */
export function saysLifecycle(part: PartRecord): boolean {
  return part.status.id !== null;
}
