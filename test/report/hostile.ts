import { buyOf } from '../../src/core/buying/buy.ts';
import type { AuditReport, ReportPart } from '../../src/core/report/report.ts';
import { AS_OF, aBom, aLine, aMatch, aPart, aReport, PLAN } from './build.ts';

/** Wants to begin a line of its own in calendars, logs and reports. */
const BREAKS = 'X\r\nATTENDEE:mailto:evil@example.com\n::error::x\u2028X-EVIL:1';

/** What a BOM may hold that wants to be markup, a formula, a link or invisible. */
export function hostileReport(): AuditReport {
  return aReport(
    [
      aPart('=HYPERLINK("http://evil.example","x")', {
        manufacturer: '</script><script>alert(1)</script>',
        severity: 'fail',
        lifecycle: 'obsolete',
        reason:
          'Obsolete: <img src=x onerror=alert(1)> | @everyone see https://evil.example `x` [a](javascript:alert(1)).',
        matched: aMatch('+cmd|calc', '@SUM(A1)', {
          productUrl: 'javascript:alert(1)',
          datasheetUrl: 'data:text/html,<b>x',
          statusText: '-1+2',
          daysToLastBuy: -12,
          lastBuyDate: '2026-11-09',
        }),
        change: 'worsened',
        substitutes: [
          {
            ...{ mpn: '@SUM(1)', manufacturer: '<h1>1', lifecycle: 'nrnd', why: null, match: 'exact' },
            ...{ relation: '-2+3', quantityAvailable: 1, productUrl: 'vbscript:x', observedAt: null },
          },
        ],
        conflicts: ['<b>bold</b>'],
        candidates: [
          { mpn: '\t=1+1', manufacturer: '"><svg onload=alert(1)>', lifecycle: 'active', why: '``|``' },
        ],
        lines: [aLine(0, 2, "\r=cmd|' /C calc'!A0", 1)],
      }),
      aPart('AB\u0000C\u202eDE\ud800\uffff', {
        manufacturer: null,
        match: 'not-found',
        matched: null,
        lifecycle: 'unknown',
        severity: 'warn',
      }),
      withLineBreaks(),
    ],
    {
      changes: {
        since: AS_OF,
        baseline: '<b>bold</b>\n.json',
        list: [
          {
            ...{ kind: 'removed', mpn: BREAKS, manufacturer: '=1+1', from: null, to: null },
            says: '<img src=x> [a](javascript:x) |',
          },
        ],
      },
      waivers: [
        {
          ...{
            mpn: '=1+1',
            manufacturer: '<h1>1',
            boms: ['+1|2'],
            reason: `<b>bold${BREAKS}`,
            owner: '@owner',
          },
          ...{ until: '2027-01-01', state: 'lapsed', says: '-1 <img src=x>', parts: [0] },
          grantedFor: { lifecycle: 'nrnd', match: null, lastBuyDate: null },
        },
      ],
      sources: [{ name: 'DigiKey', baseUrl: 'https://[::1]/<img src=x>|`x`', namedBy: '<b>.env' }],
      verdict: 'fail',
      reasons: ['# <h1>1 part | is obsolete</h1>'],
      boms: [aBom('../<b>evil|`name`</b>.csv')],
    },
  );
}

function withLineBreaks(): ReportPart {
  const matched = aMatch(BREAKS, BREAKS, { lastBuyDate: '2027-01-05', daysToLastBuy: 45, currency: '=1+1' });
  const part = aPart(BREAKS, {
    ...{ manufacturer: BREAKS, lifecycle: 'last-buy', severity: 'fail', reason: BREAKS, matched },
    lines: [aLine(0, 9, BREAKS, 2)],
  });
  const assumptions = { plan: PLAN, boardsPerYear: [10], holdings: new Map() };
  return { ...part, buy: buyOf(part, assumptions, AS_OF.slice(0, 10)) };
}
