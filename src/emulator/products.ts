import type { Catalogue, Named, Product } from './documents.ts';
import { json, type Reply, type Request } from './http.ts';
import { keywordAnswer, keywordQuery } from './keyword.ts';
import { localeUsed, render, type View } from './locale.ts';
import { badRequest, duplicates, failure, notFound, type Refusal } from './refusal.ts';
import { createIndex, type Index } from './search.ts';

const ROOT = '/products/v4/search/';

/** Answers a product call whose bearer, client id and limits are in order. */
export function createProducts(
  catalogue: Catalogue,
  { statusWording, flagsTruthful }: Omit<View, 'locale'>,
): (request: Request) => Reply | Refusal {
  const index = createIndex(catalogue.products);
  const makers = makersOf(catalogue);

  return (request) => {
    if (!request.path.startsWith(ROOT)) return failure(404);
    const view = { statusWording, flagsTruthful, locale: localeOf(request) };
    const operation = `${request.method} ${request.path.slice(ROOT.length)}`;
    if (operation === 'POST keyword') return keyword(index, request, view);
    if (operation === 'GET manufacturers') return json(200, { Manufacturers: makers });
    const [, segment, kind] = /^GET ([^/]+)\/(productdetails|substitutions)$/.exec(operation) ?? [];
    if (segment === undefined) return failure(404);
    const found = oneProduct(index, segment, request.query.get('manufacturerId'));
    if ('status' in found) return found;
    return kind === 'productdetails'
      ? json(200, { SearchLocaleUsed: view.locale, Product: render(found, view) })
      : json(200, { ...substitutes(catalogue, found), SearchLocaleUsed: view.locale });
  };
}

function keyword(index: Index, request: Request, view: View): Reply | Refusal {
  const query = keywordQuery(request.body);
  if ('status' in query) return query;
  const answer = keywordAnswer(index, query, (product) => render(product, view));
  return json(200, { ...answer, SearchLocaleUsed: view.locale });
}

/** By order number first, then by part number, which may be ambiguous. */
function oneProduct(index: Index, segment: string, manufacturerId: string | null): Product | Refusal {
  const number = decoded(segment);
  if (number === undefined)
    return badRequest({ productNumber: ['The product number is not percent-encoded.'] });
  const byOrder = index.byOrderNumber(number);
  const candidates = byOrder.length > 0 ? byOrder : index.exact(number);
  const wanted = candidates.filter(
    ({ Manufacturer }) => manufacturerId === null || String(Manufacturer.Id) === manufacturerId,
  );
  if (wanted.length > 1) return duplicates(number);
  return wanted[0] ?? notFound(number);
}

/** `ProductSubstitutesResponse` but for the locale: here, and only here, a price is a text. */
function substitutes(catalogue: Catalogue, product: Product) {
  const found = catalogue.substitutes?.get(product) ?? [];
  return {
    ProductSubstitutesCount: found.length,
    ProductSubstitutes: found.map(({ type, product: other }) => ({
      SubstituteType: type,
      ProductUrl: other.ProductUrl,
      Description: other.Description.ProductDescription,
      Manufacturer: other.Manufacturer,
      ManufacturerProductNumber: other.ManufacturerProductNumber,
      UnitPrice: `$${other.UnitPrice.toFixed(2)}`,
      QuantityAvailable: String(other.QuantityAvailable),
    })),
  };
}

function makersOf(catalogue: Catalogue): Named[] {
  const byId = new Map(catalogue.products.map(({ Manufacturer }) => [Manufacturer.Id, Manufacturer]));
  return [...byId.values()].sort((a, b) => (a.Name < b.Name ? -1 : 1));
}

function localeOf({ headers }: Request) {
  const header = (name: string) => headers[`x-digikey-locale-${name}`]?.toString();
  return localeUsed(header('site'), header('language'), header('currency'));
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
