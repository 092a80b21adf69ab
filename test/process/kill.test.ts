import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Child, start } from '../support/children.ts';
import { NOON } from '../support/clock.ts';
import { emulated, MPNS } from '../support/emulated.ts';
import { mostInAnyMinute } from '../support/minute.ts';
import { machineTime } from '../support/pace.ts';

const KILLS = 20;
const AT_ONCE = 10;
const PARTS = MPNS.slice(0, 250);

/** Numbers from a fixed seed, so that the same instants are played again. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

test('SIGKILL at 20 instants of one audit loses what was in flight, and never more', {
  timeout: 120_000,
}, async () => {
  const pace = { speed: 60, wall: NOON, machine: machineTime() };
  const world = await emulated({ latencyMs: [2, 12], perMinute: 120, pace });
  const folder = join(world.path, '..');
  writeFileSync(join(folder, 'mpns.txt'), PARTS.join('\n'));
  const { store, provider } = world.run();
  const locale = provider.locale;
  const questions = PARTS.map((text) => ({ kind: 'search', text }) as const);
  async function saved(): Promise<number> {
    const found = await store.answers.findMany(`digikey at ${world.baseUrl}`, locale, questions);
    return found.filter((answer) => answer !== undefined).length;
  }
  const audit = (): Child =>
    start('test/support/auditor.ts', [], folder, {
      PACE: JSON.stringify(pace),
      DK_BASE_URL: world.baseUrl,
      DK_CLIENT_ID: 'emulator',
      DK_CLIENT_SECRET: 'emulator',
      BOM_AUDIT_DB: world.path,
    });

  /** Kills the child once it, or its twin, has sent so many more calls and some milliseconds have passed. */
  const random = randomFrom(7);
  async function killSoon(child: Child, sent: number): Promise<void> {
    const calls = sent + Math.floor(random() * 12);
    const delay = random() * 10;
    while (world.calls().length < calls && child.process.exitCode === null) await sleep(1);
    await sleep(delay);
    child.process.kill('SIGKILL');
    expect(await child.ended).toMatchObject({ exit: null, stderr: '' });
  }

  let lost = 0;
  for (let round = 0; round < KILLS / 2; round += 1) {
    const sent = world.calls().length;
    const before = await saved();
    await Promise.all([audit(), audit()].map((child) => killSoon(child, sent)));
    const after = await saved();
    const asked = world.calls().length - sent;
    const answersLost = asked - (after - before);
    expect(answersLost).toBeLessThanOrEqual(2 * AT_ONCE);
    lost += answersLost;
  }
  expect(lost).toBeGreaterThan(0);
  expect(await saved()).toBeLessThan(PARTS.length);

  const { exit, stdout } = await audit().ended;
  expect(exit).toBe(0);
  expect(JSON.parse(stdout).totals).toMatchObject({ parts: PARTS.length, checked: PARTS.length });
  expect(world.calls()).toHaveLength(PARTS.length + lost);
  expect(mostInAnyMinute(world.calls().map(({ wall }) => wall))).toBeLessThanOrEqual(99);
});
