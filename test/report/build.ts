import { partKey } from '../../src/core/bom/part-query.ts';
import type { BuyingPlan } from '../../src/core/buying/demand.ts';
import type { MatchedPart } from '../../src/core/judge/assess.ts';
import type { AuditReport, ReportPart, Totals } from '../../src/core/report/report.ts';
import { linesOf, type ReportLine } from '../../src/core/report/report-lines.ts';
import { whereUsed } from '../../src/core/report/where-used.ts';
import type { RuledUse } from '../../src/core/rule/finding.ts';
import type { Policy } from '../../src/core/rule/policy.ts';
import type { LifecycleWord, MatchWord, Severity } from '../../src/core/words.ts';

export const AS_OF = '2026-11-21T02:00:00.000Z';

export const PLAN: BuyingPlan = {
  years: 5,
  sparesPercent: 2,
  attritionPercent: 5,
  approvalDays: 14,
  purchasingDays: 14,
};

const POLICY: Policy = {
  failOn: ['obsolete', 'last-buy-passed', 'eol', 'last-buy'],
  warnOn: [
    ...(['nrnd', 'distributor-discontinued', 'preliminary', 'unknown', 'ambiguous'] as const),
    ...(['other-manufacturer', 'near', 'not-found', 'no-mpn', 'unchecked'] as const),
  ],
  conditions: [],
  coverage: 1,
  alternates: 'primary',
};

interface PartOverrides extends Partial<Omit<ReportPart, 'uses'>> {
  readonly lines?: readonly ReportLine[];
}

/** A part as it comes out when nothing is wrong with it; `overrides` make it what a test needs. The first waiver waives. */
export function aPart(mpn: string, overrides: PartOverrides = {}): ReportPart {
  const { severity = 'ok', lines = [aLine(0, 2, 'U1')], ...rest } = overrides;
  const manufacturer = rest.manufacturer ?? 'Norvik Semiconductor';
  const bare = severity === 'waived' ? 'fail' : severity;
  return {
    key: partKey({ mpn, manufacturer }, {}),
    mpn,
    manufacturer,
    match: 'exact',
    witnesses: [],
    lifecycle: 'active',
    reason: 'Active at DigiKey.',
    matched: rest.matched === null ? null : aMatch(mpn, manufacturer),
    conflicts: [],
    candidates: [],
    evidence: [`DigiKey lists ${mpn} from ${manufacturer}.`, 'Its status is Active (0).'],
    severity,
    bare,
    causes:
      bare === 'ok'
        ? []
        : [{ rule: rest.lifecycle ?? 'active', severity: bare, says: `The policy is to ${bare} on it.` }],
    change: null,
    buy: null,
    substitutes: null,
    observedAt: '2026-11-21T02:00:01.000Z',
    source: 'network',
    uses: lines.map((line) => aUse({ ...line, severity, waiver: severity === 'waived' ? 0 : null })),
    ...rest,
  };
}

function aUse({ bom, role, severity, waiver, ...line }: ReportLine): RuledUse {
  return { bom, role, severity, waiver, lines: [{ ...line, parts: [], fitted: true, notes: [] }] };
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
    minimumOrderQuantity: 1,
    standardPackage: 1,
    prices: [],
    currency: 'USD',
    ...overrides,
  };
}

export function aLine(
  bom: number,
  row: number,
  designators: string | null,
  quantity: number | null = 1,
): ReportLine {
  return { bom, row, designators, quantity, role: 'primary', severity: 'ok', waiver: null };
}

/** The report that goes with these parts: totals counted, verdict and the rest as given or plain. */
export function aReport(parts: readonly ReportPart[], overrides: Partial<AuditReport> = {}): AuditReport {
  const boms = overrides.boms ?? [aBom('boards/main.csv')];
  return {
    schema: 'bom-audit/report/1',
    tool: { name: 'bom-audit', version: '0.1.0' },
    asOf: AS_OF,
    verdict: 'pass',
    reasons: [],
    boms,
    totals: totals(parts),
    sources: [{ name: 'DigiKey', baseUrl: 'https://api.digikey.com', namedBy: null }],
    quota: {
      requests: parts.length,
      fromCache: 0,
      remainingToday: 904,
      resetsAt: '2026-11-22T00:00:00.000Z',
      calls: { retries: 0, tooMany: 0, errors: 0, latencyMs: null },
    },
    parts,
    onlyNew: false,
    changes: null,
    trend: [],
    buying: PLAN,
    whereUsed: whereUsed(parts, boms.length),
    waivers: [],
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
    policy: POLICY,
    boardsPerYear: null,
  };
}

/** What there is to count in these parts. */
export function totals(parts: readonly ReportPart[]): Totals {
  const checked = parts.filter(({ match }) => match !== 'unchecked').length;
  return {
    lineItems: parts.reduce((sum, part) => sum + linesOf(part).length, 0),
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
