import { describe, expect, test } from 'vitest';
import { compareAudits, sortChanges } from '../../../src/core/history/changes.ts';
import { type KeptAudits, lastAudit } from '../../../src/core/history/kept-audits.ts';
import type { Snapshot, SnapshotPart } from '../../../src/core/history/snapshot.ts';
import { type TrendPoint, trendOf } from '../../../src/core/history/trend.ts';

const part = (over: Partial<SnapshotPart> = {}): SnapshotPart => ({
  key: 'A',
  mpn: 'A',
  manufacturer: null,
  match: 'exact',
  lifecycle: 'active',
  lastBuyDate: null,
  severity: 'ok',
  waived: false,
  boms: ['main.csv'],
  ...over,
});
const audit = (asOf: string, ...parts: readonly SnapshotPart[]): Snapshot => ({
  asOf,
  parts,
  unidentified: [],
});
const [BEFORE, NOW] = ['2026-11-20T02:00:00.000Z', '2026-11-21T02:00:00.000Z'];

const OK = part();
const NRND = part({ lifecycle: 'nrnd', severity: 'warn' });
const LAST_BUY = part({ lifecycle: 'last-buy', lastBuyDate: '2027-03-31', severity: 'fail' });
const NEARER = part({ lifecycle: 'last-buy', lastBuyDate: '2027-01-31', severity: 'fail' });
const OBSOLETE = part({ lifecycle: 'obsolete', severity: 'fail' });
const NOT_FOUND = part({ match: 'not-found', lifecycle: 'unknown', severity: 'warn' });
const UNCHECKED = part({ match: 'unchecked', lifecycle: 'unknown', severity: 'warn' });
const WAIVED = { ...OBSOLETE, waived: true };
const ALSO_THERE = { ...OBSOLETE, boms: ['main.csv', 'power.csv'] };

test.each<[string, SnapshotPart | null, SnapshotPart | null, string | undefined, RegExp?]>([
  ['a new part at risk', null, OBSOLETE, 'introduced', /^New in the BOMs, and obsolete\.$/],
  ['a new part that is fine', null, OK, undefined],
  [
    'a part at risk in one more BOM',
    OBSOLETE,
    ALSO_THERE,
    'introduced',
    /^Newly used in power\.csv, and obsolete/,
  ],
  ['a part at risk in one BOM less', ALSO_THERE, OBSOLETE, undefined],
  ['a fine part that goes', OK, OBSOLETE, 'worsened', /^It was active, and is obsolete now\.$/],
  ['a warning that fails', NRND, OBSOLETE, 'worsened'],
  ['a nearer last buy', LAST_BUY, NEARER, 'worsened', /last-buy \(last buy 2027-01-31\) now/],
  ['a later last buy', NEARER, LAST_BUY, 'improved'],
  ['a failing part that is nobody knows where', OBSOLETE, NOT_FOUND, 'worsened', /and is not-found now/],
  ['a part that was not found, and is fine', NOT_FOUND, OK, 'resolved'],
  ['a part that was not found, and is not recommended', NOT_FOUND, NRND, 'improved'],
  ['a part that was not found, and is obsolete', NOT_FOUND, OBSOLETE, 'worsened'],
  ['a failing part that warns', OBSOLETE, NRND, 'improved'],
  ['a failing part that is fine', OBSOLETE, OK, 'resolved'],
  ['a part at risk that is gone', OBSOLETE, null, 'removed', /^No longer in the BOMs; it was obsolete\.$/],
  ['a fine part that is gone', OK, null, undefined],
  ['no change', OBSOLETE, OBSOLETE, undefined],
  ['a waiver that holds no longer', WAIVED, OBSOLETE, 'worsened', /its waiver holds no longer/],
  ['a waiver that is new', OBSOLETE, WAIVED, 'improved', /waived now/],
  ['a stricter policy', { ...NRND, severity: 'ok' }, NRND, 'worsened', /is to warn now and was to ok/],
  ['a part that is not checked now', OBSOLETE, UNCHECKED, undefined],
  ['a part that was not checked before', UNCHECKED, OBSOLETE, 'introduced'],
])('%s', (_what, before, now, kind, says) => {
  const list = (one: SnapshotPart | null) => (one === null ? [] : [one]);
  const changes = compareAudits(audit(BEFORE, ...list(before)), audit(NOW, ...list(now)));
  expect(changes.get('A')?.kind).toBe(kind);
  if (says) expect(changes.get('A')?.says).toMatch(says);
});

test('changes stand by kind, then by part number', () => {
  const named = (key: string, over: SnapshotPart): SnapshotPart => ({ ...over, key, mpn: key });
  const changes = compareAudits(
    audit(BEFORE, named('D', OBSOLETE), named('C', OK), named('B', OBSOLETE)),
    audit(NOW, named('Z', OBSOLETE), named('A', OBSOLETE), named('C', NRND), named('B', OK)),
  );
  expect(sortChanges(changes.values()).map(({ kind, mpn }) => `${kind} ${mpn}`)).toEqual([
    'introduced A',
    'introduced Z',
    'worsened C',
    'resolved B',
    'removed D',
  ]);
});

describe('the last audit', () => {
  const point = (asOf: string): TrendPoint => ({ asOf, parts: 1, byLifecycle: {}, bySeverity: {} });
  const kept = (snapshots: readonly Snapshot[]): KeptAudits => ({
    points: snapshots.map(({ asOf }) => point(asOf)),
    snapshots,
  });
  const yesterday = audit(BEFORE, OK);
  const morning = audit('2026-11-21T01:00:00.000Z', OBSOLETE);

  test.each([
    ['is the newest', [yesterday], audit(NOW, OBSOLETE), false, yesterday, false],
    [
      'is the newest, though nothing changed since yesterday',
      [yesterday],
      audit(NOW, OK),
      false,
      yesterday,
      false,
    ],
    [
      'is the newest of the same day when it differs',
      [morning, yesterday],
      audit(NOW, OK),
      false,
      morning,
      false,
    ],
    [
      'is the one before when today is repeated',
      [morning, yesterday],
      audit(NOW, OBSOLETE),
      false,
      yesterday,
      true,
    ],
    ['is none when the first is repeated', [morning], audit(NOW, OBSOLETE), false, null, true],
    ['is the repeated one for a gate', [morning, yesterday], audit(NOW, OBSOLETE), true, morning, true],
    ['is none at first', [], audit(NOW, OK), true, null, false],
  ])('%s', (_what, earlier, now, onlyNew, baseline, repeated) => {
    expect(lastAudit(kept(earlier), now, onlyNew)).toEqual({ baseline, repeated });
  });

  test('the trend holds the last audit of each earlier day', () => {
    const days = ['2026-11-21T01', '2026-11-20T09', '2026-11-20T01', '2026-11-18T01'];
    const points = days.map((hour) => point(`${hour}:00:00.000Z`));
    expect(trendOf(points, NOW).map(({ asOf }) => asOf.slice(0, 13))).toEqual([
      '2026-11-18T01',
      '2026-11-20T09',
    ]);
  });
});
