/** How the part that was found relates to the part that was asked for. */
export const MATCHES = [
  'exact',
  'normalized',
  'ambiguous',
  'other-manufacturer',
  'near',
  'not-found',
  'no-mpn',
  'unchecked',
] as const;
export type MatchWord = (typeof MATCHES)[number];

/** From good to bad; `unknown` stands apart, at the end. */
export const LIFECYCLES = [
  'active',
  'preliminary',
  'nrnd',
  'distributor-discontinued',
  'last-buy',
  'eol',
  'last-buy-passed',
  'obsolete',
  'unknown',
] as const;
export type LifecycleWord = (typeof LIFECYCLES)[number];

export const SEVERITIES = ['ok', 'warn', 'fail', 'waived'] as const;
export type Severity = (typeof SEVERITIES)[number];

export type Verdict = 'pass' | 'fail' | 'incomplete';

/** Only these two matches name a part whose lifecycle may be believed. */
export function isValid(match: MatchWord): boolean {
  return match === 'exact' || match === 'normalized';
}
