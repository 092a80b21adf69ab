import { expect, test } from 'vitest';
import type { Snapshot } from '../../../src/core/history/snapshot.ts';
import type { TrendPoint } from '../../../src/core/history/trend.ts';
import type { PartLife } from '../../../src/core/judge/memory.ts';
import type { Setting } from '../contract.ts';

const life = (lifecycle: PartLife['lifecycle'], lastBuyDate: string | null = null, mpn = 'A'): PartLife => ({
  mpn,
  manufacturer: 'TI',
  lifecycle,
  lastBuyDate,
});
const day = (number: number): number => Date.UTC(2026, 10, number);
const snapshot = (asOf: string): Snapshot => ({ asOf, parts: [], unidentified: ['main.csv: R1'] });
const point = (asOf: string): TrendPoint => ({ asOf, parts: 0, byLifecycle: {}, bySeverity: {} });

export function historyContract(setting: Setting): void {
  test('remembers a state until it changes, and what was before it', async () => {
    const { history } = await setting.open();
    const note = async (state: PartLife, at: number) => (await history.note('dk', 'US', [state], at))[0];
    expect(await note(life('active'), day(1))).toBeUndefined();
    expect(await note(life('active'), day(2))).toBeUndefined();
    const before = { lifecycle: 'active', lastBuyDate: null, until: '2026-11-03T00:00:00.000Z' };
    expect(await note(life('last-buy', '2027-03-01'), day(3))).toEqual(before);
    expect(await note(life('last-buy', '2027-03-01'), day(4))).toEqual(before);
    expect(await note(life('last-buy', '2027-02-01'), day(5))).toEqual({
      lifecycle: 'last-buy',
      lastBuyDate: '2027-03-01',
      until: '2026-11-05T00:00:00.000Z',
    });
  });

  test('answers for each of many states in their order, for one that is not known with nothing', async () => {
    const { history } = await setting.open();
    const first = [life('active'), null, life('nrnd', null, 'B'), null];
    expect(await history.note('dk', 'US', first, day(1))).toEqual(Array(4).fill(undefined));
    const second = [null, life('nrnd', null, 'B'), life('obsolete'), life('active', null, 'C')];
    expect(await history.note('dk', 'US', second, day(2))).toEqual([
      undefined,
      undefined,
      { lifecycle: 'active', lastBuyDate: null, until: '2026-11-02T00:00:00.000Z' },
      undefined,
    ]);
    expect(await history.changes('dk', 'US', 0)).toHaveLength(1);
  });

  test('tells the changes from a day on, apart by provider and locale', async () => {
    const { history } = await setting.open();
    await history.note('dk', 'US', [life('active'), life('nrnd', null, 'B')], day(1));
    await history.note('dk', 'US', [life('obsolete'), life('nrnd', null, 'B')], day(3));
    await history.note('dk', 'DE', [life('active')], day(1));
    await history.note('other', 'US', [life('active')], day(1));
    expect(await history.changes('dk', 'US', day(3))).toEqual([
      {
        mpn: 'A',
        manufacturer: 'TI',
        at: '2026-11-03T00:00:00.000Z',
        from: { lifecycle: 'active', lastBuyDate: null },
        to: { lifecycle: 'obsolete', lastBuyDate: null },
      },
    ]);
    expect(await history.changes('dk', 'US', day(3) + 1)).toEqual([]);
    expect(await history.changes('dk', 'DE', 0)).toEqual([]);
    expect(await history.changes('other', 'US', 0)).toEqual([]);
  });

  test('tells changes in the order of time, those of one instant by part number', async () => {
    const { history } = await setting.open();
    const parts = (lifecycle: PartLife['lifecycle']) =>
      ['C', 'A', 'B'].map((mpn) => life(lifecycle, null, mpn));
    await history.note('dk', 'US', parts('active'), day(1));
    await history.note('dk', 'US', parts('nrnd'), day(2));
    await history.note('dk', 'US', [life('obsolete', null, 'C')], day(3));
    const told = (await history.changes('dk', 'US', 0)).map(({ mpn, to }) => `${mpn} ${to.lifecycle}`);
    expect(told).toEqual(['A nrnd', 'B nrnd', 'C nrnd', 'C obsolete']);
  });

  test('keeps audits by their BOMs, the newest first, for a later store too, and not for ever', async () => {
    const first = await setting.open();
    for (let count = 1; count <= 103; count += 1)
      await first.history.keep('these', snapshot(`audit ${count}`), point(`audit ${count}`));
    await first.history.keep('others', snapshot('x'), point('x'));
    first.close();
    const { history } = await setting.open();
    const { points, snapshots } = await history.audits('these');
    expect(points).toHaveLength(100);
    expect(points.slice(0, 2)).toEqual([point('audit 103'), point('audit 102')]);
    expect(snapshots).toEqual([snapshot('audit 103'), snapshot('audit 102')]);
    expect(await history.audits('others')).toEqual({ points: [point('x')], snapshots: [snapshot('x')] });
    expect(await history.audits('none')).toEqual({ points: [], snapshots: [] });
  });
}
