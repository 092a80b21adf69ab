import type { PartRef } from '../bom/line.ts';
import { compareMakers, makerId, statesMaker } from '../identity/maker.ts';
import { compareMpn, looseKey, mpnKey, suggest } from '../identity/mpn.ts';
import { compareText, count } from '../text.ts';
import type { LifecycleWord, MatchWord } from '../words.ts';
import { rank, worse } from './lifecycle.ts';
import type { PartRecord } from './listing.ts';

/** Which of the listed products is the part that was asked for. */
export interface Match {
  readonly word: MatchWord;
  /** Given only when the word is `exact` or `normalized`. */
  readonly part: PartRecord | null;
  /** What else it could be, by maker; suggestions of a `near` match by similarity. */
  readonly candidates: readonly MatchCandidate[];
  /** How it was decided, in sentences. */
  readonly steps: readonly string[];
}

export interface MatchCandidate {
  readonly part: PartRecord;
  readonly why: string | null;
}

export interface MatchRules {
  /** The user's own spellings of makers. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Whether a number that differs by a packaging or lead-free suffix only counts as the same part. */
  readonly packagingIsSame: boolean;
}

/**
 * Decides over every product that was listed, in whatever order: being listed proves nothing. A product is the
 * part only when its number is the same and its maker agrees, or when only one maker has that number.
 */
export function matchPart(asked: PartRef, listed: readonly PartRecord[], rules: MatchRules): Match {
  const products = [...listed].sort(inFixedOrder);
  const { hits, spelling, step } = sameNumber(asked.mpn, products, rules);
  if (hits.length === 0) return nearOrNone(asked.mpn, products, rules);
  return asked.manufacturer !== null && statesMaker(asked.manufacturer)
    ? byMaker(asked.manufacturer, hits, spelling, [step], rules)
    : withoutMaker(hits, spelling, [step], rules);
}

interface Hits {
  readonly hits: readonly PartRecord[];
  /** True when the numbers are not written alike. */
  readonly spelling: boolean;
  readonly step: string;
}

function sameNumber(mpn: string, listed: readonly PartRecord[], rules: MatchRules): Hits {
  const key = mpnKey(mpn);
  const isKey = (number: string): boolean => mpnKey(number) === key;
  const same = listed.filter((part) => isKey(part.mpn) || part.dkpns.some(isKey));
  if (same.length > 0) {
    const literal = same.some((part) => part.mpn === mpn || part.dkpns.includes(mpn));
    const step = `${count(same.length, 'listed product has', 'listed products have')} the number ${mpn}`;
    return { hits: same, spelling: !literal, step };
  }
  const loose = looseKey(mpn);
  const spelt = listed.filter((part) => looseKey(part.mpn) === loose || part.otherNames.some(isKey));
  if (spelt.length > 0) {
    return { hits: spelt, spelling: true, step: `${spelt[0]!.mpn} is ${mpn} written otherwise` };
  }
  const packed = rules.packagingIsSame
    ? listed.filter((part) => compareMpn(mpn, part.mpn).kind === 'packaging')
    : [];
  const step = `${packed[0]?.mpn} differs from ${mpn} by its packaging suffix only`;
  return { hits: packed, spelling: true, step };
}

function byMaker(
  maker: string,
  hits: readonly PartRecord[],
  spelling: boolean,
  steps: readonly string[],
  { aliases }: MatchRules,
): Match {
  const compared = hits.map((part) => ({ part, ...compareMakers(maker, part.manufacturer.name, aliases) }));
  const agreeing = compared.filter(({ kind }) => kind === 'agree');
  if (agreeing.length > 0) {
    const literal = agreeing.some(({ part }) => letters(part.manufacturer.name) === letters(maker));
    const part = fold(agreeing.map((hit) => hit.part));
    return valid(part, spelling || !literal, [...steps, agreeing[0]!.why]);
  }
  const candidates = distinctMakers(hits, aliases);
  const doubtful = compared.filter(({ kind }) => kind === 'doubt');
  if (doubtful.length > 0)
    return invalid('ambiguous', candidates, [...steps, ...unique(doubtful.map(({ why }) => why))]);
  return invalid('other-manufacturer', candidates, [...steps, ...unique(compared.map(({ why }) => why))]);
}

