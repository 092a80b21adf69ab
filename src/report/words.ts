import type { ChangeKind } from '../core/history/changes.ts';
import type { ReportPart } from '../core/report/report.ts';
import type { WaiverOutcome } from '../core/rule/waiver-outcomes.ts';
import { isValid, type LifecycleWord, type MatchWord, type Severity, type Verdict } from '../core/words.ts';

/** How a word of the report is shown to people, and what it means. */
export interface Wording {
  readonly label: string;
  readonly meaning: string;
}

export const LIFECYCLE_WORDING: Readonly<Record<LifecycleWord, Wording>> = {
  active: { label: 'Active', meaning: 'In production, and nothing says that it will end.' },
  preliminary: { label: 'Preliminary', meaning: 'Announced, but not yet in full production.' },
  nrnd: { label: 'NRND', meaning: 'Not recommended for new designs: still made, and its end is in sight.' },
  'distributor-discontinued': {
    label: 'Stopped at DigiKey',
    meaning: 'DigiKey no longer carries it. Its maker may still make it.',
  },
  'last-buy': {
    label: 'Last buy',
    meaning: 'A last-time-buy is announced: order by the date shown, or find the date where none is shown.',
  },
  eol: { label: 'End of life', meaning: 'The end of its production is announced.' },
  'last-buy-passed': { label: 'Last buy passed', meaning: 'The day for last orders has passed.' },
  obsolete: { label: 'Obsolete', meaning: 'No longer made. What is in stock anywhere is what is left.' },
  unknown: { label: 'Unknown', meaning: 'No valid match, or a status that this tool does not know.' },
};

/** How the findings came about, in sentences. */
export const METHOD =
  'Each part was looked up by its number in DigiKey’s Product Information API. An answer counts only when the number is ' +
  'the same and the maker agrees or is the only one. DigiKey’s status, its end-of-life and discontinued flags and its ' +
  'last-buy date are all read, and where they disagree the worst stands.';

/** The order in which severities are shown. */
export const WORST_FIRST: readonly Severity[] = ['fail', 'warn', 'ok', 'waived'];

/** `step` is what a person does next about a part with this match. */
export const MATCH_WORDING: Readonly<Record<MatchWord, Wording & { readonly step: string }>> = {
  exact: {
    label: 'Exact',
    meaning: 'The same number, from the maker that the BOM names or the only one.',
    step: '',
  },
  normalized: {
    label: 'Normalized',
    meaning: 'The same but for case, spaces, dashes or a known other name of the maker.',
    step: '',
  },
  ambiguous: {
    label: 'Ambiguous',
    meaning: 'Several makers use this number, and the BOM does not say which.',
    step: 'Name the manufacturer in the BOM, then run again.',
  },
  'other-manufacturer': {
    label: 'Other manufacturer',
    meaning: 'The number exists, but not from the maker that the BOM names.',
    step: 'Correct the manufacturer or the part number in the BOM.',
  },
  near: {
    label: 'Near',
    meaning: 'Only similar numbers exist. None of them is taken for the part.',
    step: 'Compare with the suggestions and correct the part number in the BOM.',
  },
  'not-found': {
    label: 'Not found',
    meaning: 'DigiKey lists no such part.',
    step: 'Check the number against the data sheet; if it is right, ask its maker for the status.',
  },
  'no-mpn': {
    label: 'No part number',
    meaning: 'The line names no part number.',
    step: 'Give the line a part number, or mark it as not fitted.',
  },
  unchecked: {
    label: 'Unchecked',
    meaning: 'Not asked, or not answered yet.',
    step: 'Run the same command again: it goes on where it stopped.',
  },
};

export const SEVERITY_WORDING: Readonly<Record<Severity, Wording>> = {
  ok: { label: 'OK', meaning: 'Valid, and the policy has nothing against it.' },
  warn: { label: 'Warn', meaning: 'To be looked at; it does not fail the audit.' },
  fail: { label: 'Fail', meaning: 'The policy does not accept it.' },
  waived: {
    label: 'Waived',
    meaning: 'Accepted by the policy for a stated reason, until a stated day if it has one.',
  },
};

export const VERDICT_WORDING: Readonly<Record<Verdict, Wording>> = {
  pass: { label: 'PASS', meaning: 'The policy is met.' },
  fail: { label: 'FAIL', meaning: 'The policy is not met.' },
  incomplete: { label: 'INCOMPLETE', meaning: 'Not everything was checked and written. This is not a pass.' },
};

export const CHANGE_WORDING: Readonly<Record<ChangeKind, Wording>> = {
  introduced: { label: 'Introduced', meaning: 'At risk, and new in these BOMs.' },
  worsened: { label: 'Worsened', meaning: 'At risk, and worse than before.' },
  improved: { label: 'Improved', meaning: 'Still at risk, and better than before.' },
  resolved: { label: 'Resolved', meaning: 'At risk before, and not any more.' },
  removed: { label: 'Removed', meaning: 'At risk before, and no longer in these BOMs.' },
};

export const WAIVER_WORDING: Readonly<Record<WaiverOutcome['state'], Wording>> = {
  applied: { label: 'Applied', meaning: 'It holds, and a finding is waived by it.' },
  lapsed: { label: 'Lapsed', meaning: 'The part is in a worse state than the one that was accepted.' },
  expired: { label: 'Expired', meaning: 'Its last day has passed.' },
  undecided: { label: 'Undecided', meaning: 'Its part is not checked yet.' },
  unused: { label: 'Unused', meaning: 'Nothing needs it.' },
};

/** The word that says most of a part: its lifecycle where the match is valid, else the match. */
export function findingOf({
  match,
  lifecycle,
}: Pick<ReportPart, 'match' | 'lifecycle'>): Wording & { readonly word: LifecycleWord | MatchWord } {
  return isValid(match)
    ? { word: lifecycle, ...LIFECYCLE_WORDING[lifecycle] }
    : { word: match, label: MATCH_WORDING[match].label, meaning: MATCH_WORDING[match].meaning };
}

/** `MPN (maker)`, as the BOM asks. */
export function nameOf({ mpn, manufacturer }: Pick<ReportPart, 'mpn' | 'manufacturer'>): string {
  return manufacturer === null ? mpn : `${mpn} (${manufacturer})`;
}
