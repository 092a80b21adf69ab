import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Ledger } from '../../src/ports.ts';
import { type Day, dayAt, learnt, leftOf, spendOne } from '../../src/store/day.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { type ManualClock, manualClock, NOON } from '../support/clock.ts';
import { quickFolder } from '../support/folder.ts';

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

test('one call more', () => {
  expect(spendOne(day())).toMatchObject({ sent: 8, remaining: 499 });
  expect(spendOne(day({ remaining: 0 }))).toMatchObject({ sent: 8, remaining: 0 });
});

describe('the ledger', () => {
  const PACE = { bucket: 'one', perMinute: 5, perDay: 8 };
  let clock: ManualClock;
  let ledger: Ledger;
  beforeEach(() => {
    clock = manualClock();
    const path = join(quickFolder(), 'x.db');
    ledger = openStore({ path, clock, callTimeout: 1_000 }).ledger;
  });
  const call = (): void => {
    const slot = ledger.take(PACE);
    ledger.settle('one', 'id' in slot ? slot.id : expect.unreachable('no slot'));
  };

  test('counts the day itself until the server speaks, and begins anew at 00:00 UTC', () => {
    for (let count = 0; count < 8; count += 1) {
      call();
      clock.advance(61_000);
    }
    expect(ledger.day(PACE)).toEqual({ remaining: 0, limit: 8, resetsAt: MIDNIGHT });
    expect(ledger.take(PACE)).toEqual({ spentUntil: MIDNIGHT });
    clock.set(MIDNIGHT);
    expect(ledger.day(PACE).remaining).toBe(8);
    call();
  });

  test('believes the server, which counts what others send', () => {
    call();
    ledger.learnDay('one', { remaining: 1, limit: 2_000, resetsAt: NOON + HOUR }, false);
    call();
    expect(ledger.take(PACE)).toEqual({ spentUntil: NOON + HOUR });
    clock.set(NOON + HOUR);
    expect(ledger.day(PACE)).toEqual({ remaining: 2_000, limit: 2_000, resetsAt: NOON + 25 * HOUR });
  });

  test('holds everyone until the longest hold is over, and no other account', () => {
    ledger.hold('one', 5_000);
    ledger.hold('one', 1_000);
    expect(ledger.take(PACE)).toEqual({ waitMs: 5_000 });
    expect(ledger.take({ ...PACE, bucket: 'two' })).toHaveProperty('id');
    clock.advance(5_000);
    call();
  });

  test('a hold does not outlive the machine', () => {
    ledger.hold('one', 3_600_000);
    clock.restart();
    call();
  });

  test('a full minute says when the next place comes free, but looks again each second', () => {
    for (let count = 0; count < 5; count += 1) call();
    expect(ledger.freeNow(PACE)).toBe(0);
    expect(ledger.take(PACE)).toEqual({ waitMs: 1_000 });
    clock.advance(60_000);
    expect(ledger.take(PACE)).toEqual({ waitMs: 50 });
    clock.advance(50);
    expect(ledger.freeNow(PACE)).toBe(5);
    call();
  });

  test('a place that is settled after it came free counts for the minute after that', () => {
    const slot = ledger.take(PACE);
    clock.advance(10 * 60_000);
    for (let count = 0; count < 4; count += 1) call();
    ledger.settle('one', 'id' in slot ? slot.id : 0);
    expect(ledger.freeNow(PACE)).toBe(0);
  });
});
