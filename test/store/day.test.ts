import { expect, test } from 'vitest';
import { type Day, dayAt, learnt, leftOf, spend } from '../../src/store/day.ts';
import { NOON } from '../support/clock.ts';

const HOUR = 3_600_000;
const MIDNIGHT = NOON + 12 * HOUR;
const day = (over: Partial<Day> = {}): Day => ({
  resetsAt: MIDNIGHT,
  sent: 7,
  remaining: 500,
  limit: 1_000,
  ...over,
});

test.each<[what: string, noted: Day | undefined, now: number, expected: Partial<Day>]>([
  [
    'none was noted: the UTC day',
    undefined,
    NOON,
    { resetsAt: MIDNIGHT, sent: 0, remaining: null, limit: null },
  ],
  ['the noted one lasts', day(), MIDNIGHT - 1, { sent: 7, remaining: 500 }],
  ['it is over', day(), MIDNIGHT, { resetsAt: MIDNIGHT + 24 * HOUR, sent: 0, remaining: null, limit: 1_000 }],
  ['days ago', day(), MIDNIGHT + 50 * HOUR, { resetsAt: MIDNIGHT + 72 * HOUR, sent: 0 }],
  [
    "the server's day is not the UTC day",
    day({ resetsAt: NOON - 7 * HOUR }),
    NOON,
    { resetsAt: NOON + 17 * HOUR, sent: 0 },
  ],
  [
    'it was noted under a clock that was wrong',
    day({ resetsAt: NOON + 400 * HOUR, remaining: 0 }),
    NOON,
    { resetsAt: MIDNIGHT, sent: 0, remaining: null },
  ],
])('which day it is: %s', (_what, noted, now, expected) => {
  expect(dayAt(noted, now)).toMatchObject(expected);
});

test.each<[what: string, before: Partial<Day>, news: Partial<Day>, others: number, remaining: number]>([
  ['the first word, alone', { remaining: null }, { remaining: 990 }, 0, 990],
  ['the first word, with calls under way', { remaining: null }, { remaining: 990 }, 3, 987],
  ['an older word that was overtaken', { remaining: 980 }, { remaining: 985 }, 2, 980],
  ['others of this client id have sent, too', { remaining: 980 }, { remaining: 900 }, 2, 900],
  ['a call that never arrived is given back', { remaining: 970 }, { remaining: 980 }, 0, 980],
  ['a new day', { remaining: 0 }, { remaining: 999, resetsAt: MIDNIGHT + 24 * HOUR }, 0, 999],
  ['the end, with calls under way', { remaining: 5 }, { remaining: 2 }, 9, 2],
])('what is left after the word of the server: %s', (_what, before, news, others, remaining) => {
  const after = learnt(
    day(before),
    { resetsAt: MIDNIGHT, limit: null, remaining: 0, ...news } as never,
    others,
    others > 0,
  );
  expect(after.remaining).toBe(remaining);
});

test('the last reply of calls that overlapped may be an older one', () => {
  const news = { resetsAt: MIDNIGHT, limit: null, remaining: 932 };
  expect(learnt(day({ remaining: 929 }), news, 0, true).remaining).toBe(929);
});

test.each<[what: string, noted: Partial<Day>, left: number]>([
  ['the word of the server', { remaining: 12 }, 12],
  ['its limit, less what was sent', { remaining: null, limit: 2_000, sent: 5 }, 1_995],
  ['the configuration, less what was sent', { remaining: null, limit: null, sent: 5 }, 95],
  ['never less than nothing', { remaining: null, limit: null, sent: 500 }, 0],
])('what is left: %s', (_what, noted, left) => {
  expect(leftOf(day(noted), 100)).toBe(left);
});

test('one call more, and one given back', () => {
  expect(spend(day(), 1)).toMatchObject({ sent: 8, remaining: 499 });
  expect(spend(day({ remaining: 0 }), 1)).toMatchObject({ sent: 8, remaining: 0 });
  expect(spend(day(), -1)).toMatchObject({ sent: 6, remaining: 501 });
  expect(spend(day({ remaining: null, sent: 0 }), -1)).toMatchObject({ sent: 0, remaining: null });
});
