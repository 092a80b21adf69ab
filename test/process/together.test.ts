import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Child, start } from '../support/children.ts';
import { NOON } from '../support/clock.ts';
import { type Emulated, emulated, lasting, MPNS } from '../support/emulated.ts';
import { mostInAnyMinute } from '../support/minute.ts';
import { machineTime, type Pace } from '../support/pace.ts';

const PARTS = MPNS.slice(0, 120);

function run(world: Emulated, script: string, args: readonly string[], pace?: Pace): Child {
  const folder = join(world.path, '..');
  writeFileSync(join(folder, 'main.csv'), `MPN\n${PARTS.join('\n')}\n`);
  return start(script, ['run', 'main.csv', '--formats', 'json', ...args], folder, {
    DK_BASE_URL: world.baseUrl,
    DK_CLIENT_ID: 'emulator',
    DK_CLIENT_SECRET: 'emulator',
    BOM_AUDIT_DB: world.path,
    ...(pace && { PACE: JSON.stringify(pace) }),
  });
}

test.each([2, 5])(
  '%i processes at once are as one, and say the same',
  {
    timeout: 60_000,
  },
  async (processes) => {
    const pace = { speed: 60, wall: NOON, machine: machineTime() };
    const world = await emulated({ latencyMs: [2, 12], perMinute: 120, pace });
    const children = Array.from({ length: processes }, (_, index) =>
      run(world, 'test/support/child.ts', ['--out', `out-${index}`], pace),
    );
    const ended = await Promise.all(children.map((child) => child.ended));
    for (const { exit, stderr } of ended) expect(exit, stderr).not.toBe(70);
    expect(new Set(ended.map(({ exit }) => exit)).size).toBe(1);
    expect([...world.searched()].sort()).toEqual([...PARTS].sort());
    expect(mostInAnyMinute(world.calls().map(({ wall }) => wall))).toBeLessThanOrEqual(99);

    const reports = ended.map((_, index) =>
      JSON.parse(readFileSync(join(world.path, '..', `out-${index}`, 'report.json'), 'utf8')),
    );
    expect(reports[0].totals).toMatchObject({ parts: PARTS.length, checked: PARTS.length });
    for (const report of reports) expect(lasting(report)).toEqual(lasting(reports[0]));
    const sent = reports.reduce((sum, { quota }) => sum + quota.requests, 0);
    expect(sent).toBe(PARTS.length);
  },
);

test('processes that make the database at one instant take it for their own', {
  timeout: 60_000,
}, async () => {
  for (let round = 0; round < 3; round += 1) {
    const world = await emulated();
    const folder = join(world.path, '..');
    writeFileSync(join(folder, 'main.csv'), 'MPN\nNE555P\n');
    const env = { BOM_AUDIT_DB: join(folder, 'fresh', 'bom.db') };
    const children = Array.from({ length: 4 }, () =>
      start('src/cli/bin.ts', ['plan', 'main.csv', '--json'], folder, env),
    );
    for (const { exit, stderr } of await Promise.all(children.map(({ ended }) => ended)))
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
  }
});

test('SIGINT lets calls in flight finish, writes what is known and exits 3; a second one ends at once', {
  timeout: 60_000,
}, async () => {
  const world = await emulated({ latencyMs: 150, speed: 1 });
  const child = run(world, 'src/cli/bin.ts', []);
  while (world.calls().length < 20) await sleep(5);
  const sent = world.calls().length;
  child.process.kill('SIGINT');
  const { exit, stderr } = await child.ended;
  expect(exit).toBe(3);
  expect(stderr).toMatch(
    /The run was interrupted\n.*Run the same command again: it goes on where it stopped/,
  );
  const calls = world.calls();
  expect(calls).toHaveLength(sent);
  expect(calls.every(({ status }) => status === 200)).toBe(true);
  const report = JSON.parse(readFileSync(join(world.path, '..', 'audit-out', 'report.json'), 'utf8'));
  expect(report).toMatchObject({ totals: { checked: sent, parts: PARTS.length } });

  const again = run(world, 'src/cli/bin.ts', []);
  while (world.calls().length === sent) await sleep(5);
  again.process.kill('SIGTERM');
  await sleep(20);
  again.process.kill('SIGTERM');
  const began = performance.now();
  expect((await again.ended).exit).toBe(130);
  expect(performance.now() - began).toBeLessThan(120);
});
