import type { PartRef } from '../bom/line.ts';
import { diagnoseMpn } from '../identity/mpn.ts';
import type { LifecycleWord, MatchWord } from '../words.ts';
import { judgeLifecycle, type StatusWords } from './lifecycle.ts';
import type { Observation, Offer, PartRecord } from './listing.ts';
import type { Match, MatchRules } from './match.ts';
import { lifecycleReason, matchReason } from './reason.ts';

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

export interface Candidate {
  readonly mpn: string;
  readonly manufacturer: string;
  readonly lifecycle: LifecycleWord;
  /** Why it is suggested; null where the match says it all. */
  readonly why: string | null;
}

export interface Rules extends MatchRules {
  readonly statusWords: StatusWords;
}

/** Judges one part on the day `today` (`YYYY-MM-DD`) by its match among what was answered; never asks anything. */
export function assess(
  ref: PartRef,
  match: Match,
  { observedAt, source }: Observation,
  rules: Rules,
  today: string,
): Assessment {
  const { mpn, manufacturer } = ref;
  const judged =
    match.part === null ? withoutPart(ref, match, rules, today) : withPart(match.part, match, rules, today);
  return { mpn, manufacturer, match: match.word, observedAt, source, ...judged };
}

/** A part of which nobody knows anything, and why: a sentence without its full stop. */
export function unchecked({ mpn, manufacturer }: PartRef, why: string): Assessment {
  const told = { reason: `Not checked. ${why}.`, evidence: [`${why}.`] };
  return { mpn, manufacturer, match: 'unchecked', observedAt: null, source: null, ...NOTHING, ...told };
}

const NOTHING = { lifecycle: 'unknown', matched: null, conflicts: [], candidates: [] } as const;

type Judgement = Pick<
  Assessment,
  'lifecycle' | 'reason' | 'matched' | 'conflicts' | 'candidates' | 'evidence'
>;

function withPart(part: PartRecord, match: Match, rules: Rules, today: string): Judgement {
  const { word, daysToLastBuy, testimony, conflicts } = judgeLifecycle(part, today, rules.statusWords);
  return {
    lifecycle: word,
    reason: lifecycleReason(word, part, daysToLastBuy),
    matched: toMatched(part, daysToLastBuy),
    conflicts,
    candidates: [],
    evidence: [...match.steps, ...testimony],
  };
}

function withoutPart(ref: PartRef, match: Match, rules: Rules, today: string): Judgement {
  const candidates = match.candidates.map(
    ({ part, why }): Candidate => ({
      mpn: part.mpn,
      manufacturer: part.manufacturer.name,
      lifecycle: judgeLifecycle(part, today, rules.statusWords).word,
      why,
    }),
  );
  const diagnosis = diagnoseMpn(ref.mpn);
  const why = diagnosis.kind === 'ok' ? [] : [`${diagnosis.why}.`];
  return {
    ...NOTHING,
    reason: [matchReason(ref, match, candidates), ...why].join(' '),
    candidates,
    evidence: [...match.steps, ...why],
  };
}

function toMatched(part: PartRecord, daysToLastBuy: number | null): MatchedPart {
  return {
    mpn: part.mpn,
    manufacturer: part.manufacturer.name,
    dkpn: part.dkpn,
    statusId: part.status.id,
    statusText: part.status.text,
    endOfLife: part.endOfLife,
    discontinued: part.discontinued,
    lastBuyDate: part.lastBuyDate,
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
