import type { ReportPart } from '../../src/core/report/report.ts';
import { aLine, aMatch, aPart } from './build.ts';

const power = { maker: 'Halden Power', nrnd: 'Not For New Designs' };

/** Parts with every match and every lifecycle word, worst first. */
export function sampleParts(): ReportPart[] {
  return [...failing(), ...warned(), ...waivedAndFine()];
}

function failing(): ReportPart[] {
  return [
    aPart('MCX11E1-FN2', {
      lifecycle: 'obsolete',
      severity: 'fail',
      reason: 'Obsolete: no longer made. The stock that is listed is a marketplace seller’s.',
      matched: aMatch('MCX11E1-FN2', 'Norvik Semiconductor', {
        statusId: 1,
        statusText: 'Obsolete',
        discontinued: true,
        quantityAvailable: 1_700_000,
        marketplaceQuantity: 1_700_000,
        leadWeeks: null,
        normallyStocking: false,
      }),
      evidence: [
        'DigiKey lists one product with this number.',
        'Its status is Obsolete (1).',
        'Obsolete is refused by the policy.',
      ],
      lines: [aLine(0, 2, 'U1'), aLine(1, 4, 'U1')],
    }),
    aPart('EPX7064-10N', {
      lifecycle: 'last-buy-passed',
      severity: 'fail',
      reason: 'The last day to buy was 2026-06-30, 144 days ago.',
      matched: aMatch('EPX7064-10N', 'Norvik Semiconductor', {
        statusId: 4,
        statusText: 'Last Time Buy',
        lastBuyDate: '2026-06-30',
        daysToLastBuy: -144,
        quantityAvailable: 12,
      }),
      lines: [aLine(0, 3, 'U2', null)],
    }),
    aPart('HPW-5V0-2A', {
      manufacturer: power.maker,
      lifecycle: 'eol',
      severity: 'fail',
      reason: 'Its status is Active, but DigiKey’s end-of-life flag is set: taken as end of life.',
      conflicts: ['The status says Active, the end-of-life flag says that it is ending.'],
      matched: aMatch('HPW-5V0-2A', power.maker, { endOfLife: true, quantityAvailable: 830 }),
      candidates: [
        {
          mpn: 'HPW-5V0-3A',
          manufacturer: power.maker,
          lifecycle: 'active',
          why: 'Its maker names it as the successor.',
        },
      ],
      lines: [aLine(1, 5, 'U3', 2)],
    }),
    aPart('DRV-8825-Q', {
      lifecycle: 'last-buy',
      severity: 'fail',
      reason: 'Order by 2026-12-04: 13 days are left.',
      matched: aMatch('DRV-8825-Q', 'Norvik Semiconductor', {
        statusId: 4,
        statusText: 'Last Time Buy',
        lastBuyDate: '2026-12-04',
        daysToLastBuy: 13,
        quantityAvailable: 96_400,
        marketplaceQuantity: 91_000,
      }),
      lines: [aLine(0, 4, 'U4, U5, U6, U7', 4), aLine(1, 6, 'U4', 1)],
    }),
    aPart('CRY-16M000-18', {
      manufacturer: 'Sund Timing',
      lifecycle: 'last-buy',
      severity: 'fail',
      reason: 'Order by 2027-03-31: 130 days are left.',
      matched: aMatch('CRY-16M000-18', 'Sund Timing', {
        statusId: 4,
        statusText: 'Last Time Buy',
        lastBuyDate: '2027-03-31',
        daysToLastBuy: 130,
        leadWeeks: 20,
      }),
      lines: [aLine(0, 5, 'Y1')],
    }),
    aPart('LCD-128064-B', {
      manufacturer: 'Ostrand Displays',
      lifecycle: 'last-buy',
      severity: 'fail',
      reason: 'A last-time buy is announced, and DigiKey gives no date: ask the maker.',
      matched: aMatch('LCD-128064-B', 'Ostrand Displays', {
        statusId: 4,
        statusText: 'Last Time Buy',
        quantityAvailable: 0,
      }),
      lines: [aLine(0, 6, 'DS1')],
    }),
  ];
}

