import { expect, test } from 'vitest';
import type { ReportPart } from '../../src/core/report/report.ts';
import { mixOf } from '../../src/report/mix.ts';
import { charted, timelineOf } from '../../src/report/timeline.ts';
import { aMatch, aPart, aReport } from './build.ts';
import { sampleReport } from './sample.ts';

const TODAY = '2026-11-21';

function due(daysToLastBuy: number): ReportPart {
  const lastBuyDate = new Date(Date.parse(TODAY) + daysToLastBuy * 86_400_000).toISOString().slice(0, 10);
  const mpn = `D${daysToLastBuy}`;
  return aPart(mpn, { matched: aMatch(mpn, 'M', { lastBuyDate, daysToLastBuy }) });
}

test('bars of audits are as long as their parts are many, without gaps', () => {
  const bars = mixOf(sampleReport());
  expect(bars.map(({ day }) => day).at(-1)).toBe(TODAY);
  for (const { parts, pieces } of bars) {
    expect(pieces.reduce((sum, { count }) => sum + count, 0)).toBe(parts);
    expect(pieces.at(-1)?.to).toBeCloseTo((parts / 21) * 100);
    for (const [index, { from }] of pieces.entries()) expect(from).toBe(pieces[index - 1]?.to ?? 0);
  }
});

test('no parts, no pieces', () => {
  expect(mixOf(aReport([]))).toEqual([{ day: TODAY, parts: 0, pieces: [] }]);
});

test('days stand in their order, today among them, and none leaves the chart', () => {
  const { rows, today, ticks } = timelineOf([due(-20), due(0), due(40), due(9000)], TODAY);
  const places = rows.map(({ lastBuy }) => lastBuy);
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(rows[1]?.lastBuy).toBe(today);
  for (const at of [...places, today, ...ticks.map(({ at }) => at)]) {
    expect(at).toBeGreaterThanOrEqual(2);
    expect(at).toBeLessThanOrEqual(98);
  }
  expect(ticks.length).toBeGreaterThan(1);
  expect(ticks.length).toBeLessThanOrEqual(6);
});

test.each([
  ['what passed long ago is left out', [-400, -180, 5], ['D-180', 'D5']],
  ['the soonest to come stay when there are many', Array.from({ length: 50 }, (_, n) => n), undefined],
])('%s', (_name, days, expected) => {
  const shown = charted(days.map(due)).map(({ mpn }) => mpn);
  expect(shown).toEqual(expected ?? days.slice(0, 40).map((day) => `D${day}`));
});

test('the latest passed fill what the days to come leave free', () => {
  const days = [...Array.from({ length: 60 }, (_, n) => n - 60), 1, 2];
  const shown = charted(days.map(due)).map(({ mpn }) => mpn);
  expect(shown).toHaveLength(40);
  expect([shown[0], shown.at(-1)]).toEqual(['D-38', 'D2']);
});
