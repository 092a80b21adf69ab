import { COMPANIES, type CompanyId, HOUSES } from './companies.ts';
import { nameKey, namesIn, nameWords, ownWords } from './spelling.ts';

/** The user's own spellings: each names a maker as it should be read. */
export type Aliases = Readonly<Record<string, string>>;

/** The spellings of all companies. An abbreviation may stand for several of them. */
const BY_NAME = index((name) => nameKey(name));
/** By their own words alone, as `Rohm` for `Rohm Semiconductor`. */
const BY_OWN_WORDS = index((name) => ownWords(name).join(''));
const HOUSE_KEYS = new Set(HOUSES.map(nameKey));

function index(keyOf: (name: string) => string): ReadonlyMap<string, readonly CompanyId[]> {
  const found = new Map<string, CompanyId[]>();
  for (const [id, names] of Object.entries(COMPANIES) as [CompanyId, readonly string[]][]) {
    for (const key of new Set(names.map(keyOf))) found.set(key, [...(found.get(key) ?? []), id]);
  }
  return found;
}

/**
 * The companies that a BOM's cell or a provider's name states, as they were called then; empty when it is no
 * spelling that we know. A name as a whole goes before its pieces.
 */
export function companiesOf(name: string): readonly CompanyId[] {
  const whole = companiesOfName(name);
  if (whole.length > 0) return whole;
  return [...new Set(namesIn(name).flatMap(companiesOfName))];
}

function companiesOfName(name: string): readonly CompanyId[] {
  const words = nameWords(name);
  const own = ownWords(name).join('');
  return (
    BY_NAME.get(words.join('')) ??
    (own === words.join('') ? onlyOne(BY_OWN_WORDS.get(own)) : undefined) ??
    (own.length >= 4 ? BY_NAME.get(own) : undefined) ??
    houseOf(words) ??
    []
  );
}

/** A word that several companies share names none of them; only an abbreviation listed for each names all. */
function onlyOne(ids: readonly CompanyId[] | undefined): readonly CompanyId[] | undefined {
  return ids?.length === 1 ? ids : undefined;
}

/** A house's name with any division's after it: `Vishay Semiconductor Diodes Division`. */
function houseOf(words: readonly string[]): readonly CompanyId[] | undefined {
  for (let length = words.length - 1; length > 0; length -= 1) {
    const key = words.slice(0, length).join('');
    if (HOUSE_KEYS.has(key)) return BY_NAME.get(key);
  }
  return undefined;
}

/** The name that the user's aliases put in this one's place, or the name itself. */
export function aliased(name: string, aliases: Aliases): string {
  const key = nameKey(name);
  return Object.entries(aliases).find(([spelling]) => nameKey(spelling) === key)?.[1] ?? name;
}
