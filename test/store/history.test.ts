import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Snapshot } from '../../src/core/history/snapshot.ts';
import type { PartLife } from '../../src/core/judge/memory.ts';
import { openStore, type Store } from '../../src/store/sqlite.ts';
import { manualClock } from '../support/clock.ts';
import { quickFolder } from '../support/folder.ts';

const open = (path: string): Store => openStore({ path, clock: manualClock(), callTimeout: 1_000 });
const life = (lifecycle: PartLife['lifecycle'], lastBuyDate: string | null = null, mpn = 'A'): PartLife => ({
  mpn,
  manufacturer: 'TI',
  lifecycle,
  lastBuyDate,
});
const day = (number: number): number => Date.UTC(2026, 10, number);

test('a state is remembered until it changes, and what was before stays known', () => {
  const store = open(join(quickFolder(), 'test.db'));
  const note = (state: PartLife, at: number) => store.history.note('dk', 'US', [state], at)[0];
  expect(note(life('active'), day(1))).toBeUndefined();
  expect(note(life('active'), day(2))).toBeUndefined();
  const before = { lifecycle: 'active', lastBuyDate: null, until: '2026-11-03T00:00:00.000Z' };
  expect(note(life('last-buy', '2027-03-01'), day(3))).toEqual(before);
  expect(note(life('last-buy', '2027-03-01'), day(4))).toEqual(before);
  expect(note(life('last-buy', '2027-02-01'), day(5))).toMatchObject({ lastBuyDate: '2027-03-01' });
  store.close();
});

test('changes are told from a day on, apart by provider and locale', () => {
  const store = open(join(quickFolder(), 'test.db'));
  const { history } = store;
  history.note('dk', 'US', [life('active'), life('nrnd', null, 'B')], day(1));
  history.note('dk', 'US', [life('obsolete'), life('nrnd', null, 'B')], day(3));
  history.note('dk', 'DE', [life('active')], day(1));
  history.note('other', 'US', [life('active')], day(1));
  expect(history.changes('dk', 'US', day(3))).toEqual([
    {
      mpn: 'A',
      manufacturer: 'TI',
      at: '2026-11-03T00:00:00.000Z',
      from: { lifecycle: 'active', lastBuyDate: null },
      to: { lifecycle: 'obsolete', lastBuyDate: null },
    },
  ]);
  expect(history.changes('dk', 'US', day(3) + 1)).toEqual([]);
  expect(history.changes('dk', 'DE', 0)).toEqual([]);
  store.close();
});

test('audits are kept by their BOMs, the newest first, over a restart, and not for ever', () => {
  const path = join(quickFolder(), 'test.db');
  const snapshot = (asOf: string): Snapshot => ({ asOf, parts: [], unidentified: ['main.csv: R1'] });
  const point = (asOf: string) => ({ asOf, parts: 0, byLifecycle: {}, bySeverity: {} });
  const first = open(path);
  for (let count = 1; count <= 103; count += 1)
    first.history.keep('these', snapshot(`audit ${count}`), point(`audit ${count}`));
  first.history.keep('others', snapshot('x'), point('x'));
  first.close();
  const second = open(path);
  const kept = second.history.audits('these');
  expect(kept).toHaveLength(100);
  expect(kept.map((audit) => audit.point.asOf).slice(0, 2)).toEqual(['audit 103', 'audit 102']);
  expect(kept[1]?.snapshot()).toEqual(snapshot('audit 102'));
  expect(second.history.audits('none')).toEqual([]);
  second.close();
});
