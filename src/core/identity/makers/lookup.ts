import { COMPANIES, type CompanyId, HOUSES } from './companies.ts';
import { nameKey, namesIn, nameWords, ownWords } from './spelling.ts';

/** The user's own spellings: each names a maker as it should be read. */
export type Aliases = Readonly<Record<string, string>>;

/** The spellings of all companies. An abbreviation may stand for several of them. */
const BY_NAME = index((name) => nameKey(name));
/** By their own words alone, as `Rohm` for `Rohm Semiconductor`. */
const BY_OWN_WORDS = index((name) => ownWords(name).join(''));
const HOUSE_KEYS = new Set(HOUSES.map(nameKey));
const HOUSE_WORDS = Math.max(...HOUSES.map((name) => nameWords(name).length));

function index(keyOf: (name: string) => string): ReadonlyMap<string, readonly CompanyId[]> {
  const found = new Map<string, CompanyId[]>();
  for (const [id, names] of Object.entries(COMPANIES) as [CompanyId, readonly string[]][]) {
    for (const key of new Set(names.map(keyOf))) found.set(key, [...(found.get(key) ?? []), id]);
  }
  return found;
}

/**
 * The names that a BOM's cell or a provider's listing states, after the user's aliases: the whole where it is a name
 * that we know (`M/A-COM`), else its pieces (`TDK / EPCOS`).
 */
export function statedNames(cell: string, aliases: Aliases): readonly string[] {
  const alias = aliasOf(cell, aliases);
  if (alias !== undefined) return [alias];
  return companiesNamed(cell).length > 0
    ? [cell]
    : namesIn(cell).map((name) => aliasOf(name, aliases) ?? name);
}

/** The companies that one name may stand for, as they were called then; empty when we do not know it. */
export function companiesOf(name: string): readonly CompanyId[] {
  const named = companiesNamed(name);
  return named.length > 0 ? named : houseOf(nameWords(name));
}

function companiesNamed(name: string): readonly CompanyId[] {
  const all = nameKey(name);
  const own = ownWords(name).join('');
  return (
    BY_NAME.get(all) ??
    (own === all ? BY_OWN_WORDS.get(own) : undefined) ??
    (own.length >= 4 ? BY_NAME.get(own) : undefined) ??
    []
  );
}

/** A house's name with any division's after it: `Vishay Semiconductor Diodes Division`. */
function houseOf(words: readonly string[]): readonly CompanyId[] {
  for (let length = Math.min(words.length - 1, HOUSE_WORDS); length > 0; length -= 1) {
    const key = words.slice(0, length).join('');
    if (HOUSE_KEYS.has(key)) return BY_NAME.get(key) ?? [];
  }
  return [];
}

function aliasOf(name: string, aliases: Aliases): string | undefined {
  const spellings = Object.entries(aliases);
  if (spellings.length === 0) return undefined;
  const key = nameKey(name);
  return spellings.find(([spelling]) => nameKey(spelling) === key)?.[1];
}
