import { z } from 'zod';
import type { Offer } from '../../core/demand.ts';
import type { PartRecord, Reading } from '../../core/part.ts';

const text = z.string().nullish().catch(null);
const number = z.number().nullish().catch(null);
const flag = z.boolean().nullish().catch(null);
const named = z.object({ Id: number, Name: text }).nullish().catch(null);

const Variation = z.object({
  DigiKeyProductNumber: text,
  PackageType: named,
  MarketPlace: flag,
  Supplier: named,
  QuantityAvailableforPackageType: number,
  MinimumOrderQuantity: number,
  StandardPackage: number,
  StandardPricing: z
    .array(z.object({ BreakQuantity: z.number(), UnitPrice: z.number() }))
    .nullish()
    .catch(null),
});

const Product = z.object({
  ManufacturerProductNumber: z.string(),
  Manufacturer: named,
  ProductVariations: z.array(Variation).nullish().catch(null),
  QuantityAvailable: number,
  ProductStatus: z.object({ Id: number, Status: text }).nullish().catch(null),
  EndOfLife: flag,
  Discontinued: flag,
  NormallyStocking: flag,
  DateLastBuyChance: text,
  ManufacturerLeadWeeks: text,
  ProductUrl: text,
  DatasheetUrl: text,
  OtherNames: z.array(z.string()).nullish().catch(null),
});

const Locale = z.object({ Currency: text }).nullish().catch(null);
const products = z.array(Product).nullish();
const SearchAnswer = z
  .object({ Products: products, ExactMatches: products, SearchLocaleUsed: Locale })
  .refine((answer) => answer.Products !== undefined || answer.ExactMatches !== undefined);
const DetailsAnswer = z.object({ Product, SearchLocaleUsed: Locale });

type Product = z.infer<typeof Product>;
type Variation = z.infer<typeof Variation>;

/**
 * Reads an answer of keyword search (`Products` and `ExactMatches`, each product once) or of product details.
 * Unknown and missing fields are tolerated; a document of another shape is `unreadable`.
 */
export function readAnswer(kind: 'search' | 'details', body: string): Reading {
  const document = parseJson(body);
  if (document === undefined) return { kind: 'unreadable', why: 'the answer is not JSON' };
  const parts = kind === 'search' ? searched(document) : detailed(document);
  if (!parts) return { kind: 'unreadable', why: `the answer is not one of product ${kind}` };
  return { kind: 'parts', parts: distinct(parts) };
}

function searched(document: unknown): readonly PartRecord[] | undefined {
  const answer = SearchAnswer.safeParse(document).data;
  if (!answer) return undefined;
  const currency = answer.SearchLocaleUsed?.Currency ?? null;
  return [...(answer.ExactMatches ?? []), ...(answer.Products ?? [])].map((product) =>
    toPart(product, currency),
  );
}

