import type { LifecycleWord, MatchWord, Severity, Verdict } from './words.ts';

/** What a team tolerates. */
export interface Policy {
  readonly failOn: readonly (LifecycleWord | MatchWord)[];
  readonly warnOn: readonly (LifecycleWord | MatchWord)[];
  /** The share of parts that must have an answer, 0 to 1. */
  readonly coverage: number;
  /** Which part number of a line decides: its first, or the best of its alternates. */
  readonly alternates: 'primary' | 'any';
}

/** The severity of one part by both of its words. */
export function severityOf(match: MatchWord, lifecycle: LifecycleWord, policy: Policy): Severity {
  if (policy.failOn.includes(match) || policy.failOn.includes(lifecycle)) return 'fail';
  if (policy.warnOn.includes(match) || policy.warnOn.includes(lifecycle)) return 'warn';
  return 'ok';
}

/** What the verdict is made of. */
export interface Tally {
  readonly failing: number;
  readonly unchecked: number;
  readonly coverage: number;
}

/** Fails on any failing part or line; else nothing may be unchecked and enough must be covered. */
export function verdictOf({ failing, unchecked, coverage }: Tally, policy: Policy): Verdict {
  if (failing > 0) return 'fail';
  return unchecked > 0 || coverage < policy.coverage ? 'incomplete' : 'pass';
}
