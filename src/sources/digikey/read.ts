import { z } from 'zod';
import type { PartRecord, PriceBreak, Reading } from '../../core/judge/listing.ts';
import type { Question } from '../../ports.ts';
import { calendarDay } from './calendar.ts';
import { parseJson, readable } from './document.ts';
import {
  countField,
  flagField,
  idField,
  priceField,
  textField,
  unreadable,
  webAddress,
  weeksField,
} from './fields.ts';
import { type StatusWords, toStatements } from './statements.ts';
import { readSubstitutes } from './substitutes.ts';

/** A field as it is stated; absent or not. */
const raw = z.unknown().optional();
const text = raw.transform((stated) => textField(stated) ?? null);
const id = raw.transform((stated) => idField(stated) ?? null);
const count = raw.transform((stated) => countField(stated) ?? null);
const flag = raw.transform((stated) => flagField(stated) ?? null);
const named = z.object({ Id: id, Name: text }).nullish().catch(null);

/** A list whose elements of another shape are left out, alone. */
const listOf = <T>(element: z.ZodType<T>) =>
  raw.transform((stated) => (Array.isArray(stated) ? readable(element, stated) : []));

const StandardPrice = z.object({
  BreakQuantity: raw.transform(countField).pipe(z.number()),
  UnitPrice: raw.transform(priceField).pipe(z.number()),
});

const Variation = z.object({
  DigiKeyProductNumber: text,
  PackageType: named,
  MarketPlace: flag,
  Supplier: named,
  QuantityAvailableforPackageType: count,
  MinimumOrderQuantity: raw,
  StandardPackage: raw,
  StandardPricing: listOf(StandardPrice),
});

const Product = z.object({
  ManufacturerProductNumber: text.pipe(z.string()),
  Manufacturer: named,
  ProductVariations: listOf(Variation),
  QuantityAvailable: raw,
  ProductStatus: z
    .object({ Id: raw, Status: text })
    .nullish()
    .catch(({ value }) => ({ Id: value, Status: null })),
  EndOfLife: raw,
  Discontinued: raw,
  NormallyStocking: raw,
  DateLastBuyChance: raw,
  ManufacturerLeadWeeks: raw.transform((stated) => weeksField(stated) ?? null),
  ProductUrl: raw.transform(webAddress),
  DatasheetUrl: raw.transform(webAddress),
  OtherNames: listOf(text.pipe(z.string())),
});

const Locale = z.object({ Currency: text }).nullish().catch(null);
const SearchAnswer = z
  .object({ Products: raw, ExactMatches: raw, SearchLocaleUsed: Locale })
  .refine(({ Products, ExactMatches }) => Products !== undefined || ExactMatches !== undefined);
const DetailsAnswer = z.object({ Product, SearchLocaleUsed: Locale });

type Product = z.infer<typeof Product>;
type Variation = z.infer<typeof Variation>;

/** What an answer is read with. */
export interface Reader {
  readonly words: StatusWords;
  /** When it was given, ISO 8601 UTC. */
  readonly observedAt: string;
}

/**
 * Reads an answer of keyword search (`Products` and `ExactMatches`, each product once) or of product details.
 * Unknown and missing fields are tolerated, and a product of another shape is left out and counted; a document of
 * another shape, or without one product that can be read among those it lists, is `unreadable`.
 */
export function readAnswer(kind: Question['kind'], body: string, reader: Reader): Reading {
  const document = parseJson(body);
  if (document === undefined) return { kind: 'unreadable', why: 'the answer is not JSON' };
  if (kind === 'substitutes') return readSubstitutes(document);
  const read = kind === 'search' ? searched(document, reader) : detailed(document, reader);
  if (!read) return { kind: 'unreadable', why: `the answer is not one of product ${kind}` };
  return { kind: 'parts', parts: distinct(read.parts), leftOut: read.leftOut };
}

interface Listed {
  readonly parts: readonly PartRecord[];
  readonly leftOut: number;
}

