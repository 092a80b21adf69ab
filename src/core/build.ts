import { rank } from './lifecycle.ts';
import type { Bom } from './line.ts';
import { type Policy, severityOf, verdictOf } from './policy.ts';
import type {
  AuditReport,
  QuotaUse,
  ReportBom,
  ReportPart,
  SkippedLine,
  Totals,
  UnidentifiedLine,
} from './report.ts';
import {
  LIFECYCLES,
  type LifecycleWord,
  MATCHES,
  type MatchWord,
  SEVERITIES,
  type Severity,
} from './words.ts';

/** What a report is made of, beside the parts. */
export interface Frame {
  readonly tool: AuditReport['tool'];
  readonly asOf: string;
  readonly boms: readonly Bom[];
  /** Names of the annotated copies, in the order of `boms`; null where there is none. */
  readonly annotated: readonly (string | null)[];
  readonly quota: QuotaUse;
  /** Why the audit ended early; null when it did not. */
  readonly stopped: string | null;
}

/** Sorts, counts and gives the verdict; the same input gives the same report. */
export function buildReport(parts: readonly ReportPart[], policy: Policy, frame: Frame): AuditReport {
  const sorted = [...parts].sort(worstFirst);
  const unidentified = unidentifiedLines(frame.boms, policy);
  const totals = countTotals(parts, unidentified, frame.boms);
  const unchecked = totals.parts - totals.checked;
  const failing = [...parts, ...unidentified].filter(({ severity }) => severity === 'fail').length;
  return {
    schema: 'bom-audit/report/1',
    tool: frame.tool,
    asOf: frame.asOf,
    verdict: verdictOf({ failing, unchecked, coverage: totals.coverage }, policy),
    reasons: reasons(sorted, unidentified, totals, policy, frame),
    boms: frame.boms.map((bom, index) => toReportBom(bom, frame.annotated[index] ?? null)),
    totals,
    quota: frame.quota,
    parts: sorted,
    unidentified,
    skipped: skippedLines(frame.boms),
    problems: frame.boms.flatMap(({ problems }, bom) => problems.map((problem) => ({ bom, ...problem }))),
  };
}

function toReportBom(bom: Bom, annotated: string | null): ReportBom {
  const { file, sheet, headerRow, sha256, columns, warnings, lines } = bom;
  return { file, sheet, headerRow, sha256, lineItems: lines.length, columns, annotated, warnings };
}

function unidentifiedLines(boms: readonly Bom[], policy: Policy): readonly UnidentifiedLine[] {
  return boms.flatMap(({ lines }, bom) =>
    lines
      .filter(({ fitted, parts }) => fitted && parts.length === 0)
      .map(({ row, designators, quantity }) => ({
        bom,
        row,
        designators,
        quantity,
        match: 'no-mpn',
        severity: severityOf('no-mpn', 'unknown', policy),
        reason: 'The line names no part number, so nobody checked it.',
      })),
  );
}

function skippedLines(boms: readonly Bom[]): readonly SkippedLine[] {
  return boms.flatMap(({ lines }, bom) =>
    lines
      .filter(({ fitted }) => !fitted)
      .map(({ row, designators, quantity }) => ({
        bom,
        row,
        designators,
        quantity,
        reason: 'Marked as not fitted.',
      })),
  );
}

function countTotals(
  parts: readonly ReportPart[],
  unidentified: readonly UnidentifiedLine[],
  boms: readonly Bom[],
): Totals {
  const checked = parts.filter(({ match }) => match !== 'unchecked').length;
  return {
    lineItems: boms.reduce((sum, { lines }) => sum + lines.length, 0),
    parts: parts.length,
    checked,
    coverage: parts.length === 0 ? 1 : checked / parts.length,
    byLifecycle: countBy(
      LIFECYCLES,
      parts.map(({ lifecycle }) => lifecycle),
    ),
    byMatch: countBy(
      MATCHES,
      [...parts, ...unidentified].map(({ match }) => match),
    ),
    bySeverity: countBy(
      SEVERITIES,
      parts.map(({ severity }) => severity),
    ),
  };
}

/** Counts in the order of `words`, without those that do not occur. */
function countBy<W extends string>(words: readonly W[], values: readonly W[]): Partial<Record<W, number>> {
  const counts = new Map(words.map((word) => [word, 0]));
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Object.fromEntries([...counts].filter(([, count]) => count > 0)) as Partial<Record<W, number>>;
}

const ORDER: readonly Severity[] = ['fail', 'warn', 'waived', 'ok'];

function worstFirst(a: ReportPart, b: ReportPart): number {
  return (
    ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity) ||
    rank(b.lifecycle) - rank(a.lifecycle) ||
    compareText(a.matched?.lastBuyDate ?? '9999', b.matched?.lastBuyDate ?? '9999') ||
    compareText(a.mpn, b.mpn) ||
    compareText(a.manufacturer ?? '', b.manufacturer ?? '')
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

const LIFECYCLE_PHRASES: Readonly<Record<LifecycleWord, string>> = {
  active: 'active',
  preliminary: 'preliminary',
  nrnd: 'not for new designs',
  'distributor-discontinued': 'discontinued at DigiKey',
  'last-buy': 'at last-time buy',
  eol: 'at announced end of life',
  'last-buy-passed': 'past the last-buy date',
  obsolete: 'obsolete',
  unknown: 'of unknown lifecycle',
};

const MATCH_PHRASES: Partial<Record<MatchWord, string>> = {
  ambiguous: 'ambiguous between makers',
  'other-manufacturer': 'listed from another maker only',
  near: 'near misses of other part numbers',
  'not-found': 'not found',
};

function reasons(
  parts: readonly ReportPart[],
  unidentified: readonly UnidentifiedLine[],
  totals: Totals,
  policy: Policy,
  { stopped }: Frame,
): readonly string[] {
  const open = totals.parts - totals.checked;
  const unnamed = unidentified.filter(({ severity }) => severity === 'fail').length;
  return [
    ...failures(parts),
    ...(unnamed > 0 ? [`${unnamed === 1 ? '1 line names' : `${unnamed} lines name`} no part number`] : []),
    ...(open > 0 ? [`${partsAre(open)} not checked yet`] : []),
    ...(totals.coverage < policy.coverage
      ? [`${percent(totals.coverage)} of the parts are checked, ${percent(policy.coverage)} are required`]
      : []),
    ...(stopped === null ? [] : [stopped]),
  ];
}

/** What fails, in words and counted, in the order of the parts. */
function failures(parts: readonly ReportPart[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { severity, match, lifecycle } of parts) {
    if (severity !== 'fail' || match === 'unchecked') continue;
    const phrase = MATCH_PHRASES[match] ?? LIFECYCLE_PHRASES[lifecycle];
    counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return [...counts].map(([phrase, count]) => `${partsAre(count)} ${phrase}`);
}

function partsAre(count: number): string {
  return count === 1 ? '1 part is' : `${count} parts are`;
}

function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}
