import { distance } from 'fastest-levenshtein';
import { COMPANIES, type CompanyId } from './makers/companies.ts';
import { type Aliases, companiesOf, statedNames } from './makers/lookup.ts';
import { NO_MAKERS } from './makers/none.ts';
import { AFTERMARKET, MERGERS, OWNERS, SALES } from './makers/relations.ts';
import { nameKey, nameWords, ownWords } from './makers/spelling.ts';

/** Whether the maker that a BOM names is the one that a provider lists; `why` is a sentence for its reader. */
export interface MakerComparison {
  readonly kind: 'agree' | 'differ' | 'doubt';
  readonly why: string;
}

/**
 * One id for all spellings of a company, and for those that it took over whole: `Linear Technology` and `ADI` have
 * one. Several joined by `+` when the name states several; the normalised text when it is no company that we know.
 */
export function makerId(name: string, aliases: Aliases = {}): string {
  const names = statedNames(name, aliases);
  const ids = new Set(names.flatMap(companiesOf).map((id) => heirs(id).at(-1)!));
  return ids.size > 0 ? [...ids].sort().join('+') : names.map(nameKey).join('');
}

/** As DigiKey names the company, if it does; undefined for an id that is no single known company. */
export function makerName(id: string): string | undefined {
  return isCompany(id) ? COMPANIES[id][0] : undefined;
}

/** False for what stands in maker columns and is none: blanks, placeholders, distributors. */
export function statesMaker(name: string): boolean {
  const key = nameKey(name);
  return key !== '' && !NO_MAKERS.has(key);
}

/**
 * Assumes that the part number is the same, so that it is asked only whose it is. Agreement needs a reason from the
 * table or an equal name. A sale goes one way: who names the seller may mean what the buyer now lists, but a buyer's
 * part under the seller's name is an older one, hence `doubt`. Names that are not known are never equated on
 * likeness alone.
 */
export function compareMakers(asked: string, listed: string, aliases: Aliases = {}): MakerComparison {
  if (!statesMaker(asked)) return { kind: 'doubt', why: `"${asked}" names no maker` };
  const others = statedNames(listed, aliases);
  return likeliest(
    statedNames(asked, aliases).flatMap((name) => others.map((other) => compareNames(name, other))),
  );
}

/** Where a name may stand for several makers, the one that agrees was meant. */
function likeliest(comparisons: readonly MakerComparison[]): MakerComparison {
  const of = (kind: MakerComparison['kind']) => comparisons.find((comparison) => comparison.kind === kind);
  return of('agree') ?? of('doubt') ?? of('differ') ?? doubt('the listing names no maker');
}

function compareNames(asked: string, listed: string): MakerComparison {
  if (nameKey(asked) === nameKey(listed)) return agree(`the maker is ${listed}`);
  const others = companiesOf(listed);
  const pairs = companiesOf(asked).flatMap((one) => others.map((other) => compareCompanies(one, other)));
  return pairs.length > 0 ? likeliest(pairs) : compareWords(asked, listed);
}

function compareCompanies(asked: CompanyId, listed: CompanyId): MakerComparison {
  const [a, b] = [heirs(asked), heirs(listed)];
  if (a.at(-1) === b.at(-1)) return agree(oneCompany(a, b));
  const both = [...a, ...b];
  const owner = OWNERS.find(({ owned, by }) => both.includes(owned) && both.includes(by));
  if (owner) return agree(`${nameOf(owner.owned)} has belonged to ${nameOf(owner.by)} since ${owner.year}`);
  const bought = SALES.find(({ from, to }) => a.includes(from) && b.at(-1) === heirs(to).at(-1));
  if (bought) return agree(sentence(bought));
  const sold = SALES.find(({ from, to }) => b.includes(from) && a.at(-1) === heirs(to).at(-1));
  if (sold) return doubt(`${sentence(sold)}, but this is listed as ${nameOf(sold.from)}'s`);
  if (AFTERMARKET.includes(listed)) return doubt(`${nameOf(listed)} lists other makers' parts as its own`);
  return differ(`${nameOf(asked)} and ${nameOf(listed)} are different makers`);
}

function sentence({ from, to, year, what }: (typeof SALES)[number]): string {
  return `${nameOf(to)} took over ${what} of ${nameOf(from)} in ${year}`;
}

/** Names the merger that joins two lines of heirs which end in one company. */
function oneCompany(a: readonly CompanyId[], b: readonly CompanyId[]): string {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  if (a[0] === b[0]) return `both are names of ${nameOf(a[0]!)}`;
  const steps = [...longer, ...(longer.includes(shorter[0]!) ? [] : shorter)].filter((id) => id in MERGERS);
  return steps.map(mergerSentence).join(', ');
}

function mergerSentence(id: CompanyId): string {
  const merger = MERGERS[id]!;
  return `${nameOf(id)} has been ${nameOf(merger.into)} since ${merger.year}`;
}

/** The company and those that took it over whole, one after the other; the last is the one of today. */
function heirs(id: CompanyId): readonly CompanyId[] {
  const merger = MERGERS[id];
  return merger === undefined ? [id] : [id, ...heirs(merger.into)];
}

function nameOf(id: CompanyId): string {
  return COMPANIES[id][0];
}

function isCompany(id: string): id is CompanyId {
  return Object.hasOwn(COMPANIES, id);
}

/** Two names of which at least one is not in the table, by their words. */
function compareWords(asked: string, listed: string): MakerComparison {
  const [a, b] = [ownWords(asked), ownWords(listed)];
  const same = a.join('') === b.join('');
  if (same && (a.length === nameWords(asked).length || b.length === nameWords(listed).length)) {
    return agree(`${asked} is ${listed} by its name`);
  }
  const likeness = same ? 'share their name but not their trade' : likenessOf(a, b);
  if (likeness === undefined) return differ(`${asked} and ${listed} have nothing in common`);
  return doubt(`${asked} and ${listed} ${likeness}: one may be the other`);
}

function likenessOf(a: readonly string[], b: readonly string[]): string | undefined {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (shorter.every((word, i) => longer[i] === word)) return 'begin alike';
  if (shorter.join('') === longer.map((word) => word[0]).join('')) return 'have the same initials';
  const [x, y] = [a.join(''), b.join('')];
  if (distance(x, y) <= Math.floor(Math.max(x.length, y.length) / 5)) return 'differ by a letter or two';
  return undefined;
}

function agree(why: string): MakerComparison {
  return { kind: 'agree', why };
}

function doubt(why: string): MakerComparison {
  return { kind: 'doubt', why };
}

function differ(why: string): MakerComparison {
  return { kind: 'differ', why };
}