function withoutMaker(
  hits: readonly PartRecord[],
  spelling: boolean,
  steps: readonly string[],
  { aliases }: MatchRules,
): Match {
  const makers = distinctMakers(hits, aliases);
  if (makers.length === 1)
    return valid(fold(hits), spelling, [...steps, `only ${makers[0]!.part.manufacturer.name} makes it`]);
  return invalid('ambiguous', makers, [
    ...steps,
    `${makers.length} makers have this number and the BOM names none`,
  ]);
}

/** A list of more is no help. */
const SUGGESTIONS = 5;

function nearOrNone(mpn: string, listed: readonly PartRecord[], rules: MatchRules): Match {
  const numbers = unique(listed.map((part) => part.mpn)).sort();
  const suggestions = suggest(mpn, numbers)
    .flatMap(({ mpn: number, why }) =>
      distinctMakers(
        listed.filter((part) => part.mpn === number),
        rules.aliases,
      ).map(({ part }) => ({ part, why })),
    )
    .slice(0, SUGGESTIONS);
  const step = `none of ${count(listed.length, 'listed product')} has the number ${mpn}`;
  return invalid(suggestions.length > 0 ? 'near' : 'not-found', suggestions, [step]);
}

function valid(part: PartRecord, normalized: boolean, steps: readonly string[]): Match {
  return { word: normalized ? 'normalized' : 'exact', part, candidates: [], steps };
}

function invalid(word: MatchWord, candidates: readonly MatchCandidate[], steps: readonly string[]): Match {
  return { word, part: null, candidates, steps };
}

/** One record for each maker, makers in the order of their names. */
function distinctMakers(
  hits: readonly PartRecord[],
  aliases: MatchRules['aliases'],
): readonly MatchCandidate[] {
  const byId = new Map<string, PartRecord[]>();
  for (const part of hits) {
    const id = makerId(part.manufacturer.name, aliases);
    byId.set(id, [...(byId.get(id) ?? []), part]);
  }
  return [...byId.values()]
    .map((parts) => ({ part: fold(parts), why: null }))
    .sort((a, b) => compareText(a.part.manufacturer.name, b.part.manufacturer.name));
}

/**
 * Several records of one part as one: the maker's or DigiKey's own listing before a marketplace seller's, the worse
 * status before the better, with the stocks of all added up, and all that they state or that could not be read.
 */
function fold(parts: readonly PartRecord[]): PartRecord {
  const [first, ...others] = [...parts].sort(
    (a, b) =>
      Number(a.marketplaceOnly) - Number(b.marketplaceOnly) ||
      rank(statedWord(b)) - rank(statedWord(a)) ||
      inFixedOrder(a, b),
  );
  if (!first) throw new Error('nothing to fold');
  if (others.length === 0) return first;
  const sum = (count: (part: PartRecord) => number): number =>
    parts.reduce((total, part) => total + count(part), 0);
  return {
    ...first,
    quantityAvailable: sum((part) => part.quantityAvailable ?? 0),
    marketplaceQuantity: sum((part) => part.marketplaceQuantity),
    statements: parts.flatMap((part) => part.statements),
    unreadable: unique(parts.flatMap((part) => part.unreadable)),
  };
}

/** The worst that a record states. */
function statedWord({ statements }: PartRecord): LifecycleWord {
  return statements.map(({ word }) => word).reduce(worse, 'unknown');
}

/** Makers whose names differ in case, spaces and punctuation only are written alike. */
function letters(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** So that the order of an answer decides nothing. */
function inFixedOrder(a: PartRecord, b: PartRecord): number {
  return (
    compareText(a.manufacturer.name, b.manufacturer.name) ||
    compareText(a.mpn, b.mpn) ||
    compareText(a.dkpn ?? '', b.dkpn ?? '') ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}