function searched(document: unknown, reader: Reader): Listed | undefined {
  const answer = SearchAnswer.safeParse(document).data;
  if (!answer) return undefined;
  const listed = [...elements(answer.ExactMatches), ...elements(answer.Products)];
  const products = readable(Product, listed);
  if (products.length === 0 && listed.length > 0) return undefined;
  const currency = answer.SearchLocaleUsed?.Currency ?? null;
  return {
    parts: products.map((product) => toPart(product, currency, reader)),
    leftOut: listed.length - products.length,
  };
}

/** A list of another shape is one element that cannot be read. */
function elements(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : list == null ? [] : [list];
}

function detailed(document: unknown, reader: Reader): Listed | undefined {
  const answer = DetailsAnswer.safeParse(document).data;
  const currency = answer?.SearchLocaleUsed?.Currency ?? null;
  return answer && { parts: [toPart(answer.Product, currency, reader)], leftOut: 0 };
}

function toPart(product: Product, currency: string | null, { words, observedAt }: Reader): PartRecord {
  const variations = product.ProductVariations;
  const sold = preferred(variations);
  const statusId = idField(product.ProductStatus?.Id);
  const endOfLife = flagField(product.EndOfLife);
  const discontinued = flagField(product.Discontinued);
  const lastBuyDate = calendarDay(product.DateLastBuyChance);
  const lifecycle = {
    status: { id: statusId ?? null, text: product.ProductStatus?.Status ?? null },
    endOfLife: endOfLife ?? null,
    discontinued: discontinued ?? null,
    lastBuyDate: lastBuyDate ?? null,
  };
  const available = countField(product.QuantityAvailable);
  const minimum = countField(sold?.MinimumOrderQuantity);
  const whole = countField(sold?.StandardPackage);
  return {
    mpn: product.ManufacturerProductNumber,
    manufacturer: { id: product.Manufacturer?.Id ?? null, name: product.Manufacturer?.Name ?? '' },
    dkpn: sold?.DigiKeyProductNumber ?? null,
    dkpns: variations.flatMap((variation) => variation.DigiKeyProductNumber ?? []),
    otherNames: product.OtherNames,
    ...lifecycle,
    statements: toStatements(lifecycle, words, observedAt),
    normallyStocking: flagField(product.NormallyStocking) ?? null,
    quantityAvailable: available ?? null,
    marketplaceQuantity: marketplaceStock(variations, available ?? null),
    marketplaceOnly: variations.length > 0 && variations.every((variation) => variation.MarketPlace === true),
    sellers: sellersOf(variations),
    leadWeeks: product.ManufacturerLeadWeeks,
    productUrl: product.ProductUrl,
    datasheetUrl: product.DatasheetUrl,
    // Zero is how an answer says that there is none.
    minimumOrderQuantity: minimum || null,
    standardPackage: whole || null,
    prices: pricesOf(sold),
    currency,
    unreadable: [
      ...unreadable('DateLastBuyChance', product.DateLastBuyChance, lastBuyDate, 'no date'),
      ...unreadable('ProductStatus', product.ProductStatus?.Id, statusId, 'no id'),
      ...unreadable('EndOfLife', product.EndOfLife, endOfLife, 'no yes or no'),
      ...unreadable('Discontinued', product.Discontinued, discontinued, 'no yes or no'),
      ...unreadable('QuantityAvailable', product.QuantityAvailable, available, 'no count'),
      ...unreadable('MinimumOrderQuantity', sold?.MinimumOrderQuantity, minimum, 'no count'),
      ...unreadable('StandardPackage', sold?.StandardPackage, whole, 'no count'),
    ],
  };
}

function pricesOf(sold: Variation | undefined): readonly PriceBreak[] {
  return (sold?.StandardPricing ?? [])
    .filter(({ UnitPrice }) => UnitPrice > 0)
    .map(({ BreakQuantity, UnitPrice }) => ({ from: BreakQuantity, price: UnitPrice }))
    .sort((a, b) => a.from - b.from);
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

/** A product stands in `ExactMatches` and again in `Products`. */
function distinct(parts: readonly PartRecord[]): readonly PartRecord[] {
  const keyed = parts.map(
    (part) => [`${part.mpn}\n${part.manufacturer.name}\n${part.dkpns.join()}`, part] as const,
  );
  return [...new Map(keyed).values()];
}
