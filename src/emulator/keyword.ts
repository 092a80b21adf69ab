import type { Category, Product } from './documents.ts';
import { badRequest, type Refusal } from './refusal.ts';
import type { Index } from './search.ts';

/** A keyword search that has passed validation. */
export interface KeywordQuery {
  readonly keywords: string;
  readonly limit: number;
  readonly offset: number;
  /** Ids as text; empty when all makers are wanted. */
  readonly makerIds: readonly string[];
}

const MAX_KEYWORDS = 250;
const MAX_LIMIT = 50;
const DEFAULT_LIMIT = 10;

/** Reads the body as the service does: keys that it does not know, or that are not in its case, are ignored. */
export function keywordQuery(body: string): KeywordQuery | Refusal {
  const request = parseObject(body);
  if (request === undefined) return badRequest({ $: ['The body is not a JSON object.'] });
  const { Keywords: keywords, Limit: limit = DEFAULT_LIMIT, Offset: offset = 0 } = request;
  const errors: Record<string, string[]> = {};
  if (typeof keywords !== 'string' || keywords.trim() === '' || keywords.length > MAX_KEYWORDS) {
    errors.Keywords = [`Keywords must be a text of 1 to ${MAX_KEYWORDS} characters.`];
  }
  if (!isWhole(limit) || limit < 1 || limit > MAX_LIMIT) {
    errors.Limit = [`The field Limit must be between 1 and ${MAX_LIMIT}.`];
  }
  if (!isWhole(offset) || offset < 0) errors.Offset = ['The field Offset must not be negative.'];
  if (Object.keys(errors).length > 0) return badRequest(errors);
  return {
    keywords: keywords as string,
    limit: limit as number,
    offset: offset as number,
    makerIds: makerFilter(request.FilterOptionsRequest),
  };
}

/** What a keyword search asks for, whether or not it is valid; undefined when it cannot be read. */
export function keywordsOf(body: string): string | undefined {
  const keywords = parseObject(body)?.Keywords;
  return typeof keywords === 'string' ? keywords : undefined;
}

/** `KeywordResponse` but for the locale; `see` renders a document for the client. */
export function keywordAnswer(index: Index, query: KeywordQuery, see: (product: Product) => Product) {
  const wanted = (product: Product) =>
    query.makerIds.length === 0 || query.makerIds.includes(String(product.Manufacturer.Id));
  const hits = index.fuzzy(query.keywords).filter(wanted);
  return {
    Products: hits.slice(query.offset, query.offset + query.limit).map(see),
    ProductsCount: hits.length,
    ExactMatches: index.exact(query.keywords).filter(wanted).map(see),
    FilterOptions: filterOptions(hits.map(see)),
    AppliedParametricFiltersDto: [],
  };
}

/** Facets; those that belong to one leaf category are null when the hits span several. */
function filterOptions(hits: readonly Product[]) {
  const leaves = counted(hits, (product) => leaf(product.Category).CategoryId);
  const oneLeaf = leaves.length === 1;
  return {
    Manufacturers: counted(hits, ({ Manufacturer }) => Manufacturer.Id).map(({ sample, count }) => ({
      Id: sample.Manufacturer.Id,
      Value: sample.Manufacturer.Name,
      ProductCount: count,
    })),
    Packaging: oneLeaf ? [] : null,
    Status: oneLeaf
      ? counted(hits, ({ ProductStatus }) => ProductStatus.Id).map(({ sample, count }) => ({
          Id: sample.ProductStatus.Id,
          Value: sample.ProductStatus.Status,
          ProductCount: count,
        }))
      : null,
    Series: oneLeaf ? [] : null,
    ParametricFilters: oneLeaf ? [] : null,
    TopCategories: leaves.map(({ sample, count }) => ({
      RootCategory: { Id: sample.Category.CategoryId, Name: sample.Category.Name, ProductCount: count },
      Category: {
        Id: leaf(sample.Category).CategoryId,
        Name: leaf(sample.Category).Name,
        ProductCount: count,
      },
      Score: count,
      ImageUrl: '',
    })),
    MarketPlaceFilters: ['ExcludeMarketPlace', 'MarketPlaceOnly'],
  };
}

function counted(products: readonly Product[], key: (product: Product) => number) {
  const groups = new Map<number, { readonly sample: Product; count: number }>();
  for (const product of products) {
    const group = groups.get(key(product));
    if (group === undefined) groups.set(key(product), { sample: product, count: 1 });
    else group.count += 1;
  }
  return [...groups.values()];
}

function leaf(category: Category): Category {
  const child = category.ChildCategories[0];
  return child === undefined ? category : leaf(child);
}

/** `ManufacturerFilter: [{Id}]`, the ids as text or numbers. */
function makerFilter(options: unknown): string[] {
  const filter = isObject(options) ? options.ManufacturerFilter : undefined;
  if (!Array.isArray(filter)) return [];
  return filter.filter(isObject).map(({ Id }) => String(Id));
}

function parseObject(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWhole(value: unknown): value is number {
  return Number.isInteger(value);
}
