import type { PartRef } from '../bom/line.ts';
import { compareMakers, type MakerComparison, namesMaker } from '../identity/maker.ts';
import { count } from '../text.ts';
import type { MatchWord } from '../words.ts';
import { distinctMakers, fold, inFixedOrder, isOneMaker, type MatchCandidate } from './fold.ts';
import type { PartRecord } from './listing.ts';
import { type SameNumber, sameNumber } from './same-number.ts';
import { suggestionsFor } from './suggestions.ts';

/** Which of the listed products is the part that was asked for. */
export interface Match {
  readonly word: MatchWord;
  /** Given only when the word is `exact` or `normalized`. */
  readonly part: PartRecord | null;
  /** What else it could be, by maker: beside a part, its heirs' listings; suggestions of a `near` match by similarity. */
  readonly candidates: readonly MatchCandidate[];
  /** How it was decided, in sentences. */
  readonly steps: readonly string[];
}

export interface MatchRules {
  /** The user's own spellings of makers. */
  readonly aliases: Readonly<Record<string, string>>;
  /** Whether a number that differs by a packaging or lead-free suffix only counts as the same part. */
  readonly packagingIsSame: boolean;
}

/**
 * Decides over every product that was listed, in whatever order: being listed proves nothing. A product is the
 * part only when its number is the same and its maker agrees, or when only one maker has that number. The very
 * maker's listing wins over one of its heir.
 */
export function matchPart(asked: PartRef, listed: readonly PartRecord[], rules: MatchRules): Match {
  const products = [...listed].sort(inFixedOrder);
  const number = sameNumber(asked, products, rules.packagingIsSame);
  if (number.hits.length === 0) return nearOrNone(asked, products, rules);
  return namesMaker(asked) ? byMaker(asked.manufacturer, number, rules) : withoutMaker(number, rules);
}

/** A listing of the asked maker, or of an heir. */
interface Listing {
  readonly part: PartRecord;
  readonly isNamed: boolean;
  readonly why: string;
}

function byMaker(maker: string, number: SameNumber, rules: MatchRules): Match {
  const { hits, step } = number;
  const compared = hits.map((part) => ({
    part,
    ...compareMakers(maker, part.manufacturer.name, rules.aliases),
  }));
  const own: Listing[] = [];
  const heirs: Listing[] = [];
  for (const one of compared) {
    if (one.kind === 'agree') (isNameOf(one) ? own : heirs).push({ ...one, isNamed: one.by === 'name' });
  }
  if (own.length > 0) return found(own, heirs, number, rules);
  if (heirs.length > 0) return found(heirs, [], number, rules);
  const sold = soldBy(maker, hits, rules);
  if (sold.length > 0) return found(sold, [], number, rules);
  const doubtful = compared.filter(({ kind }) => kind === 'doubt');
  const word = doubtful.length > 0 ? 'ambiguous' : 'other-manufacturer';
  const reasons = (doubtful.length > 0 ? doubtful : compared).map(({ why }) => why);
  return invalid(word, distinctMakers(hits, rules.aliases), [step, ...unique(reasons)]);
}

function isNameOf(compared: MakerComparison): boolean {
  return compared.kind === 'agree' && (compared.by === 'name' || compared.by === 'spelling');
}

/** What a marketplace seller of that name offers is its maker's, whoever that is. */
function soldBy(seller: string, hits: readonly PartRecord[], { aliases }: MatchRules): readonly Listing[] {
  return hits.flatMap((part) => {
    const name = part.sellers.find((one) => isNameOf(compareMakers(seller, one, aliases)));
    const why = `${name} sells it on DigiKey's marketplace, and ${part.manufacturer.name} makes it`;
    return name === undefined ? [] : [{ part, isNamed: false, why }];
  });
}

function found(
  ours: readonly Listing[],
  heirs: readonly Listing[],
  { spelling, step }: SameNumber,
  { aliases }: MatchRules,
): Match {
  const steps = [step, ...unique(ours.map(({ why }) => why))];
  const listings = ours.map(({ part }) => part);
  if (!isOneMaker(listings, aliases)) return invalid('ambiguous', distinctMakers(listings, aliases), steps);
  const named = ours.filter(({ isNamed }) => isNamed).map(({ part }) => part);
  const why = new Map(heirs.map((heir) => [heir.part.manufacturer.name, heir.why]));
  const candidates = distinctMakers(
    heirs.map(({ part }) => part),
    aliases,
  ).map((one) => ({ ...one, why: why.get(one.part.manufacturer.name) ?? null }));
  const word = spelling || named.length === 0 ? 'normalized' : 'exact';
  return { word, part: fold(listings, named), candidates, steps: [step, ours[0]!.why] };
}

function withoutMaker({ hits, spelling, step }: SameNumber, { aliases }: MatchRules): Match {
  if (isOneMaker(hits, aliases)) {
    const part = fold(hits);
    const steps = [step, `only ${part.manufacturer.name} makes it`];
    return { word: spelling ? 'normalized' : 'exact', part, candidates: [], steps };
  }
  const makers = distinctMakers(hits, aliases);
  return invalid('ambiguous', makers, [
    step,
    `${makers.length} makers have this number and the BOM names none`,
  ]);
}

/** Nothing has the number: what was meant is a suggestion. */
function nearOrNone(asked: PartRef, listed: readonly PartRecord[], { aliases }: MatchRules): Match {
  const suggestions = suggestionsFor(asked, listed, aliases);
  const step = `none of ${count(listed.length, 'listed product')} has the number ${asked.mpn}`;
  return invalid(suggestions.length > 0 ? 'near' : 'not-found', suggestions, [step]);
}

function invalid(word: MatchWord, candidates: readonly MatchCandidate[], steps: readonly string[]): Match {
  return { word, part: null, candidates, steps };
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
