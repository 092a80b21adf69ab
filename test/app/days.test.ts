import { expect, test } from 'vitest';
import type { Audited } from '../../src/app/audit.ts';
import { bomOf } from '../support/bom.ts';
import { type Emulated, emulated, lasting, MPNS, type RunOptions } from '../support/emulated.ts';
import { mostInAnyMinute } from '../support/minute.ts';

const DAY = 86_400_000;
/** A token outlives a test: in its time ten minutes pass while a busy machine sends one call. */
const LASTING = { tokenLifetime: 86_400 };
const PARTS = MPNS.slice(0, 250);

async function auditOnce(world: Emulated, options: RunOptions = {}): Promise<Audited> {
  const run = world.run(options);
  try {
    return await run.audit([bomOf(PARTS)]);
  } finally {
    run.close();
  }
}

test.each([
  ['as the server says', { perDay: 100 }, {}],
  ['as counted here, where the server does not say', { perDay: Number.POSITIVE_INFINITY }, { perDay: 100 }],
])(
  '250 parts with 100 calls a day, %s: three days, one report, each part asked once',
  async (_what, server, own) => {
    const world = await emulated({ ...LASTING, ...server });
    const days: Audited[] = [];
    for (let day = 0; day < 3; day += 1) {
      days.push(await auditOnce(world, own));
      if (day < 2) {
        const again = await auditOnce(world, own);
        expect(again.report.quota.requests).toBe(0);
        expect(again.stopped).toMatchObject({ code: 'quota' });
      }
      world.clock.skip(DAY);
    }
    expect(days.map(({ report }) => report.totals.checked)).toEqual([100, 200, 250]);
    expect(days.map(({ report }) => report.quota.requests)).toEqual([100, 100, 50]);
    expect(days.map(({ stopped }) => stopped?.code)).toEqual(['quota', 'quota', undefined]);
    expect(days[0]!.stopped?.hint).toContain('after 2026-11-22T00:00:00.000Z');
    expect(days[0]!.report.verdict).not.toBe('pass');
    expect([...world.searched()].sort()).toEqual([...PARTS].sort());

    const calm = await emulated();
    expect(lasting(days[2]!.report)).toEqual(lasting((await auditOnce(calm)).report));
  },
);

test('a budget ends the run cleanly, and the next one goes on', async () => {
  const world = await emulated();
  const first = await auditOnce(world, { budget: 60 });
  expect(first.stopped).toMatchObject({ code: 'quota', message: 'The budget of 60 calls is spent' });
  expect(first.report).toMatchObject({
    totals: { checked: 60 },
    quota: { requests: 60, remainingToday: 940 },
  });
  const second = await auditOnce(world, { budget: 190 });
  expect(second).toMatchObject({ stopped: null, report: { totals: { checked: 250 } } });
  expect(world.calls()).toHaveLength(250);
});

test('over the whole way, from the first call to the last, the minute holds and is used', async () => {
  const world = await emulated({ speed: 60, latencyMs: [1, 4], perMinute: 120 });
  const { report } = await auditOnce(world, { perMinute: 99 });
  expect(report.totals.checked).toBe(250);
  const moments = world.calls().map(({ wall }) => wall);
  expect(mostInAnyMinute(moments)).toBeLessThanOrEqual(99);
  expect(mostInAnyMinute(moments)).toBeGreaterThan(90);
});
