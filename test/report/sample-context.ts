import { buyOf } from '../../src/core/buying/buy.ts';
import type { Holdings } from '../../src/core/buying/demand.ts';
import type { Change, ChangeKind, Changes } from '../../src/core/history/changes.ts';
import type { PartState } from '../../src/core/history/snapshot.ts';
import type { TrendPoint } from '../../src/core/history/trend.ts';
import { mpnKey } from '../../src/core/identity/mpn.ts';
import type { Offer } from '../../src/core/judge/listing.ts';
import type { ReportPart, Substitute } from '../../src/core/report/report.ts';
import type { Waiver } from '../../src/core/rule/waivers.ts';
import { AS_OF, PLAN } from './build.ts';

/** How the sample's parts are sold, where it is said. */
const OFFERS: Readonly<Record<string, Offer>> = {
  'DRV-8825-Q': offer(1, 2500, [1, 3.41], [100, 2.62], [1000, 1.895], [2500, 1.7701]),
  'CRY-16M000-18': offer(3000, 3000, [3000, 0.214], [6000, 0.2033]),
  'FLX-64M-SO8': offer(1, 90, [1, 4.86], [90, 4.1]),
  'MCX11E1-FN2': offer(1, 26, [1, 11.2]),
  'HPW-5V0-2A': offer(10, 10),
};

const HOLDINGS = new Map<string, Holdings>([[mpnKey('DRV-8825-Q'), { onHand: 2000, onOrder: 500 }]]);

const SUBSTITUTES: Readonly<Record<string, readonly Substitute[]>> = {
  'DRV-8825-Q': [
    {
      ...{ mpn: 'DRV-8826-Q', manufacturer: 'Norvik Semiconductor', lifecycle: 'active', why: null },
      ...{ relation: 'Direct', match: 'exact', quantityAvailable: 18_200, observedAt: AS_OF },
      productUrl: 'https://www.digikey.com/en/products/detail/-/-/DRV-8826-Q',
    },
    {
      ...{ mpn: 'STX-2100', manufacturer: 'Halden Power', lifecycle: 'nrnd', why: null },
      ...{ relation: 'Similar', match: 'exact', quantityAvailable: 0, observedAt: AS_OF, productUrl: null },
    },
  ],
  'MCX11E1-FN2': [],
};

export const BOARDS_PER_YEAR: readonly (number | null)[] = [1200, 300];

/** The parts with what the rest of the audit says of them: change, buy, substitutes. */
export function inContext(parts: readonly ReportPart[]): readonly ReportPart[] {
  const kinds = new Map(CHANGED.map(({ mpn, kind }) => [mpn, kind]));
  const assumptions = { plan: PLAN, boardsPerYear: BOARDS_PER_YEAR, holdings: HOLDINGS };
  return parts.map((part) => {
    const matched = part.matched && { ...part.matched, ...OFFERS[part.mpn] };
    const offered = { ...part, matched, change: kinds.get(part.mpn) ?? null };
    return {
      ...offered,
      buy: buyOf(offered, assumptions, AS_OF.slice(0, 10)),
      substitutes: SUBSTITUTES[part.mpn] ?? null,
    };
  });
}

/** One that holds, and one of each other fate. */
export const WAIVERS: readonly Waiver[] = [
  waiver('FLX-64M-SO8', '2027-02-28', 'last-buy', '2027-06-30', 'A lifetime buy is in the store.'),
  waiver('EPX7064-10N', '2027-01-31', 'last-buy', '2026-06-30', 'Redesign is planned for the next revision.'),
  waiver('LCD-128064-*', '2026-10-31', 'last-buy', null, 'Two years of displays are on the shelf.'),
  { ...waiver('SNX-74*', '2027-03-31', 'nrnd', null, 'Second sources exist.'), boms: ['main.csv'] },
];

const CHANGED: readonly Change[] = [
  change('introduced', 'DRV-8825-Q', null, state('last-buy', 'fail', '2026-12-04')),
  change('introduced', 'XJ-7741-ZZ', null, { ...state('unknown', 'warn'), match: 'not-found' }),
  change(
    'worsened',
    'EPX7064-10N',
    state('last-buy', 'fail', '2026-06-30'),
    state('last-buy-passed', 'fail'),
  ),
  change('improved', '2N3904', state('obsolete', 'fail'), state('distributor-discontinued', 'warn')),
  change('resolved', 'NEX555P', state('nrnd', 'warn'), state('active', 'ok')),
  change('removed', 'OLD-1488N', state('obsolete', 'fail'), null),
];

export const SAMPLE_CHANGES: Changes = {
  since: '2026-11-14T02:00:00.000Z',
  baseline: null,
  list: CHANGED,
};

export const TREND: readonly TrendPoint[] = [
  point('2026-10-17', 17, { active: 12, nrnd: 2, 'last-buy': 2, unknown: 1 }, { ok: 12, warn: 3, fail: 2 }),
  point('2026-10-24', 17, { active: 11, nrnd: 2, 'last-buy': 3, unknown: 1 }, { ok: 11, warn: 3, fail: 3 }),
  point('2026-10-31', 18, { active: 10, nrnd: 2, 'last-buy': 4, unknown: 2 }, { ok: 10, warn: 4, fail: 4 }),
  point('2026-11-07', 19, { active: 7, nrnd: 3, 'last-buy': 4, unknown: 5 }, { ok: 7, warn: 8, fail: 4 }),
  point(
    '2026-11-14',
    20,
    { active: 5, nrnd: 2, obsolete: 3, 'last-buy': 4, unknown: 6 },
    { ok: 5, warn: 8, fail: 7 },
  ),
];

function offer(
  minimumOrderQuantity: number,
  standardPackage: number,
  ...prices: readonly (readonly [from: number, price: number])[]
): Offer {
  return {
    minimumOrderQuantity,
    standardPackage,
    prices: prices.map(([from, price]) => ({ from, price })),
    currency: 'USD',
  };
}

function waiver(
  mpn: string,
  until: string,
  lifecycle: Waiver['grantedFor']['lifecycle'],
  lastBuyDate: string | null,
  reason: string,
): Waiver {
  const grantedFor = { lifecycle, match: null, lastBuyDate };
  return { mpn, manufacturer: null, boms: null, reason, owner: 'ada@example.com', until, grantedFor };
}

function state(
  lifecycle: PartState['lifecycle'],
  severity: PartState['severity'],
  lastBuyDate: string | null = null,
): PartState {
  return { match: 'exact', lifecycle, lastBuyDate, severity, waived: false };
}

function change(kind: ChangeKind, mpn: string, from: PartState | null, to: PartState | null): Change {
  const was = from === null ? 'not there' : from.lifecycle;
  const says = `It was ${was}, and is ${to === null ? 'gone' : to.lifecycle} now.`;
  return { kind, mpn, manufacturer: 'Norvik Semiconductor', from, to, says };
}

function point(
  day: string,
  parts: number,
  byLifecycle: TrendPoint['byLifecycle'],
  bySeverity: TrendPoint['bySeverity'],
): TrendPoint {
  return { asOf: `${day}T02:00:00.000Z`, parts, byLifecycle, bySeverity };
}
