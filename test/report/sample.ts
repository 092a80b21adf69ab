import type { AuditReport } from '../../src/core/report/report.ts';
import { waiverOutcomes } from '../../src/core/rule/waiver-outcomes.ts';
import { AS_OF, aBom, aReport, totals } from './build.ts';
import { BOARDS_PER_YEAR, inContext, SAMPLE_CHANGES, TREND, WAIVERS } from './sample-context.ts';
import { sampleParts } from './sample-parts.ts';

/**
 * Two BOMs, every match and every lifecycle word, an alternate, waivers of every state, changes of every kind,
 * buys, substitutes, and lines of every other kind.
 */
export function sampleReport(): AuditReport {
  const parts = inContext(sampleParts());
  const files = ['boards/main.csv', 'boards/power.xlsx'];
  return aReport(parts, {
    verdict: 'fail',
    reasons: [
      '2 parts have a last-buy date that is open.',
      '1 part has a last-buy announcement without a date.',
      '1 part is at the end of its life.',
      'The last-buy date of 1 part has passed.',
      '1 part is obsolete.',
      '1 part is not checked yet.',
    ],
    boms: [
      { ...aBom('boards/main.csv'), boardsPerYear: BOARDS_PER_YEAR[0]! },
      {
        ...aBom('boards/power.xlsx', 'BOM'),
        boardsPerYear: BOARDS_PER_YEAR[1]!,
        headerRow: 3,
        warnings: ['The sheet “Notes” has no table of parts.'],
      },
    ],
    totals: { ...totals(parts), lineItems: 26, byMatch: { ...totals(parts).byMatch, 'no-mpn': 1 } },
    quota: {
      requests: 19,
      fromCache: 3,
      remainingToday: 889,
      resetsAt: '2026-11-22T00:00:00.000Z',
      calls: { retries: 2, tooMany: 1, errors: 1, latencyMs: { p50: 184, p95: 912 } },
    },
    changes: SAMPLE_CHANGES,
    trend: TREND,
    waivers: waiverOutcomes(WAIVERS, parts, files, AS_OF.slice(0, 10)),
    unidentified: [
      {
        bom: 1,
        row: 14,
        designators: 'J7',
        quantity: 1,
        match: 'no-mpn',
        severity: 'warn',
        reason: 'The line is fitted and names no part number.',
      },
    ],
    skipped: [
      { bom: 0, row: 17, designators: 'R90-R94', quantity: 5, reason: 'Marked as not fitted.' },
      { bom: 1, row: 15, designators: 'TP1', quantity: 1, reason: 'Marked as not fitted.' },
    ],
    problems: [{ bom: 1, row: 16, message: 'The quantity cell holds the error #REF!.' }],
  });
}