function detailed(document: unknown): readonly PartRecord[] | undefined {
  const answer = DetailsAnswer.safeParse(document).data;
  return answer && [toPart(answer.Product, answer.SearchLocaleUsed?.Currency ?? null)];
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function toPart(product: Product, currency: string | null): PartRecord {
  const variations = product.ProductVariations ?? [];
  const sold = preferred(variations);
  return {
    mpn: product.ManufacturerProductNumber,
    manufacturer: { id: product.Manufacturer?.Id ?? null, name: product.Manufacturer?.Name ?? '' },
    dkpn: sold?.DigiKeyProductNumber ?? null,
    dkpns: variations.flatMap((variation) => variation.DigiKeyProductNumber ?? []),
    otherNames: product.OtherNames ?? [],
    status: { id: product.ProductStatus?.Id ?? null, text: product.ProductStatus?.Status ?? null },
    endOfLife: product.EndOfLife ?? null,
    discontinued: product.Discontinued ?? null,
    normallyStocking: product.NormallyStocking ?? null,
    lastBuyDate: calendarDay(product.DateLastBuyChance),
    quantityAvailable: product.QuantityAvailable ?? null,
    marketplaceQuantity: marketplaceStock(variations, product.QuantityAvailable ?? null),
    marketplaceOnly: variations.length > 0 && variations.every((variation) => variation.MarketPlace === true),
    sellers: sellersOf(variations),
    leadWeeks: leadWeeks(product.ManufacturerLeadWeeks),
    productUrl: webAddress(product.ProductUrl),
    datasheetUrl: webAddress(product.DatasheetUrl),
    ...offerOf(sold, currency),
  };
}

/** Zero is how an answer says that there is none. */
function offerOf(sold: Variation | undefined, currency: string | null): Offer {
  const prices = (sold?.StandardPricing ?? [])
    .filter(({ UnitPrice }) => UnitPrice > 0)
    .map(({ BreakQuantity, UnitPrice }) => ({ from: BreakQuantity, price: UnitPrice }))
    .sort((a, b) => a.from - b.from);
  return {
    minimumOrderQuantity: sold?.MinimumOrderQuantity || null,
    standardPackage: sold?.StandardPackage || null,
    prices,
    currency,
  };
}

const CUT_TAPE = 2;

/** Cut tape first, marketplace sellers last; package type names are localised, their ids are not. */
function preferred(variations: readonly Variation[]): Variation | undefined {
  const rank = (variation: Variation): number =>
    (variation.MarketPlace === true ? 2 : 0) + (variation.PackageType?.Id === CUT_TAPE ? 0 : 1);
  return [...variations].sort((a, b) => rank(a) - rank(b))[0];
}

function sellersOf(variations: readonly Variation[]): readonly string[] {
  const names = variations.flatMap(({ MarketPlace, Supplier }) =>
    MarketPlace === true && Supplier?.Name ? [Supplier.Name] : [],
  );
  return [...new Set(names)];
}

/** One seller's packagings show the same stock again: the largest of each seller counts. */
function marketplaceStock(variations: readonly Variation[], available: number | null): number {
  const bySeller = new Map<number | string, number>();
  for (const { MarketPlace, Supplier, QuantityAvailableforPackageType: quantity } of variations) {
    if (MarketPlace !== true) continue;
    const seller = Supplier?.Id ?? Supplier?.Name ?? '';
    bySeller.set(seller, Math.max(bySeller.get(seller) ?? 0, quantity ?? 0));
  }
  const sum = [...bySeller.values()].reduce((total, quantity) => total + quantity, 0);
  return available === null ? sum : Math.min(sum, available);
}

const centralDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago', dateStyle: 'short' });
const HOUR = 3_600_000;

/**
 * `2019-07-30T05:00:00+00:00` is midnight in US Central, so 2019-07-30. An hour is added before the day is
 * taken, for instants that forget summer time. A date without time, or at midnight in its own notation, is itself.
 */
function calendarDay(stated: string | null | undefined): string | null {
  const [, day, time = ''] =
    /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?/.exec(stated ?? '') ?? [];
  if (!day || !stated) return null;
  const instant = Date.parse(stated);
  if (Number.isNaN(instant)) return null;
  const hasZone = /(Z|[+-]\d{2}:?\d{2})$/i.test(stated);
  if (!hasZone || /^(00:00(:00(\.0+)?)?)?$/.test(time)) return day;
  return centralDay.format(instant + HOUR);
}

/** Bare digits in every recorded answer; the documentation writes "6 weeks". */
function leadWeeks(stated: string | null | undefined): number | null {
  const weeks = Number.parseInt(stated ?? '', 10);
  return Number.isNaN(weeks) ? null : weeks;
}

/** Addresses come protocol-relative at times; anything that is no web address is dropped. */
function webAddress(stated: string | null | undefined): string | null {
  const absolute = stated?.startsWith('//') ? `https:${stated}` : stated;
  return absolute && /^https?:\/\//i.test(absolute) ? absolute : null;
}

/** A product stands in `ExactMatches` and again in `Products`. */
function distinct(parts: readonly PartRecord[]): readonly PartRecord[] {
  const keyed = parts.map(
    (part) => [`${part.mpn}\n${part.manufacturer.name}\n${part.dkpns.join()}`, part] as const,
  );
  return [...new Map(keyed).values()];
}
