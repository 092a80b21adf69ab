import type { PartRecord } from './part.ts';
import { LIFECYCLES, type LifecycleWord } from './words.ts';

/** One word for how alive a part is, with the witnesses that made it. */
export interface Lifecycle {
  readonly word: LifecycleWord;
  /** From `today` to the last-buy date; negative when it has passed; null without a date. */
  readonly daysToLastBuy: number | null;
  /** What each witness said, in sentences. */
  readonly testimony: readonly string[];
  /** Where the witnesses disagree, in sentences. */
  readonly conflicts: readonly string[];
}

/** Words for status ids beyond the known ones, from the user's configuration. */
export type StatusWords = Readonly<Record<string, LifecycleWord>>;

/**
 * `ProductStatus.Id` as recorded answers show it. The text beside it is localised and was renamed, so it never
 * decides; an id that stands neither here nor in the configuration is `unknown`.
 */
const STATUS_WORDS: StatusWords = {
  0: 'active',
  1: 'obsolete',
  2: 'distributor-discontinued',
  4: 'last-buy',
  7: 'nrnd',
};

/**
 * Judges one product on the day `today` (`YYYY-MM-DD`). The status id speaks first, then the flags and the last-buy
 * date; where they disagree the worst word stands and the disagreement is told. Stock and normal stocking
 * never change the word.
 */
export function judgeLifecycle(part: PartRecord, today: string, extra: StatusWords = {}): Lifecycle {
  const byStatus = statusWord(part, extra);
  const daysToLastBuy = part.lastBuyDate === null ? null : daysBetween(today, part.lastBuyDate);
  const claims = otherClaims(part, daysToLastBuy);
  const word = [byStatus, ...claims.map((claim) => claim.word)].reduce(worse);
  return {
    word,
    daysToLastBuy,
    testimony: [statusSentence(part, byStatus), ...claims.map((claim) => claim.says)],
    conflicts: [
      ...claims
        .filter((claim) => disagrees(claim.word, byStatus))
        .map((claim) => conflictSentence(part, claim)),
      ...stockConflicts(part, word),
    ],
  };
}

/** The lifecycle of a part by all its listings, and the part with the dates and flags of the listing that decided. */
export interface JudgedPart {
  readonly part: PartRecord;
  readonly lifecycle: Lifecycle;
}

/**
 * Judges every listing of one part: the worst word stands, so that no listing can hide another. `part` has the stock
 * of all.
 */
export function judgeListings(
  part: PartRecord,
  listings: readonly PartRecord[],
  today: string,
  extra: StatusWords = {},
): JudgedPart {
  const judged = listings.map(({ status, endOfLife, discontinued, lastBuyDate }) => {
    const asListed = { ...part, status, endOfLife, discontinued, lastBuyDate };
    return { part: asListed, lifecycle: judgeLifecycle(asListed, today, extra) };
  });
  const word = judged.map(({ lifecycle }) => lifecycle.word).reduce(worse);
  const decisive = judged.find(({ lifecycle }) => lifecycle.word === word)!;
  const others = new Set(judged.map(({ lifecycle }) => lifecycle.word));
  others.delete(word);
  const told = [...others].map((other) => `DigiKey lists it again as ${other}.`);
  return {
    part: decisive.part,
    lifecycle: { ...decisive.lifecycle, conflicts: [...decisive.lifecycle.conflicts, ...told] },
  };
}

/** The worse of two words; `unknown` gives way to any word that is worse than active. */
export function worse(a: LifecycleWord, b: LifecycleWord): LifecycleWord {
  if (a === 'unknown' || b === 'unknown') {
    const known = a === 'unknown' ? b : a;
    return rank(known) > rank('active') ? known : 'unknown';
  }
  return rank(a) >= rank(b) ? a : b;
}

/** 0 is best. */
export function rank(word: LifecycleWord): number {
  return LIFECYCLES.indexOf(word);
}

/** Whole days from `from` to `to`, both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

interface Claim {
  readonly word: LifecycleWord;
  readonly says: string;
}

/** What the status id alone says. */
export function statusWord(part: PartRecord, extra: StatusWords = {}): LifecycleWord {
  const id = String(part.status.id);
  return extra[id] ?? STATUS_WORDS[id] ?? 'unknown';
}

function otherClaims(part: PartRecord, daysToLastBuy: number | null): readonly Claim[] {
  const claims: Claim[] = [];
  if (part.endOfLife) claims.push({ word: 'eol', says: 'the flag EndOfLife is set' });
  if (part.discontinued)
    claims.push({ word: 'distributor-discontinued', says: 'the flag Discontinued is set' });
  if (part.lastBuyDate !== null && daysToLastBuy !== null) {
    claims.push(
      daysToLastBuy < 0
        ? { word: 'last-buy-passed', says: `the last chance to buy was ${part.lastBuyDate}` }
        : { word: 'last-buy', says: `the last chance to buy is ${part.lastBuyDate}` },
    );
  }
  return claims;
}

/** Among the words of a part that its maker ends, an earlier step does not contradict a later one. */
const ENDING: readonly LifecycleWord[] = [
  'distributor-discontinued',
  'last-buy',
  'eol',
  'last-buy-passed',
  'obsolete',
];

function disagrees(claimed: LifecycleWord, byStatus: LifecycleWord): boolean {
  if (claimed === byStatus || byStatus === 'unknown') return false;
  if (claimed === 'last-buy' && byStatus === 'obsolete') return true;
  return rank(claimed) > rank(byStatus) || !ENDING.includes(byStatus);
}

function statusName(part: PartRecord): string {
  return part.status.text ? `"${part.status.text}"` : `id ${part.status.id}`;
}

function statusSentence(part: PartRecord, word: LifecycleWord): string {
  if (part.status.id === null) return 'no product status is given';
  if (word === 'unknown')
    return `the product status ${statusName(part)} (id ${part.status.id}) is not one that we know`;
  return `the product status is ${statusName(part)} (id ${part.status.id}), which means ${word}`;
}

function conflictSentence(part: PartRecord, claim: Claim): string {
  return `DigiKey states the status ${statusName(part)}, yet ${claim.says}.`;
}

function stockConflicts(part: PartRecord, word: LifecycleWord): readonly string[] {
  if (rank(word) < rank('eol') || word === 'unknown') return [];
  const conflicts: string[] = [];
  const stock = part.quantityAvailable ?? 0;
  if (stock > 0) conflicts.push(`${stock} in stock although ${word}: ${whoseStock(part, stock)}.`);
  if (part.normallyStocking)
    conflicts.push(`DigiKey says that it normally stocks the part, although ${word}.`);
  return conflicts;
}

function whoseStock(part: PartRecord, stock: number): string {
  const theirs = part.marketplaceQuantity;
  if (theirs === 0) return "DigiKey's own remaining stock";
  if (theirs >= stock) return "all of it a marketplace seller's";
  return `${theirs} of it marketplace sellers', the rest DigiKey's own`;
}
