import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { utcDay } from './days.ts';
import type { Catalogue, Product, Substitute } from './documents.ts';
import { type Entry, type Group, type Maker, productDocument } from './expand.ts';

/** The catalogue that is shipped: made-up lifecycles of some three hundred real part numbers. */
export const SHIPPED_CATALOGUE = fileURLToPath(new URL('../../fixtures/catalogue', import.meta.url));

/** One catalogue file; the makers of all files of a folder are known to all of them. */
interface CatalogueFile {
  readonly makers?: readonly Maker[];
  readonly groups?: readonly (Group & { readonly products: readonly Entry[] })[];
}

/**
 * Reads a catalogue file, or every `.json` of a folder, and expands its lines to full documents. Last-buy dates
 * are counted from `today` (YYYY-MM-DD). Throws an Error that names the file and the part that cannot be read.
 */
export function loadCatalogue(
  path: string = SHIPPED_CATALOGUE,
  today: string = utcDay(Date.now()),
): Catalogue {
  const files = jsonFiles(path).map((name) => ({ name, content: parse(name) }));
  const makers = new Map(
    files.flatMap(({ content }) => content.makers ?? []).map((maker) => [maker.name, maker]),
  );
  const lines = files.flatMap(({ name, content }) =>
    (content.groups ?? []).flatMap((group) =>
      group.products.map((entry) => ({ entry, product: document(name, entry, group, makers, today) })),
    ),
  );
  const products = lines.map(({ product }) => product);
  const substitutes = lines
    .filter(({ entry }) => entry.substitutes !== undefined)
    .map(({ entry, product }) => [product, substitutesOf(entry, products)] as const);
  return { products, substitutes: new Map(substitutes) };
}

function jsonFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => join(path, name));
}

function parse(name: string): CatalogueFile {
  try {
    return JSON.parse(readFileSync(name, 'utf8')) as CatalogueFile;
  } catch (cause) {
    throw new Error(`${name}: not a catalogue: ${(cause as Error).message}`, { cause });
  }
}

function document(
  file: string,
  entry: Entry,
  group: Group,
  makers: ReadonlyMap<string, Maker>,
  today: string,
): Product {
  const maker = makers.get(entry.maker);
  if (maker === undefined) throw new Error(`${file}: ${entry.mpn}: no maker is called "${entry.maker}"`);
  try {
    return productDocument(entry, group, maker, today);
  } catch (cause) {
    throw new Error(`${file}: ${entry.mpn}: ${(cause as Error).message}`, { cause });
  }
}

function substitutesOf(entry: Entry, products: readonly Product[]): Substitute[] {
  return Object.entries(entry.substitutes ?? {}).map(([mpn, type]) => {
    const product = products.find((candidate) => candidate.ManufacturerProductNumber === mpn);
    if (product === undefined) throw new Error(`${entry.mpn}: its substitute ${mpn} is not in the catalogue`);
    return { type, product };
  });
}
