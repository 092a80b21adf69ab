import type { Product } from './documents.ts';

/** Finds products as DigiKey does: exactly, or loosely by what a number begins with or holds. */
export interface Index {
  /** Those whose part number or order number is the text but for case; several makers may share it. */
  exact(text: string): readonly Product[];
  /** Those whose order number it is but for case. */
  byOrderNumber(text: string): readonly Product[];
  /**
   * Those whose numbers or other names hold every word of the text, and when there are none, those whose part number the text
   * begins with; best stocked first, so that an exact match need not lead.
   */
  fuzzy(text: string): readonly Product[];
}

const SHORTEST_PREFIX = 5;

/** Numbers are looked up in maps and fuzzy words by their rarest three letters, so that big catalogues stay quick. */
export function createIndex(products: readonly Product[]): Index {
  const byPart = groupBy(products, (product) => [fold(product.ManufacturerProductNumber)]);
  const byOrder = groupBy(products, (product) => orderNumbers(product).map(fold));
  const byTriple = groupBy(products, (product) => triples(haystack(product)));

  function holding(word: string): readonly Product[] {
    if (word.length < 3) return products.filter((product) => haystack(product).includes(word));
    const lists = triples(word).map((triple) => byTriple.get(triple) ?? []);
    const rarest = lists.reduce((least, list) => (list.length < least.length ? list : least));
    return rarest.filter((product) => haystack(product).includes(word));
  }

  function beginning(text: string): readonly Product[] {
    for (let length = text.length - 1; length >= SHORTEST_PREFIX; length -= 1) {
      const found = byPart.get(text.slice(0, length));
      if (found !== undefined) return found;
    }
    return [];
  }

  return {
    exact: (text) => distinct([...(byPart.get(fold(text)) ?? []), ...(byOrder.get(fold(text)) ?? [])]),
    byOrderNumber: (text) => byOrder.get(fold(text)) ?? [],
    fuzzy(text) {
      const [first, ...more] = fold(text).split(/\s+/);
      const holders = holding(first!).filter((product) =>
        more.every((word) => haystack(product).includes(word)),
      );
      const found = holders.length > 0 ? holders : beginning(fold(text));
      return found.toSorted(byStock);
    },
  };
}

function fold(text: string): string {
  return text.trim().toLowerCase();
}

function orderNumbers(product: Product): string[] {
  return product.ProductVariations.map((variation) => variation.DigiKeyProductNumber);
}

function haystack(product: Product): string {
  const numbers = [product.ManufacturerProductNumber, ...orderNumbers(product), ...product.OtherNames];
  return numbers.join(' ').toLowerCase();
}

function triples(text: string): string[] {
  return distinct(Array.from({ length: Math.max(0, text.length - 2) }, (_, at) => text.slice(at, at + 3)));
}

function byStock(a: Product, b: Product): number {
  return b.QuantityAvailable - a.QuantityAvailable;
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function groupBy(
  products: readonly Product[],
  keysOf: (product: Product) => string[],
): Map<string, Product[]> {
  const groups = new Map<string, Product[]>();
  for (const product of products) {
    for (const key of keysOf(product)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [product]);
      else group.push(product);
    }
  }
  return groups;
}
