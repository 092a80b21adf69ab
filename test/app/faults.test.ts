import { describe, expect, test } from 'vitest';
import { AuditError } from '../../src/core/errors.ts';
import type { Emulator } from '../../src/emulator/emulator.ts';
import { bomOf } from '../support/bom.ts';
import { AT_ONCE, type Emulated, emulated, lasting, MPNS, type Run } from '../support/emulated.ts';

type Scripted = Emulator['state']['faults'][number];
type Fault = Exclude<Scripted, { fault: unknown }>;

const PARTS = MPNS.slice(0, 9);
const BOM = [bomOf(PARTS)];
const DAY = 86_400_000;
const NOT_SUBSCRIBED = { title: 'Unauthorized', detail: 'You are not subscribed to this API.' };
const WRONG_SECRET = { ErrorMessage: 'invalid_client', ErrorDetails: 'Client credentials are invalid' };

/** Passing faults: the run itself tries again. */
const PASSING: readonly (readonly [name: string, fault: Fault])[] = [
  ['500', { status: 500 }],
  ['502', { status: 502 }],
  ['503', { status: 503 }],
  ['503 with Retry-After', { status: 503, retryAfter: 2 }],
  ['504', { status: 504 }],
  ['a reset', 'reset'],
  ['a timeout', 'timeout'],
  ['a truncated answer', 'truncated'],
  ['a page with 200', 'html'],
  ['a page with 403', 'html-403'],
  ['broken JSON with 200', 'garbage'],
  ['another shape with 200', 'wrong-shape'],
  ['a burst 429', 'burst-429'],
  ['a 429 without a word', { status: 429, body: '' }],
  ['a 429 that asks for an eternity', { status: 429, retryAfter: 1e17 }],
];
/** Refuse every call that is under way with the same token, four at most; the second in words that name no expiry. */
const EXPIRED = 'expired-token' as const;
const REVOKED = 'revoked-token' as const;
/** What ends the run, or leaves the part open: the next run goes on. */
const ENDING: readonly (readonly [name: string, fault: Fault, ends: string])[] = [
  ['a daily 429', 'daily-429', 'quota'],
  ['a 429 that asks for an hour', { status: 429, retryAfter: 3_600 }, 'quota'],
  ['a 400', { status: 400 }, 'open'],
  ['a 403 in words', { status: 403 }, 'auth'],
];
const POSITIONS = [
  ['first', 1],
  ['middle', 5],
  ['last', 9],
] as const;

/** The report of an audit that nothing disturbed. */
let undisturbed: Promise<object> | undefined;
function calm(): Promise<object> {
  undisturbed ??= emulated().then(async (world) => {
    const { report } = await once(world);
    expect(report.totals).toMatchObject({ parts: 9, checked: 9 });
    expect(world.calls()).toHaveLength(9);
    return lasting(report);
  });
  return undisturbed;
}

async function once(world: Emulated) {
  const run = world.run();
  try {
    const audited = await run.audit(BOM);
    await everythingStoredIsAnAnswer(run);
    return audited;
  } finally {
    run.close();
  }
}

async function everythingStoredIsAnAnswer({ store, provider }: Run): Promise<void> {
  const questions = PARTS.map((text) => ({ kind: 'search', text }) as const);
  const stored = await store.answers.findMany(provider.id, provider.locale, questions);
  for (const [index, answer] of stored.entries())
    if (answer) expect(provider.read(questions[index]!, answer).kind).toBe('parts');
}

describe.each(POSITIONS)('at the %s call', (_where, at) => {
  test.each(PASSING)('%s: the same report in one run and one call more', async (_name, fault) => {
    const world = await emulated();
    world.emulator.state.faults.push({ fault, at });
    const { report, stopped } = await once(world);
    expect(stopped).toBeNull();
    expect(lasting(report)).toEqual(await calm());
    expect(world.calls()).toHaveLength(10);
    expect(report.quota).toMatchObject({ requests: 10, calls: { retries: 1 } });
    const { tooMany, errors } = report.quota.calls;
    expect(tooMany + errors).toBe(1);
  });

  test('an expired token: the same report in one run and a call more for each that was under way', async () => {
    const world = await emulated();
    world.emulator.state.faults.push({ fault: EXPIRED, at });
    const { report, stopped } = await once(world);
    expect(stopped).toBeNull();
    expect(lasting(report)).toEqual(await calm());
    expect(world.calls().length).toBeGreaterThan(9);
    expect(world.calls().length).toBeLessThanOrEqual(9 + AT_ONCE);
  });

  test.each(ENDING)('%s: the same report in two runs and one call more', async (_name, fault, ends) => {
    const world = await emulated();
    world.emulator.state.faults.push({ fault, at });
    const first = await once(world).catch((error) => error);
    if (ends === 'auth') expect(first).toMatchObject({ code: 'auth' });
    else {
      expect(first.stopped?.code ?? 'open').toBe(ends);
      expect(first.report).toMatchObject({ totals: { parts: 9 } });
      expect(first.report.totals.checked).toBeLessThan(9);
      expect(first.report.verdict).not.toBe('pass');
    }
    world.clock.skip(DAY);
    const second = await once(world);
    expect(second.stopped).toBeNull();
    expect(lasting(second.report)).toEqual(await calm());
    expect(world.calls()).toHaveLength(10);
  });
});

