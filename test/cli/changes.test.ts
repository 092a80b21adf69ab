import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { PartLife } from '../../src/core/judge/memory.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { cli } from '../support/cli.ts';
import { manualClock } from '../support/clock.ts';
import { quickFolder } from '../support/folder.ts';

let folder: string;

async function remember(
  at: string,
  mpn: string,
  lifecycle: PartLife['lifecycle'],
  lastBuyDate: string | null = null,
) {
  const store = openStore({ path: join(folder, 'test.db'), clock: manualClock(), callTimeout: 1_000 });
  const life = { mpn, manufacturer: 'TI', lifecycle, lastBuyDate };
  await store.history.note('digikey', 'US/en/USD', [life], Date.parse(at));
  store.close();
}

beforeEach(async () => {
  folder = quickFolder();
  await remember('2026-11-01', 'A', 'active');
  await remember('2026-11-01', 'B', 'last-buy', '2027-03-01');
  await remember('2026-11-10', 'A', 'nrnd');
  await remember('2026-11-20', 'A', 'active');
  await remember('2026-11-20', 'B', 'last-buy', '2027-01-01');
});

describe('bom-audit changes', () => {
  test('tells what was and what is', async () => {
    const { exit, stdout } = await cli(['changes', '--since', '2026-11-10'], folder);
    expect(exit).toBe(0);
    const rows = stdout.split('\n').map((row) =>
      row
        .split(/\s*│\s*/)
        .filter(Boolean)
        .join(' | '),
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        '2026-11-10 | worse | A | TI | active | nrnd',
        '2026-11-20 | better | A | TI | nrnd | active',
        '2026-11-20 | date | B | TI | last-buy (last buy 2027-03-01) | last-buy (last buy 2027-01-01)',
        '3 changes since 2026-11-10.',
      ]),
    );
  });

  test('as JSON', async () => {
    const { stdout } = await cli(['changes', '--since', '2026-11-11', '--json'], folder);
    expect(JSON.parse(stdout)).toMatchObject({
      since: '2026-11-11',
      changes: [
        { mpn: 'A', from: { lifecycle: 'nrnd' }, to: { lifecycle: 'active' } },
        { mpn: 'B', to: { lastBuyDate: '2027-01-01' } },
      ],
    });
  });

  test('says when there are none', async () => {
    const { exit, stdout } = await cli(['changes', '--since', '2026-11-21'], folder);
    expect([exit, stdout]).toEqual([0, 'No lifecycle has changed since 2026-11-21.\n']);
  });

  test.each([
    [['--since', 'yesterday']],
    [['--since', '2026-02-30']],
    [['--since', '2026-11-21T00:00:00Z']],
    [[]],
  ])('refuses %j', async (flags) => {
    const { exit, stderr } = await cli(['changes', ...flags], folder);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/since/);
  });
});
