import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { createLimiter } from '../../src/limiter/bottleneck.ts';
import type { Grant, Ledger } from '../../src/ports.ts';
import { NOON } from '../support/clock.ts';
import { fastClock, machineTime } from '../support/pace.ts';

const PACE = { bucket: 'one', perMinute: 99, perDay: 1_000 };
const clock = fastClock({ speed: 1_000, wall: NOON, machine: machineTime() });

/** A ledger that refuses what the script says, then grants all that is asked for, and keeps a journal. */
function scripted(script: (NonNullable<Grant['refusal']> | 'granted')[] = []) {
  const journal: string[] = [];
  let next = 1;
  const ledger: Ledger = {
    async take(_pace, count) {
      const refusal = script.shift() ?? 'granted';
      if (refusal !== 'granted') {
        journal.push('waitMs' in refusal ? 'wait' : 'spent');
        return { slots: [], refusal };
      }
      const slots = Array.from({ length: count }, () => next++);
      for (const slot of slots) journal.push(`take ${slot}`);
      return { slots, refusal: null };
    },
    settle: async (bucket, slot) => void journal.push(`settle ${bucket} ${slot}`),
    giveBack: async (bucket, slot) => void journal.push(`give back ${bucket} ${slot}`),
    hold: async (bucket, ms) => void journal.push(`hold ${bucket} ${ms}`),
    learnDay: async (bucket, { remaining }) => void journal.push(`learn ${bucket} ${remaining}`),
    day: async () => ({ remaining: 10, limit: 1_000, resetsAt: NOON }),
    freeNow: async () => 5,
  };
  return { ledger, journal };
}

function limiterOf(ledger: Ledger, over: { atOnce?: number; budget?: number | null } = {}) {
  return createLimiter({ pace: PACE, atOnce: 2, budget: null, ledger, clock, ...over });
}

test('a call has its slot before it is sent, and settles it when it is answered', async () => {
  const { ledger, journal } = scripted([{ waitMs: 5_000 }]);
  const answer = await limiterOf(ledger).run(async () => {
    journal.push('send');
    return 42;
  });
  expect(answer).toBe(42);
  expect(journal).toEqual(['wait', 'take 1', 'send', 'settle one 1']);
});

test('a call that fails settles its slot, too', async () => {
  const { ledger, journal } = scripted();
  const failing = limiterOf(ledger).run(async () => Promise.reject(new Error('reset')));
  await expect(failing).rejects.toThrow('reset');
  expect(journal).toEqual(['take 1', 'settle one 1']);
});

test('no more calls are in flight than allowed', async () => {
  const limiter = limiterOf(scripted().ledger, { atOnce: 3 });
  let inFlight = 0;
  let most = 0;
  const call = async (): Promise<void> => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    await sleep(30);
    inFlight -= 1;
  };
  await Promise.all(Array.from({ length: 12 }, () => limiter.run(call)));
  expect(most).toBe(3);
});

test('a day that is spent throws, with when to run again, and sends nothing', async () => {
  const { ledger, journal } = scripted([{ spentUntil: NOON }]);
  await expect(limiterOf(ledger).run(async () => 1)).rejects.toMatchObject({
    code: 'quota',
    hint: expect.stringContaining('2026-11-21T12:00:00.000Z'),
  });
  expect(journal).toEqual(['spent']);
});

test('a budget is never overspent, however many ask at once, and waits cost nothing', async () => {
  const { ledger, journal } = scripted([{ waitMs: 1_000 }, { waitMs: 1_000 }]);
  const limiter = limiterOf(ledger, { atOnce: 10, budget: 3 });
  const outcomes = await Promise.allSettled(Array.from({ length: 9 }, () => limiter.run(async () => 1)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  expect(journal.filter((line) => line.startsWith('take'))).toHaveLength(3);
  expect(await limiter.spending()).toMatchObject({ requests: 3, freeNow: 5 });
  await expect(limiter.run(async () => 1)).rejects.toMatchObject({
    code: 'quota',
    message: 'The budget of 3 calls is spent',
  });
});

test('an abort ends the wait, gives the budget back and leaves calls in flight alone', async () => {
  const { ledger, journal } = scripted(['granted', { waitMs: 3_600_000 }]);
  const limiter = limiterOf(ledger, { budget: 2 });
  const stop = new AbortController();
  let answer: (text: string) => void = () => {};
  const flying = limiter.run(() => new Promise<string>((resolve) => (answer = resolve)), stop.signal);
  const waiting = limiter.run(async () => 1, stop.signal);
  const ended = expect(waiting).rejects.toThrow('enough');
  await vi.waitFor(() => expect(journal).toContain('wait'));
  stop.abort(new Error('enough'));
  await ended;
  answer('answer');
  expect(await flying).toBe('answer');
  expect((await limiter.spending()).requests).toBe(1);
  expect(journal).toEqual(['take 1', 'wait', 'settle one 1']);
});

test('holds and news go to the ledger under the name of the account', async () => {
  const { ledger, journal } = scripted();
  const limiter = limiterOf(ledger);
  await limiter.hold(700);
  await limiter.learnDay({ remaining: 3, limit: null, resetsAt: NOON });
  expect(journal).toEqual(['hold one 700', 'learn one 3']);
});

test('nobody sleeps on when the last who waited has ended', async () => {
  const { ledger, journal } = scripted([{ waitMs: 3_600_000 }]);
  const asleep: (AbortSignal | undefined)[] = [];
  const watched = {
    ...clock,
    sleep: (ms: number, signal?: AbortSignal) => {
      asleep.push(signal);
      return clock.sleep(ms, signal);
    },
  };
  const stop = new AbortController();
  const limiter = createLimiter({ pace: PACE, atOnce: 2, budget: null, ledger, clock: watched });
  const ended = expect(limiter.run(async () => 1, stop.signal)).rejects.toThrow('enough');
  await vi.waitFor(() => expect(journal).toContain('wait'));
  stop.abort(new Error('enough'));
  await ended;
  expect(asleep.map((signal) => signal?.aborted)).toEqual([true]);
  expect(await limiter.run(async () => 2)).toBe(2);
});
