import { judgeListings, rank, type StatusWords } from './lifecycle.ts';
import type { PartRef } from './line.ts';
import { type Match, type MatchCandidate, type MatchRules, matchPart } from './match.ts';
import { diagnoseMpn } from './mpn.ts';
import type { Observation, PartRecord } from './part.ts';
import { lifecycleReason, matchReason } from './reason.ts';
import type { Candidate, MatchedPart, ReportPart } from './report.ts';
import type { LifecycleWord } from './words.ts';

/** What the policy, the lines and earlier audits add to what is known of a part. */
type Decision = Pick<
  ReportPart,
  'severity' | 'bare' | 'causes' | 'waiver' | 'change' | 'buy' | 'substitutes' | 'uses'
>;

/** What is known of one part before the policy and the lines are looked at. */
export type Assessment = Omit<ReportPart, keyof Decision>;

export interface Rules extends MatchRules {
  readonly statusWords: StatusWords;
}

/** Judges one part on the day `today` (`YYYY-MM-DD`) by what was answered; never asks anything. */
export function assess(ref: PartRef, observation: Observation, rules: Rules, today: string): Assessment {
  const { mpn, manufacturer } = ref;
  const { observedAt, source } = observation;
  const match = matchPart(ref, observation.parts, rules);
  const judged =
    match.part === null ? withoutPart(ref, match, rules, today) : withPart(match.part, match, rules, today);
  return { mpn, manufacturer, match: match.word, observedAt, source, ...judged };
}

/** A part of which nobody knows anything, and why: a phrase that stands in the middle of a sentence. */
export function unchecked({ mpn, manufacturer }: PartRef, why: string): Assessment {
  const told = { reason: `Not checked: ${why}.`, evidence: [`not checked: ${why}`] };
  return { mpn, manufacturer, match: 'unchecked', observedAt: null, source: null, ...NOTHING, ...told };
}

const NOTHING = { lifecycle: 'unknown', matched: null, conflicts: [], candidates: [] } as const;

type Judged = Pick<Assessment, 'lifecycle' | 'reason' | 'matched' | 'conflicts' | 'candidates' | 'evidence'>;

function withPart(found: PartRecord, match: Match, rules: Rules, today: string): Judged {
  const { part, lifecycle } = judgeListings(found, match.listings, today, rules.statusWords);
  const { word, daysToLastBuy, testimony, conflicts } = lifecycle;
  const candidates = toCandidates(match.candidates, rules, today);
  return {
    lifecycle: word,
    reason: lifecycleReason(word, part, daysToLastBuy),
    matched: toMatched(part, daysToLastBuy),
    conflicts: [...conflicts, ...candidates.filter((heir) => isWorse(heir, word)).map(heirSentence)],
    candidates,
    evidence: [...match.steps, ...testimony],
  };
}

function isWorse({ lifecycle }: Candidate, word: LifecycleWord): boolean {
  return lifecycle !== 'unknown' && rank(lifecycle) > rank(word);
}

function heirSentence({ manufacturer, lifecycle, why }: Candidate): string {
  return `${manufacturer} lists this number, too, as ${lifecycle}: ${why}.`;
}

function withoutPart(ref: PartRef, match: Match, rules: Rules, today: string): Judged {
  const candidates = toCandidates(match.candidates, rules, today);
  const diagnosis = diagnoseMpn(ref.mpn);
  const why = diagnosis.kind === 'ok' ? [] : [`${diagnosis.why}.`];
  return {
    ...NOTHING,
    reason: [matchReason(ref, match, candidates), ...why].join(' '),
    candidates,
    evidence: [...match.steps, ...why],
  };
}

function toCandidates(
  candidates: readonly MatchCandidate[],
  { statusWords }: Rules,
  today: string,
): readonly Candidate[] {
  return candidates.map(({ part, listings, why }) => ({
    mpn: part.mpn,
    manufacturer: part.manufacturer.name,
    lifecycle: judgeListings(part, listings, today, statusWords).lifecycle.word,
    why,
  }));
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
