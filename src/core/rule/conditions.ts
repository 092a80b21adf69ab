import type { LifecycleWord } from '../words.ts';

/** What a policy may ask beside the two words of a part. */
export type ConditionTest =
  | { readonly kind: 'last-buy'; readonly days: number }
  | { readonly kind: 'lead-time'; readonly weeks: number }
  | { readonly kind: 'no-stock' }
  | { readonly kind: 'stale'; readonly days: number };

/** A condition as a person writes it, and what a part that meets it gets at least. */
export interface Condition {
  readonly when: string;
  readonly severity: 'warn' | 'fail';
  readonly test: ConditionTest;
}

/** What the conditions look at. Null: not known. */
export interface ConditionInputs {
  readonly lifecycle: LifecycleWord;
  readonly daysToLastBuy: number | null;
  readonly leadWeeks: number | null;
  /** DigiKey's own, without marketplace sellers'. */
  readonly ownStock: number | null;
  /** Whole days since the provider answered. */
  readonly ageDays: number | null;
}

/** The sentences that `parseCondition` knows. */
export const CONDITION_SENTENCES = [
  'last-buy within N days',
  'lead time over N weeks',
  'no stock',
  'stale over N days',
] as const;

const GRAMMAR: readonly (readonly [RegExp, (count: number) => ConditionTest])[] = [
  [/^last[- ]buy within (\d+) days?$/, (days) => ({ kind: 'last-buy', days })],
  [/^lead[- ]time over (\d+) weeks?$/, (weeks) => ({ kind: 'lead-time', weeks })],
  [/^no[- ]stock$/, () => ({ kind: 'no-stock' })],
  [/^stale over (\d+) days?$/, (days) => ({ kind: 'stale', days })],
];

/** Undefined when the sentence is none of `CONDITION_SENTENCES`; case and runs of spaces do not matter. */
export function parseCondition(sentence: string): ConditionTest | undefined {
  const plain = sentence.trim().toLowerCase().replace(/\s+/g, ' ');
  for (const [shape, test] of GRAMMAR) {
    const found = shape.exec(plain);
    if (found) return test(Number(found[1]));
  }
  return undefined;
}

/**
 * Why a part meets the condition, in words; null when it does not, or when nobody knows. A last buy that is
 * announced without a date may be any day, so it is within every number of days.
 */
export function metBecause(test: ConditionTest, part: ConditionInputs): string | null {
  switch (test.kind) {
    case 'last-buy':
      return lastBuyWithin(test.days, part);
    case 'lead-time':
      return part.leadWeeks !== null && part.leadWeeks > test.weeks
        ? `the lead time is ${part.leadWeeks} weeks`
        : null;
    case 'no-stock':
      return part.ownStock === 0 ? 'DigiKey has none in stock' : null;
    case 'stale':
      return part.ageDays !== null && part.ageDays > test.days
        ? `the answer is ${part.ageDays} days old`
        : null;
  }
}

function lastBuyWithin(days: number, { daysToLastBuy, lifecycle }: ConditionInputs): string | null {
  if (daysToLastBuy === null)
    return lifecycle === 'last-buy' || lifecycle === 'eol' ? 'its last-buy date is not stated' : null;
  if (daysToLastBuy > days) return null;
  return daysToLastBuy < 0 ? 'its last-buy date has passed' : `days left to the last buy: ${daysToLastBuy}`;
}
