import { expect, test } from 'vitest';
import type { Audited, AuditOptions } from '../../src/app/audit.ts';
import { bomOf } from '../support/bom.ts';
import { type Emulated, emulated, MPNS, type RunOptions } from '../support/emulated.ts';

const PARTS = MPNS.slice(0, 6);
const DAY = 86_400_000;

/** One audit whose report is read. */
async function auditOnce(
  world: Emulated,
  changes: Partial<AuditOptions> = {},
  options: RunOptions = {},
): Promise<Audited> {
  const run = world.run(options);
  try {
    const audited = await run.audit([bomOf(PARTS)], changes);
    await audited.finish();
    return audited;
  } finally {
    run.close();
  }
}

/** Every answer is too old at once, unless the audit that asked for it goes on. */
const AGES = Object.fromEntries(
  'active preliminary nrnd distributor-discontinued last-buy eol last-buy-passed obsolete unknown ambiguous other-manufacturer near not-found'
    .split(' ')
    .map((word) => [word, 0]),
) as unknown as AuditOptions['ages'];

test('an audit that was cut short goes on: what it asked is not asked again, however short answers live', async () => {
  const world = await emulated();
  const first = await auditOnce(world, { ages: AGES }, { budget: 4 });
  expect(first.report.totals.checked).toBe(4);
  world.clock.skip(2 * DAY);
  const second = await auditOnce(world, { ages: AGES });
  expect(second.report).toMatchObject({ totals: { checked: 6 }, quota: { requests: 2, fromCache: 4 } });
});

test('an audit that ended whole is over: the next one asks what is too old', async () => {
  const world = await emulated();
  await auditOnce(world, { ages: AGES });
  world.clock.skip(DAY);
  expect((await auditOnce(world, { ages: AGES })).report.quota.requests).toBe(6);
});

test('an audit whose asking ended is over, although a part stays open: old answers are not kept alive', async () => {
  const world = await emulated();
  world.emulator.state.faults.push({ status: 400 });
  const first = await auditOnce(world, { ages: AGES });
  expect(first).toMatchObject({ stopped: null, report: { totals: { checked: 5 } } });
  world.clock.skip(DAY);
  expect((await auditOnce(world, { ages: AGES })).report.quota.requests).toBe(6);
});

test('a refresh asks all again, and one that was cut short goes on', async () => {
  const world = await emulated();
  await auditOnce(world, {}, { budget: 3 });
  const cut = await auditOnce(world, { refresh: true }, { budget: 4 });
  expect(cut.report.quota.requests).toBe(4);
  const rest = await auditOnce(world, { refresh: true });
  expect(rest.report).toMatchObject({ totals: { checked: 6 }, quota: { requests: 2 } });
  expect((await auditOnce(world, { refresh: true })).report.quota.requests).toBe(6);
});

test('an offline audit leaves the unfinished one as it is', async () => {
  const world = await emulated();
  await auditOnce(world, { ages: AGES }, { budget: 4 });
  world.clock.skip(DAY);
  const offline = await auditOnce(world, { ages: AGES, offline: true });
  expect(offline.report).toMatchObject({ totals: { checked: 4 }, quota: { requests: 0 } });
  expect((await auditOnce(world, { ages: AGES })).report.quota.requests).toBe(2);
});

test('what is spent and left is told, with what became of the calls', async () => {
  const world = await emulated();
  world.emulator.state.faults.push({ status: 500 }, { status: 429, retryAfter: 1 });
  const { report } = await auditOnce(world);
  expect(report.quota).toEqual({
    requests: 8,
    fromCache: 0,
    remainingToday: 992,
    resetsAt: '2026-11-22T00:00:00.000Z',
    calls: {
      retries: 2,
      tooMany: 1,
      errors: 1,
      latencyMs: { p50: expect.any(Number), p95: expect.any(Number) },
    },
  });
});
