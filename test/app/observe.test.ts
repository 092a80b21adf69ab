import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Known, Lookup } from '../../src/app/lookup.ts';
import { type ObserveOptions, observeAll } from '../../src/app/observe.ts';
import { collectQueries } from '../../src/core/bom/part-query.ts';
import { AuditError, type FaultCode } from '../../src/core/errors.ts';
import type { Assessment } from '../../src/core/judge/assess.ts';
import { bomOf } from '../support/bom.ts';
import { assessed } from '../support/build.ts';

const answer = (source: 'cache' | 'network'): Assessment => ({
  ...assessed({ mpn: 'A', manufacturer: null }),
  observedAt: '2026-11-01T00:00:00.000Z',
  source,
});
const known = (state: 'fresh' | 'stale', sinceBegin = false): Known => ({
  state,
  sinceBegin,
  datedAhead: false,
  assessment: answer('cache'),
});

/** Observes parts; `ask` answers, or throws, for each part number. */
async function observe(
  mpns: readonly string[],
  store: Readonly<Record<string, Known>>,
  ask: (mpn: string, signal: AbortSignal) => Promise<void> | void,
  over: Partial<ObserveOptions> = {},
) {
  const asked: string[] = [];
  const progress: string[] = [];
  const lookup: Pick<Lookup, 'known' | 'ask'> = {
    known: async (refs) => refs.map(({ mpn }) => store[mpn]),
    async ask({ mpn }, signal) {
      asked.push(mpn);
      await ask(mpn, signal!);
      return answer('network');
    },
  };
  const queries = collectQueries([bomOf(mpns)], {});
  const {
    assessed: all,
    fromCache,
    stopped,
  } = await observeAll(queries, {
    lookup,
    atOnce: 1,
    offline: false,
    refresh: false,
    signal: new AbortController().signal,
    onProgress: async (done, all) => void progress.push(`${done}/${all}`),
    ...over,
  });
  expect(all.map(({ query }) => query)).toEqual(queries);
  const seen = all.map(({ assessment }) => assessment.source ?? assessment.reason);
  return { seen, asked, progress, fromCache, stopped };
}

const fail = (code: FaultCode, message = 'Enough'): never => {
  throw new AuditError(code, message);
};

test('what is fresh is taken, what is stale or missing is asked', async () => {
  const store = { A: known('fresh'), B: known('stale') };
  expect(await observe(['A', 'B', 'C'], store, () => {})).toEqual({
    seen: ['cache', 'network', 'network'],
    asked: ['C', 'B'],
    progress: ['1/3', '2/3', '3/3'],
    fromCache: 1,
    stopped: null,
  });
});

test('with refresh all is asked, but what was asked since the audit began', async () => {
  const store = { A: known('fresh'), B: known('fresh', true) };
  const { seen, asked } = await observe(['A', 'B'], store, () => {}, { refresh: true });
  expect({ seen, asked }).toEqual({ seen: ['network', 'cache'], asked: ['A'] });
});

test('offline nothing is asked, and what is missing says why', async () => {
  const store = { A: known('fresh'), B: known('stale') };
  const { seen, asked } = await observe(['A', 'B', 'C'], store, () => {}, { offline: true });
  expect(asked).toEqual([]);
  expect(seen).toEqual([
    'cache',
    'Not checked. Offline, and the answer of 2026-11-01 is too old.',
    'Not checked. Offline, and never asked before.',
  ]);
});

test('no more questions are in flight than allowed', async () => {
  let inFlight = 0;
  let most = 0;
  const ask = async (): Promise<void> => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    await sleep(2);
    inFlight -= 1;
  };
  await observe([...'ABCDEFGH'], {}, ask, { atOnce: 3 });
  expect(most).toBe(3);
});

test('a question that fails leaves its part open, and the others are asked', async () => {
  const ask = (mpn: string) => (mpn === 'B' ? fail('provider', 'DigiKey answered 500') : undefined);
  const { seen, stopped } = await observe(['A', 'B', 'C'], {}, ask);
  expect(seen).toEqual(['network', 'Not checked. DigiKey answered 500.', 'network']);
  expect(stopped).toBeNull();
});

describe('what ends the asking', () => {
  test.each(['quota', 'outage', 'stopped'] as const)(
    '%s leaves the rest open, with the reason',
    async (code) => {
      const ask = (mpn: string) => (mpn === 'B' ? fail(code) : undefined);
      const { seen, asked, stopped } = await observe(['A', 'B', 'C'], {}, ask);
      expect(seen).toEqual(['network', 'Not checked. Enough.', 'Not checked. Enough.']);
      expect(asked).toEqual(['A', 'B']);
      expect(stopped).toMatchObject({ code, message: 'Enough' });
    },
  );

  test.each(['auth', 'store', 'config'] as const)(
    '%s is thrown, since only a person can mend it',
    async (code) => {
      await expect(observe(['A', 'B'], {}, () => fail(code))).rejects.toMatchObject({ code });
    },
  );

  test('a bug is thrown as it is', async () => {
    const bug = new TypeError('a bug');
    await expect(
      observe(['A'], {}, () => {
        throw bug;
      }),
    ).rejects.toBe(bug);
  });

  test('questions in flight still count when another one ends the asking', async () => {
    const ask = async (mpn: string): Promise<void> => {
      if (mpn === 'B') fail('quota', 'Spent');
      await sleep(10);
    };
    const { seen } = await observe(['A', 'B', 'C', 'D'], {}, ask, { atOnce: 2 });
    expect(seen).toEqual(['network', ...Array(3).fill('Not checked. Spent.')]);
  });

  test('an interruption lets questions in flight finish', async () => {
    const stop = new AbortController();
    const ask = async (): Promise<void> => {
      stop.abort();
      await sleep(5);
    };
    const { seen, stopped } = await observe(['A', 'B'], {}, ask, { signal: stop.signal });
    expect(seen).toEqual(['network', 'Not checked. The run was interrupted.']);
    expect(stopped).toMatchObject({ code: 'stopped', hint: expect.stringMatching(/same command again/) });
  });

  test('an interruption that comes too late to leave anything open is none', async () => {
    const stop = new AbortController();
    const { stopped } = await observe(['A'], {}, () => stop.abort(), { signal: stop.signal });
    expect(stopped).toBeNull();
  });
});