function warned(): ReportPart[] {
  const nothing = { matched: null, lifecycle: 'unknown', severity: 'warn' } as const;
  return [
    aPart('2N3904', {
      manufacturer: 'Norvik Semiconductor',
      lifecycle: 'distributor-discontinued',
      severity: 'warn',
      reason: 'DigiKey stopped carrying it; its maker may still make it.',
      matched: aMatch('2N3904', 'Norvik Semiconductor', {
        statusId: 2,
        statusText: 'Discontinued at DigiKey',
        quantityAvailable: 0,
      }),
      lines: [aLine(0, 7, 'Q1\nQ2\nQ3', 3)],
    }),
    aPart('OPX2277UA', {
      lifecycle: 'nrnd',
      severity: 'warn',
      reason: 'Not recommended for new designs.',
      matched: aMatch('OPX2277UA', 'Norvik Semiconductor', { statusId: 7, statusText: power.nrnd }),
      lines: [aLine(0, 8, Array.from({ length: 48 }, (_, i) => `U${20 + i}`).join(', '), 48)],
    }),
    aPart('RFX-900-P1', {
      manufacturer: 'Sund Timing',
      lifecycle: 'preliminary',
      severity: 'warn',
      reason: 'Announced, but not in full production yet.',
      matched: aMatch('RFX-900-P1', 'Sund Timing', {
        statusId: 5,
        statusText: 'Preliminary',
        quantityAvailable: null,
        leadWeeks: null,
      }),
      lines: [aLine(0, 9, 'U9')],
    }),
    aPart('SNS-BMX-280', {
      lifecycle: 'unknown',
      severity: 'warn',
      reason: 'DigiKey’s status “Allocated” (11) is not one that this tool knows.',
      matched: aMatch('SNS-BMX-280', 'Norvik Semiconductor', { statusId: 11, statusText: 'Allocated' }),
      lines: [aLine(0, 10, 'U10')],
    }),
    aPart('BAV99', {
      ...nothing,
      manufacturer: null,
      match: 'ambiguous',
      reason: 'Three makers sell BAV99, and the BOM does not say which is meant.',
      candidates: [
        { mpn: 'BAV99', manufacturer: 'Norvik Semiconductor', lifecycle: 'active', why: null },
        { mpn: 'BAV99', manufacturer: 'Halden Power', lifecycle: 'nrnd', why: null },
        { mpn: 'BAV99', manufacturer: 'Tessel Discrete', lifecycle: 'obsolete', why: null },
      ],
      lines: [aLine(0, 11, 'D1-D8', 8)],
    }),
    aPart('LM317T', {
      ...nothing,
      manufacturer: 'Ostrand Displays',
      match: 'other-manufacturer',
      reason: 'LM317T exists from Halden Power, not from Ostrand Displays.',
      candidates: [{ mpn: 'LM317T', manufacturer: 'Halden Power', lifecycle: 'active', why: null }],
      lines: [aLine(1, 7, 'U8')],
    }),
    aPart('GRX188R71H104KA9', {
      ...nothing,
      manufacturer: 'Tessel Passive',
      match: 'near',
      reason: 'No part has this number; one is a character longer.',
      candidates: [
        {
          mpn: 'GRX188R71H104KA93D',
          manufacturer: 'Tessel Passive',
          lifecycle: 'active',
          why: 'Two characters longer.',
        },
      ],
      lines: [aLine(0, 12, 'C1-C24', 24), aLine(1, 8, 'C1-C10', 10)],
    }),
    aPart('XJ-7741-ZZ', {
      ...nothing,
      manufacturer: null,
      match: 'not-found',
      reason: 'DigiKey lists no part with this number.',
      lines: [aLine(1, 9, 'J3')],
    }),
    aPart('FPX-2.54-10', {
      ...nothing,
      manufacturer: 'Ostrand Displays',
      match: 'unchecked',
      reason: 'Not asked yet: the day’s quota was spent.',
      observedAt: null,
      source: null,
      evidence: [],
      lines: [aLine(1, 10, 'J4')],
    }),
  ];
}

function waivedAndFine(): ReportPart[] {
  return [
    aPart('FLX-64M-SO8', {
      lifecycle: 'last-buy',
      severity: 'waived',
      reason:
        'Waived until 2027-02-28: a lifetime buy is in the store. Without the waiver: order by 2027-06-30.',
      matched: aMatch('FLX-64M-SO8', 'Norvik Semiconductor', {
        statusId: 4,
        statusText: 'Last Time Buy',
        lastBuyDate: '2027-06-30',
        daysToLastBuy: 221,
      }),
      lines: [aLine(0, 13, 'U11')],
    }),
    aPart('CRX0603-10K', {
      manufacturer: 'Tessel Passive',
      lines: [aLine(0, 14, 'R1-R40', 40), aLine(1, 11, 'R1-R12', 12)],
    }),
    aPart('crx0603 4k7', {
      manufacturer: null,
      match: 'normalized',
      source: 'cache',
      matched: aMatch('CRX0603-4K7', 'Tessel Passive'),
      reason: 'Active at DigiKey as CRX0603-4K7.',
      lines: [aLine(0, 15, 'R41-R60', 20)],
    }),
    aPart('NEX555P', {
      source: 'cache',
      lines: [aLine(0, 16, 'U12'), { ...aLine(1, 12, 'U12'), role: 'primary' }],
    }),
    aPart('TLX555CP', { source: 'cache', lines: [{ ...aLine(1, 12, 'U12'), role: 'alternate' }] }),
    aPart('LEX-0805-G', { manufacturer: 'Halden Power', lines: [aLine(1, 13, null, null)] }),
  ];
}
