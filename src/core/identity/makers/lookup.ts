import { COMPANIES, type CompanyId } from './companies.ts';
import { HOUSES } from './data/houses.ts';
import { NAMESAKES } from './data/namesakes.ts';
import { DISTRIBUTORS, PLACEHOLDERS } from './data/none.ts';
import { letters, nameKey, namesIn, spellingOf } from './spelling.ts';

/** The user's own spellings: each names a maker as it should be read. */
export type Aliases = Readonly<Record<string, string>>;

/** The spellings of all companies. An abbreviation may stand for several of them. */
const BY_NAME = byName(Object.entries(COMPANIES) as [CompanyId, readonly string[]][], nameKey);
const BY_NAMESAKE = byName(Object.entries(NAMESAKES) as [CompanyId, readonly string[]][], letters);
const NO_MAKERS: ReadonlySet<string> = new Set([...PLACEHOLDERS, ...DISTRIBUTORS].map(nameKey));
const HOUSE_KEYS: ReadonlySet<string> = new Set(HOUSES.map(nameKey));
const HOUSE_WORDS = Math.max(...HOUSES.map((name) => spellingOf(name).words.length));

function byName(
  table: readonly (readonly [CompanyId, readonly string[]])[],
  keyOf: (name: string) => string,
): ReadonlyMap<string, readonly CompanyId[]> {
  const found = new Map<string, CompanyId[]>();
  for (const [id, names] of table) {
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
  if (BY_NAME.has(nameKey(cell)) || namesakesOf(cell).length > 0) return [cell];
  const names = namesIn(cell).filter(statesMaker);
  return names.length === 0 ? [cell] : names.map((name) => aliasOf(name, aliases) ?? name);
}

/** False for what stands in maker columns and is none: blanks, placeholders, distributors. */
export function statesMaker(name: string): boolean {
  const key = nameKey(name);
  return key !== '' && !NO_MAKERS.has(key);
}

/** The companies that one name may stand for, as they were called then; empty when we do not know it. */
export function companiesOf(name: string): readonly CompanyId[] {
  if (namesakesOf(name).length > 0) return [];
  return BY_NAME.get(nameKey(name)) ?? houseOf(spellingOf(name).words);
}

/** The companies of which this firm bears the name without being one of them. */
export function namesakesOf(name: string): readonly CompanyId[] {
  return BY_NAMESAKE.get(letters(name)) ?? [];
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
