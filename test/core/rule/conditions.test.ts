import { expect, test } from 'vitest';
import {
  CONDITION_SENTENCES,
  type ConditionInputs,
  metBecause,
  parseCondition,
} from '../../../src/core/rule/conditions.ts';

test.each([
  ['last-buy within 180 days', { kind: 'last-buy', days: 180 }],
  ['Last buy  within 1 day', { kind: 'last-buy', days: 1 }],
  ['lead time over 26 weeks', { kind: 'lead-time', weeks: 26 }],
  [' no stock ', { kind: 'no-stock' }],
  ['stale over 30 days', { kind: 'stale', days: 30 }],
])('"%s" is a condition', (sentence, parsed) => {
  expect(parseCondition(sentence)).toEqual(parsed);
});

test.each([
  '',
  'last-buy within 180',
  'last-buy within -1 days',
  'last-buy within 1.5 days',
  'not last-buy within 180 days',
  'lead time over 26 weeks!',
  'no stock at all',
  'stale under 30 days',
])('"%s" is none', (sentence) => {
  expect(parseCondition(sentence)).toBeUndefined();
});

test('every sentence that is told to people is one', () => {
  for (const sentence of CONDITION_SENTENCES)
    expect(parseCondition(sentence.replace('N', '7'))).toBeDefined();
});

const NOTHING_KNOWN: ConditionInputs = {
  lifecycle: 'active',
  daysToLastBuy: null,
  leadWeeks: null,
  ownStock: null,
  ageDays: null,
};

test.each<[string, Partial<ConditionInputs>, string | null]>([
  [
    'last-buy within 180 days',
    { lifecycle: 'last-buy', daysToLastBuy: 180 },
    'days left to the last buy: 180',
  ],
  ['last-buy within 180 days', { lifecycle: 'last-buy', daysToLastBuy: 181 }, null],
  ['last-buy within 180 days', { lifecycle: 'last-buy', daysToLastBuy: 0 }, 'days left to the last buy: 0'],
  ['last-buy within 180 days', { lifecycle: 'obsolete', daysToLastBuy: -1 }, 'its last-buy date has passed'],
  ['last-buy within 180 days', { lifecycle: 'last-buy' }, 'its last-buy date is not stated'],
  ['last-buy within 180 days', { lifecycle: 'eol' }, 'its last-buy date is not stated'],
  ['last-buy within 180 days', {}, null],
  ['lead time over 26 weeks', { leadWeeks: 27 }, 'the lead time is 27 weeks'],
  ['lead time over 26 weeks', { leadWeeks: 26 }, null],
  ['lead time over 26 weeks', {}, null],
  ['no stock', { ownStock: 0 }, 'DigiKey has none in stock'],
  ['no stock', { ownStock: 1 }, null],
  ['no stock', {}, null],
  ['stale over 30 days', { ageDays: 31 }, 'the answer is 31 days old'],
  ['stale over 30 days', { ageDays: 30 }, null],
  ['stale over 30 days', {}, null],
])('"%s" for %j: %s', (sentence, part, why) => {
  expect(metBecause(parseCondition(sentence)!, { ...NOTHING_KNOWN, ...part })).toBe(why);
});
