import type { AuditReport, MatchedPart, ReportLine, ReportPart, Totals } from '../../src/core/report.ts';
import type { LifecycleWord, MatchWord, Severity } from '../../src/core/words.ts';

const AS_OF = '2026-11-21T02:00:00.000Z';

/** A part as it comes out when nothing is wrong with it; `overrides` make it what a test needs. */
export function aPart(mpn: string, overrides: Partial<ReportPart> = {}): ReportPart {
  const manufacturer = overrides.manufacturer ?? 'Norvik Semiconductor';
  return {
    mpn,
    manufacturer,
    match: 'exact',
    lifecycle: 'active',
    reason: 'Active at DigiKey.',
    matched: overrides.matched === null ? null : aMatch(mpn, manufacturer),
    conflicts: [],
    candidates: [],
    evidence: [`DigiKey lists ${mpn} from ${manufacturer}.`, 'Its status is Active (0).'],
    severity: 'ok',
    observedAt: '2026-11-21T02:00:01.000Z',
    source: 'network',
    lines: [aLine(0, 2, 'U1')],
    ...overrides,
  };
}

export function aMatch(mpn: string, manufacturer: string, overrides: Partial<MatchedPart> = {}): MatchedPart {
  return {
    mpn,
    manufacturer,
    dkpn: `296-${mpn}-ND`,
    statusId: 0,
    statusText: 'Active',
    endOfLife: false,
    discontinued: false,
    lastBuyDate: null,
    daysToLastBuy: null,
    quantityAvailable: 4210,
    marketplaceQuantity: 0,
    leadWeeks: 12,
    normallyStocking: true,
    productUrl: `https://www.digikey.com/en/products/detail/-/-/${encodeURIComponent(mpn)}`,
    datasheetUrl: null,
    ...overrides,
  };
}

export function aLine(
  bom: number,
  row: number,
  designators: string | null,
  quantity: number | null = 1,
): ReportLine {
  return { bom, row, designators, quantity, role: 'primary' };
}

/** The report that goes with these parts: totals counted, verdict and the rest as given or plain. */
export function aReport(parts: readonly ReportPart[], overrides: Partial<AuditReport> = {}): AuditReport {
  return {
    schema: 'bom-audit/report/1',
    tool: { name: 'bom-audit', version: '0.1.0' },
    asOf: AS_OF,
    verdict: 'pass',
    reasons: [],
    boms: [aBom('boards/main.csv')],
    totals: totals(parts),
    quota: {
      requests: parts.length,
      fromCache: 0,
      remainingToday: 904,
      resetsAt: '2026-11-22T00:00:00.000Z',
      calls: { retries: 0, tooMany: 0, errors: 0, latencyMs: null },
    },
    parts,
    unidentified: [],
    skipped: [],
    problems: [],
    ...overrides,
  };
}

/** A BOM as the reader leaves it. */
export function aBom(file: string, sheet: string | null = null): AuditReport['boms'][number] {
  return {
    file,
    sheet,
    headerRow: 1,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    lineItems: 20,
    columns: { mpn: ['Mfr Part #'], manufacturer: ['Mfr'], quantity: 'Qty', designators: 'RefDes' },
    annotated: sheet === null ? 'main.audited.csv' : 'power.audited.xlsx',
    warnings: [],
  };
}

/** What there is to count in these parts. */
export function totals(parts: readonly ReportPart[]): Totals {
  const checked = parts.filter(({ match }) => match !== 'unchecked').length;
  return {
    lineItems: parts.reduce((sum, { lines }) => sum + lines.length, 0),
    parts: parts.length,
    checked,
    coverage: parts.length === 0 ? 1 : checked / parts.length,
    byLifecycle: tally<LifecycleWord>(parts.map(({ lifecycle }) => lifecycle)),
    byMatch: tally<MatchWord>(parts.map(({ match }) => match)),
    bySeverity: tally<Severity>(parts.map(({ severity }) => severity)),
  };
}

function tally<Word extends string>(words: readonly Word[]): Partial<Record<Word, number>> {
  const counts: Partial<Record<Word, number>> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
