import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bomOf } from '../support/bom.ts';
import { emulated, MPNS } from '../support/emulated.ts';

const PARTS = MPNS.slice(0, 200);
let disk: string;
let mounted = false;

/** A disk of 300 kB, where this machine lets us have one. */
beforeAll(() => {
  disk = mkdtempSync(join(tmpdir(), 'bom-audit-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=300k', 'tmpfs', disk], { stdio: 'ignore' });
    mounted = true;
  } catch {
    mounted = false;
  }
});
afterAll(() => {
  if (mounted) execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

const remount = (options: string): void => {
  execFileSync('mount', ['-o', `remount,${options}`, disk]);
};

describe('a disk', () => {
  test('that fills up ends the run with what to do, and what was saved is kept', async ({ skip }) => {
    if (!mounted) skip();
    const world = await emulated();
    const path = join(disk, 'full.db');
    const run = world.run({ path });
    await expect(run.audit([bomOf(PARTS)])).rejects.toMatchObject({
      code: 'store',
      message: expect.stringMatching(/disk is full/),
      hint: expect.stringMatching(/what was saved is kept/),
    });
    const sent = world.calls().length;
    expect(sent).toBeLessThan(PARTS.length);
    run.close();

    remount('size=10m');
    const again = world.run({ path });
    expect((await again.audit([bomOf(PARTS)])).report.totals).toMatchObject({ checked: PARTS.length });
    again.close();
    expect(world.calls().length - PARTS.length).toBeLessThanOrEqual(4);
  });

  test('that may only be read is told, and nothing is sent', async ({ skip }) => {
    if (!mounted) skip();
    const world = await emulated();
    const path = join(disk, 'readonly.db');
    world.run({ path }).close();
    remount('ro');
    expect(() => world.run({ path })).toThrow(expect.objectContaining({ code: 'store' }));
    remount('rw');
    expect(world.calls()).toHaveLength(0);
  });
});

test('a database that is damaged under way ends the run with what to do', async () => {
  const world = await emulated();
  const run = world.run();
  await run.audit([bomOf(PARTS.slice(0, 20))]);
  await run.store.answers.findMany('x', 'y', [{ kind: 'search', text: 'z' }]);
  const other = new Database(world.path);
  other.pragma('wal_checkpoint(TRUNCATE)');
  other.close();
  const bytes = readFileSync(world.path);
  writeFileSync(world.path, bytes.fill(0x5a, 4_096));
  const fresh = world.run();
  await expect(fresh.audit([bomOf(PARTS.slice(0, 20))])).rejects.toMatchObject({
    code: 'store',
    message: expect.stringMatching(/is damaged/),
  });
});
