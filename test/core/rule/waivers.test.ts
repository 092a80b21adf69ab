import { describe, expect, test } from 'vitest';
import type { ReportPart } from '../../../src/core/report/report.ts';
import { waiverOutcomes } from '../../../src/core/rule/waiver-outcomes.ts';
import {
  coversBom,
  type GrantedFor,
  standingOf,
  type WaivedState,
  waiverFinder,
} from '../../../src/core/rule/waivers.ts';
import type { LifecycleWord, MatchWord } from '../../../src/core/words.ts';
import { aWaiver } from '../../support/build.ts';

function aState(
  lifecycle: LifecycleWord,
  day: string | null = null,
  match: MatchWord = 'exact',
): WaivedState {
  const matched = match === 'exact' ? { manufacturer: 'Texas Instruments', lastBuyDate: day } : null;
  return { mpn: 'NE555P', manufacturer: 'TI', match, lifecycle, matched };
}

function granted(lifecycle: LifecycleWord, lastBuyDate: string | null = null): GrantedFor {
  return { lifecycle, match: null, lastBuyDate };
}

const DAY = '2027-03-31';

test.each<[string, GrantedFor, WaivedState, string, string]>([
  ['the same state', granted('nrnd'), aState('nrnd'), '2026-11-21', 'holds'],
  ['its last day', granted('nrnd'), aState('nrnd'), '2027-06-30', 'holds'],
  ['the day after', granted('nrnd'), aState('nrnd'), '2027-07-01', 'expired'],
  ['a better lifecycle', granted('obsolete'), aState('last-buy', DAY), '2026-11-21', 'lapsed'],
  ['a better lifecycle without a date', granted('obsolete'), aState('eol'), '2026-11-21', 'holds'],
  ['a worse lifecycle', granted('nrnd'), aState('obsolete'), '2026-11-21', 'lapsed'],
  ['one step worse', granted('last-buy', DAY), aState('last-buy-passed', DAY), '2026-11-21', 'lapsed'],
  ['the same date', granted('last-buy', DAY), aState('last-buy', DAY), '2026-11-21', 'holds'],
  ['a later date', granted('last-buy', DAY), aState('last-buy', '2027-09-30'), '2026-11-21', 'holds'],
  ['a nearer date', granted('last-buy', DAY), aState('last-buy', '2027-03-30'), '2026-11-21', 'lapsed'],
  ['a date that is not stated any more', granted('last-buy', DAY), aState('last-buy'), '2026-11-21', 'holds'],
  ['a date that has appeared', granted('last-buy'), aState('last-buy', DAY), '2026-11-21', 'lapsed'],
  [
    'what is not known any more',
    granted('obsolete'),
    aState('unknown', null, 'not-found'),
    '2026-11-21',
    'lapsed',
  ],
  ['what never was known', granted('unknown'), aState('unknown', null, 'not-found'), '2026-11-21', 'holds'],
  ['bad news of what was not known', granted('unknown'), aState('nrnd'), '2026-11-21', 'lapsed'],
  ['good news of what was not known', granted('unknown'), aState('active'), '2026-11-21', 'holds'],
  [
    'another match than the one granted for',
    { ...granted('unknown'), match: 'not-found' },
    aState('unknown', null, 'near'),
    '2026-11-21',
    'lapsed',
  ],
])('%s', (_what, grantedFor, state, today, kind) => {
  const standing = standingOf(aWaiver({ grantedFor }), state, today);
  expect(standing.kind).toBe(kind);
});

test('why a waiver lapsed is told', () => {
  const waiver = aWaiver({ grantedFor: granted('last-buy', DAY) });
  expect(standingOf(waiver, aState('last-buy', '2027-01-31'), '2026-11-21')).toEqual({
    kind: 'lapsed',
    why: 'it was granted for the last-buy date 2027-03-31, and it is 2027-01-31 now',
  });
});

test.each([
  [{ mpn: 'ne555p' }, true],
  [{ mpn: 'NE555*' }, true],
  [{ mpn: 'NE555' }, false],
  [{ mpn: '*' }, true],
  [{ manufacturer: 'ti' }, true],
  [{ manufacturer: 'Texas Instruments' }, true],
  [{ manufacturer: 'onsemi' }, false],
])('%j concerns an NE555P of TI: %s', (over, found) => {
  expect(waiverFinder([aWaiver(over)])(aState('obsolete'))).toEqual(found ? [0] : []);
});

test.each([
  [null, true],
  [['main.csv'], true],
  [['boards/*'], true],
  [['*.xlsx', 'main.csv'], true],
  [['power.csv'], false],
])('%j covers boards/main.csv: %s', (boms, covers) => {
  expect(coversBom(aWaiver({ boms }), 'boards/main.csv')).toBe(covers);
});

describe('what became of a waiver', () => {
  const part = (over: Partial<ReportPart>): ReportPart =>
    ({
      ...aState('obsolete'),
      bare: 'fail',
      severity: 'fail',
      uses: [{ bom: 0, severity: over.severity ?? 'fail' }],
      ...over,
    }) as ReportPart;
  const outcome = (over: Parameters<typeof aWaiver>[0], ...parts: readonly ReportPart[]) => {
    const [one] = waiverOutcomes([aWaiver(over)], parts, ['main.csv'], '2026-11-21');
    return [one?.state, one?.parts, one?.says];
  };

  test('applied', () => {
    expect(outcome({}, part({ mpn: 'X' }), part({ severity: 'waived' }))).toEqual([
      'applied',
      [1],
      'It holds until 2027-06-30.',
    ]);
  });

  test('expired', () => {
    expect(outcome({ until: '2026-11-20' }, part({}))).toEqual([
      'expired',
      [],
      'It was granted until 2026-11-20.',
    ]);
  });

  test('lapsed for one of its parts', () => {
    const parts = [
      part({ severity: 'waived' }),
      part({ mpn: 'NE555D', lifecycle: 'unknown', match: 'near' }),
    ];
    expect(outcome({ mpn: 'NE555*' }, ...parts)).toEqual([
      'lapsed',
      [0],
      'NE555D: it was granted for obsolete, and the part is unknown now.',
    ]);
  });

  test('undecided', () => {
    expect(outcome({}, part({ match: 'unchecked', bare: 'warn' }))[0]).toBe('undecided');
  });

  test.each([
    ['no BOM names its part', {}, part({ mpn: 'X' }), /No BOM/],
    ['its part is fine', {}, part({ lifecycle: 'active', bare: 'ok', severity: 'ok' }), /needs no waiver/],
    ['its scope is elsewhere', { boms: ['power.csv'] }, part({}), /No BOM/],
  ])('unused, since %s', (_why, over, one, says) => {
    const [state, , said] = outcome(over, one);
    expect(state).toBe('unused');
    expect(said).toMatch(says);
  });
});
