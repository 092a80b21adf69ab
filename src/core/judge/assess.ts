import type { PartRef } from '../bom/line.ts';
import { diagnoseMpn } from '../identity/mpn.ts';
import { count } from '../text.ts';
import type { LifecycleWord, MatchWord } from '../words.ts';
import type { Candidate } from './candidate.ts';
import type { MatchCandidate } from './fold.ts';
import { judgeLifecycle, type Lifecycle, rank, saidOf, wordOf } from './lifecycle.ts';
import type { Observation, Offer, PartRecord } from './listing.ts';
import type { Match } from './match.ts';
import { lifecycleReason, matchReason } from './reason.ts';
import type { Statement } from './statement.ts';

/** What is known of one part: facts and judgement, before anybody's policy is looked at. */
export interface Assessment {
  /** As the BOM asks. */
  readonly mpn: string;
  readonly manufacturer: string | null;
  readonly match: MatchWord;
  readonly lifecycle: LifecycleWord;
  /** One sentence that a person can act on. */
  readonly reason: string;
  /** Null unless the match is valid. */
  readonly matched: MatchedPart | null;
  /** Sentences: where the provider's own fields disagree. */
  readonly conflicts: readonly string[];
  /** What else it could be; for `near` the suggestions, at most five. */
  readonly candidates: readonly Candidate[];
  /** Everything that was said of its lifecycle, by whom and when; none without a valid match. */
  readonly witnesses: readonly Statement[];
  /** How the judgement came about, step by step, in sentences. */
  readonly evidence: readonly string[];
  /** When the provider answered, ISO 8601 UTC; null when unchecked. */
  readonly observedAt: string | null;
  readonly source: 'network' | 'cache' | null;
}

/** The product that a part was matched with, as the provider states it. */
export interface MatchedPart extends Offer {
  readonly mpn: string;
  readonly manufacturer: string;
  readonly dkpn: string | null;
  readonly statusId: number | null;
  readonly statusText: string | null;
  readonly endOfLife: boolean | null;
  readonly discontinued: boolean | null;
  readonly lastBuyDate: string | null;
  /** Negative when it has passed. */
  readonly daysToLastBuy: number | null;
  readonly quantityAvailable: number | null;
  /** The part of it that marketplace sellers hold. */
  readonly marketplaceQuantity: number;
  readonly leadWeeks: number | null;
  readonly normallyStocking: boolean | null;
  readonly productUrl: string | null;
  readonly datasheetUrl: string | null;
}

/** Judges one part on the day `today` (`YYYY-MM-DD`) by its match among what was answered; never asks anything. */
export function assess(
  ref: PartRef,
  match: Match,
  { observedAt, source, leftOut }: Observation,
  today: string,
): Assessment {
  const { mpn, manufacturer } = ref;
  const judged = match.part === null ? withoutPart(ref, match, today) : withPart(match.part, match, today);
  const evidence = [...judged.evidence, ...leftOutSentence(leftOut)];
  return { mpn, manufacturer, match: match.word, observedAt, source, ...judged, evidence };
}

function leftOutSentence(products: number): readonly string[] {
  if (products === 0) return [];
  return [
    `${count(products, 'listed product')} could not be read and ${products === 1 ? 'was' : 'were'} left out`,
  ];
}

/** A part of which nobody knows anything, and why: a sentence without its full stop. */
export function unchecked({ mpn, manufacturer }: PartRef, why: string): Assessment {
  const told = { reason: `Not checked. ${why}.`, evidence: [`${why}.`] };
  return { mpn, manufacturer, match: 'unchecked', observedAt: null, source: null, ...NOTHING, ...told };
}

const NOTHING = {
  lifecycle: 'unknown',
  matched: null,
  conflicts: [],
  candidates: [],
  witnesses: [],
} as const;

type Judgement = Pick<
  Assessment,
  'lifecycle' | 'reason' | 'matched' | 'conflicts' | 'candidates' | 'witnesses' | 'evidence'
>;

function withPart(part: PartRecord, match: Match, today: string): Judgement {
  const lifecycle = judgeLifecycle(part, today);
  const candidates = toCandidates(match.candidates, today);
  return {
    lifecycle: lifecycle.word,
    reason: lifecycleReason(lifecycle, part),
    matched: toMatched(part, lifecycle),
    conflicts: [
      ...lifecycle.conflicts,
      ...candidates.filter((heir) => isWorse(heir, lifecycle.word)).map(heirSentence),
    ],
    candidates,
    witnesses: witnessesOf(part, today),
    evidence: [...match.steps, ...lifecycle.testimony],
  };
}

function withoutPart(ref: PartRef, match: Match, today: string): Judgement {
  const candidates = toCandidates(match.candidates, today);
  const diagnosis = diagnoseMpn(ref.mpn);
  const why = diagnosis.kind === 'ok' ? [] : [`${diagnosis.why}.`];
  return {
    ...NOTHING,
    reason: [matchReason(ref, match, candidates), ...why].join(' '),
    candidates,
    evidence: [...match.steps, ...why],
  };
}

function isWorse({ lifecycle }: Candidate, word: LifecycleWord): boolean {
  return lifecycle !== 'unknown' && rank(lifecycle) > rank(word);
}

function heirSentence({ manufacturer, lifecycle, why }: Candidate): string {
  return `${manufacturer} lists this number, too, as ${lifecycle}: ${why}.`;
}

function toCandidates(candidates: readonly MatchCandidate[], today: string): readonly Candidate[] {
  return candidates.map(({ part, why }) => ({
    mpn: part.mpn,
    manufacturer: part.manufacturer.name,
    lifecycle: judgeLifecycle(part, today).word,
    why,
  }));
}

/** Each with its word and its clause as they are on the day `today`. */
function witnessesOf({ statements }: PartRecord, today: string): readonly Statement[] {
  return statements.map((one) => ({ ...one, word: wordOf(one, today), says: saidOf(one, today) }));
}

function toMatched(part: PartRecord, { lastBuyDate, daysToLastBuy }: Lifecycle): MatchedPart {
  return {
    mpn: part.mpn,
    manufacturer: part.manufacturer.name,
    dkpn: part.dkpn,
    statusId: part.status.id,
    statusText: part.status.text,
    endOfLife: part.endOfLife,
    discontinued: part.discontinued,
    lastBuyDate,
    daysToLastBuy,
    quantityAvailable: part.quantityAvailable,
    marketplaceQuantity: part.marketplaceQuantity,
    leadWeeks: part.leadWeeks,
    normallyStocking: part.normallyStocking,
    productUrl: part.productUrl,
    datasheetUrl: part.datasheetUrl,
    minimumOrderQuantity: part.minimumOrderQuantity,
    standardPackage: part.standardPackage,
    prices: part.prices,
    currency: part.currency,
  };
}
