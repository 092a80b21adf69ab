import { namesFile } from '../wildcard.ts';
import type { LifecycleWord, MatchWord, Severity, Verdict } from '../words.ts';
import { type Condition, type ConditionInputs, metBecause } from './conditions.ts';

export type PolicyWord = LifecycleWord | MatchWord;

/** What a team tolerates. */
export interface Policy {
  readonly failOn: readonly PolicyWord[];
  readonly warnOn: readonly PolicyWord[];
  readonly conditions: readonly Condition[];
  /** The share of parts that must have an answer, 0 to 1. */
  readonly coverage: number;
  /** Which part number of a line decides: its first, or the best of its alternates. */
  readonly alternates: 'primary' | 'any';
}

/** What some BOMs are judged by instead; what is left out stays as it is for all. */
export interface PolicyOverride extends Partial<Policy> {
  /** Paths or names of BOM files; `*` and `?` are wildcards. */
  readonly files: readonly string[];
}

/** The policy of one BOM: of the overrides that name its file, the later ones win. The same object without any. */
export function policyOf(file: string, policy: Policy, overrides: readonly PolicyOverride[]): Policy {
  const own = overrides
    .filter(({ files }) => namesFile(files, file))
    .map(({ files, ...rules }): Partial<Policy> => rules);
  return own.length === 0 ? policy : Object.assign({}, policy, ...own);
}

/**
 * The policy when only `words` fail, in every BOM. What failed without them is a warning then: to fail on less is
 * not to see less.
 */
export function failOnly(
  words: readonly PolicyWord[],
  policy: Policy & { readonly boms: readonly PolicyOverride[] },
): typeof policy {
  const warned = (own: Partial<Policy>): readonly PolicyWord[] => {
    const spared = (own.failOn ?? policy.failOn).filter((word) => !words.includes(word));
    return [...new Set([...(own.warnOn ?? policy.warnOn), ...spared])];
  };
  const boms = policy.boms.map((own) =>
    own.failOn || own.warnOn ? { ...own, failOn: words, warnOn: warned(own) } : own,
  );
  return { ...policy, failOn: words, warnOn: warned(policy), boms };
}

/** One rule of a policy that a part meets. */
export interface Cause {
  /** A word of `failOn` or `warnOn`, or a condition as it is written. */
  readonly rule: string;
  readonly severity: Exclude<Severity, 'waived' | 'ok'>;
  /** One sentence. */
  readonly says: string;
}

/** A severity and what made it; no causes where it is `ok`. */
export interface Ruling {
  readonly severity: Exclude<Severity, 'waived'>;
  readonly causes: readonly Cause[];
}

/** What the policy alone says of a part: the worst of what its words and the conditions call for. */
export function ruleOn(match: MatchWord, part: ConditionInputs, policy: Policy): Ruling {
  const causes = [...wordCause(match, part.lifecycle, policy), ...conditionCauses(part, policy)];
  const severities = causes.map((cause): Ruling['severity'] => cause.severity);
  return { severity: severities.reduce(worseSeverity, 'ok'), causes };
}

function wordCause(match: MatchWord, lifecycle: LifecycleWord, policy: Policy): readonly Cause[] {
  const severity = severityOf(match, lifecycle, policy);
  if (severity === 'ok') return [];
  const listed = severity === 'fail' ? policy.failOn : policy.warnOn;
  const rule = listed.includes(match) ? match : lifecycle;
  return [{ rule, severity, says: `The policy is to ${severity} on ${rule}.` }];
}

function conditionCauses(part: ConditionInputs, { conditions }: Policy): readonly Cause[] {
  return conditions.flatMap(({ when, severity, test }) => {
    const why = metBecause(test, part);
    return why === null
      ? []
      : [{ rule: when, severity, says: `The policy is to ${severity} on "${when}": ${why}.` }];
  });
}

/**
 * The severity of one part by both of its words; of a part that was not asked or not answered yet nothing is
 * known, so that only the word `unchecked` counts.
 */
export function severityOf(
  match: MatchWord,
  lifecycle: LifecycleWord,
  { failOn, warnOn }: Pick<Policy, 'failOn' | 'warnOn'>,
): Ruling['severity'] {
  const words = match === 'unchecked' ? [match] : [match, lifecycle];
  if (words.some((word) => failOn.includes(word))) return 'fail';
  return words.some((word) => warnOn.includes(word)) ? 'warn' : 'ok';
}

const FROM_GOOD_TO_BAD: readonly Severity[] = ['ok', 'waived', 'warn', 'fail'];

/** Below 0 when `a` is the better of the two: `ok`, then `waived`, `warn`, `fail`. */
export function compareSeverity(a: Severity, b: Severity): number {
  return FROM_GOOD_TO_BAD.indexOf(a) - FROM_GOOD_TO_BAD.indexOf(b);
}

export function worseSeverity<S extends Severity>(a: S, b: S): S {
  return compareSeverity(a, b) >= 0 ? a : b;
}

/** What the verdict is made of. */
export interface Tally {
  readonly failing: number;
  readonly unchecked: number;
  /** Whether the required share of the parts is checked, over all and of each BOM. */
  readonly covered: boolean;
  /** BOMs of which no part was audited. */
  readonly unaudited: number;
}

/** Fails on any failing part or line; else nothing may be unchecked, in no BOM, and enough must be covered. */
export function verdictOf({ failing, unchecked, covered, unaudited }: Tally): Verdict {
  if (failing > 0) return 'fail';
  return unchecked > 0 || unaudited > 0 || !covered ? 'incomplete' : 'pass';
}
