import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import type { AuditReport } from '../../src/core/report/report.ts';
import { toIcs } from '../../src/report/ics.ts';
import { aMatch, aPart, aReport } from './build.ts';
import { hostileReport } from './hostile.ts';
import { sampleReport } from './sample.ts';

function eventsOf(report: AuditReport): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(toIcs(report)));
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

test('golden', async () => {
  await expect(toIcs(sampleReport())).toMatchFileSnapshot('../../fixtures/golden/report/last-buy.ics');
});

test('another library reads whole days to decide and to buy', () => {
  const days = eventsOf(sampleReport()).map(({ summary, startDate }) => {
    expect(startDate.isDate).toBe(true);
    return `${startDate.toString()} ${summary}`;
  });
  expect(days).toEqual([
    '2026-06-30 Last day to buy EPX7064-10N (Norvik Semiconductor)',
    '2026-11-06 Decide by today on the last buy of DRV-8825-Q (Norvik Semiconductor)',
    '2026-12-04 Last day to buy DRV-8825-Q (Norvik Semiconductor)',
    '2027-03-03 Decide by today on the last buy of CRY-16M000-18 (Sund Timing)',
    '2027-03-31 Last day to buy CRY-16M000-18 (Sund Timing)',
    '2027-06-02 Decide by today on the last buy of FLX-64M-SO8 (Norvik Semiconductor), waived',
    '2027-06-30 Last day to buy FLX-64M-SO8 (Norvik Semiconductor), waived',
  ]);
});

test('the ids stay when a day moves, and the sequence grows', () => {
  const moved = (day: string, asOf: string) => {
    const matched = aMatch('A-1', 'Norvik Semiconductor', { lastBuyDate: day, daysToLastBuy: 40 });
    const [event] = eventsOf(aReport([aPart('A-1', { lifecycle: 'last-buy', matched })], { asOf }));
    return event!;
  };
  const before = moved('2027-01-01', '2026-11-21T02:00:00.000Z');
  const after = moved('2026-12-20', '2026-11-22T02:00:00.000Z');
  expect(after.uid).toBe(before.uid);
  expect(after.sequence).toBeGreaterThan(before.sequence);
});

test('lines end in CRLF and none is longer than 75 octets', () => {
  for (const report of [sampleReport(), hostileReport()]) {
    const lines = toIcs(report).split('\r\n');
    expect(lines.at(-1)).toBe('');
    for (const line of lines) {
      expect(line).not.toMatch(/[\r\n]/);
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  }
});

test('a report without dates is an empty calendar', () => {
  expect(eventsOf(aReport([aPart('A-1')]))).toEqual([]);
});