describe('a token that has served', () => {
  test('and is taken back is renewed for all calls beside it, whatever the words', async () => {
    const world = await emulated();
    world.emulator.state.faults.push({ fault: REVOKED, at: 5 });
    const { report, stopped } = await once(world);
    expect(stopped).toBeNull();
    expect(lasting(report)).toEqual(await calm());
    expect(world.calls().length).toBeLessThanOrEqual(9 + AT_ONCE);
  });

  test.each([
    ['for want of a subscription', NOT_SUBSCRIBED],
    ['for its secret', WRONG_SECRET],
    ['by a page', '<h1>Unauthorized</h1>'],
    ['without a word', ''],
  ])('and is refused once %s is renewed, and the call repeated', async (_why, body) => {
    const world = await emulated();
    world.emulator.state.faults.push({ fault: { status: 401, body }, at: 5 });
    const { report, stopped } = await once(world);
    expect(stopped).toBeNull();
    expect(lasting(report)).toEqual(await calm());
    expect(world.calls()).toHaveLength(10);
  });
});

test.each([
  ['from the first call on', 1],
  ['from the fifth call on', 5],
])('a subscription that is missing %s ends the run, told as that', async (_when, at) => {
  const world = await emulated();
  const missing = { fault: { status: 401, body: NOT_SUBSCRIBED }, at };
  world.emulator.state.faults.push(...Array<Scripted>(100).fill(missing));
  await expect(once(world)).rejects.toMatchObject({
    code: 'auth',
    message: expect.stringMatching(/not subscribed/),
  });
  expect(world.calls().length).toBeLessThan(at + 2 * AT_ONCE);
});

/** Fewer faults than one question has attempts, so that none can be given up in both runs. */
describe('mixtures', () => {
  /** A small generator of numbers, so that a mixture can be played again. */
  function randomFrom(seed: number): () => number {
    let state = seed;
    return () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    };
  }

  test.each(Array.from({ length: 15 }, (_, seed) => seed))('seed %i', async (seed) => {
    const random = randomFrom(seed * 7_919 + 1);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
    const faults = Array.from({ length: 2 + Math.floor(random() * 2) }, () => ({
      fault: pick(PASSING)[1],
      at: 1 + Math.floor(random() * 12),
    }));
    if (seed % 3 === 0) faults.push({ fault: EXPIRED, at: 1 + Math.floor(random() * 9) });
    const cost = faults.reduce((sum, { fault }) => sum + (fault === EXPIRED ? AT_ONCE : 1), 1);
    const last = pick(ENDING);
    const world = await emulated({ errorShape: 'mixed' });
    world.emulator.state.faults.push(...faults, { fault: last[1], at: 1 + Math.floor(random() * 9) });
    await once(world).catch((error) => expect(error).toBeInstanceOf(AuditError));
    world.clock.skip(DAY);
    const { report } = await once(world);
    expect(lasting(report)).toEqual(await calm());
    expect(world.calls().length).toBeLessThanOrEqual(9 + cost);
  });
});

test('a question that fails every time is left open with the reason', async () => {
  const world = await emulated();
  const run = world.run();
  const stubborn = PARTS[4]!;
  world.emulator.state.faults.push(...Array.from({ length: 5 }, (): Scripted => ({ status: 500 })));
  const alone = await run.audit([bomOf([stubborn])]);
  expect(alone.stopped).toBeNull();
  expect(alone.report).toMatchObject({ verdict: 'incomplete', totals: { checked: 0 } });
  expect(alone.report.parts[0]).toMatchObject({
    match: 'unchecked',
    reason: expect.stringMatching(/DigiKey answered 500, 5 times in a row/i),
  });
  expect(world.calls()).toHaveLength(5);
  run.close();
});

test('a provider that is down ends the run after 20 calls, not after the day is burnt', async () => {
  const world = await emulated();
  world.emulator.state.faults.push(...Array.from({ length: 500 }, (): Scripted => ({ status: 500 })));
  const run = world.run();
  const { report, stopped } = await run.audit([bomOf(MPNS.slice(0, 100))]);
  expect(stopped).toMatchObject({ code: 'outage', hint: expect.stringMatching(/again later/) });
  expect(report).toMatchObject({ verdict: 'incomplete', totals: { checked: 0, parts: 100 } });
  expect(world.calls().length).toBeGreaterThanOrEqual(20);
  expect(world.calls().length).toBeLessThan(20 + AT_ONCE);
  run.close();
});

test('a wall is not hammered: the same page ten times in a row ends the run', async () => {
  const world = await emulated();
  world.emulator.state.faults.push(...Array.from({ length: 500 }, (): Scripted => 'html-403'));
  const run = world.run();
  const { report, stopped } = await run.audit([bomOf(MPNS.slice(0, 100))]);
  expect(stopped).toMatchObject({
    code: 'outage',
    message: 'DigiKey answered 403, 10 times in a row and nothing else',
    hint: expect.stringMatching(/firewall/),
  });
  expect(report).toMatchObject({ verdict: 'incomplete', totals: { checked: 0, parts: 100 } });
  expect(world.calls().length).toBeGreaterThanOrEqual(10);
  expect(world.calls().length).toBeLessThan(10 + AT_ONCE);
  run.close();
});

test('a server that wants fewer calls whatever we do ends the run with what to do', async () => {
  const world = await emulated();
  world.emulator.state.faults.push(...Array.from({ length: 500 }, (): Scripted => 'burst-429'));
  const run = world.run();
  const { stopped } = await run.audit([bomOf(MPNS.slice(0, 100))]);
  expect(stopped).toMatchObject({ code: 'quota', message: expect.stringMatching(/go slower/) });
  expect(world.calls().length).toBeLessThanOrEqual(5 * AT_ONCE);
  run.close();
});
