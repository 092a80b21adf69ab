import { type BuyingAssumptions, buyOf } from './buying.ts';
import {
  type Baseline,
  type Change,
  type Changes,
  compareAudits,
  type Snapshot,
  sortChanges,
  type TrendPoint,
} from './changes.ts';
import { type Finding, type Judged, toFindings } from './findings.ts';
import { onlyNewFindings, onlyNewLines, snapshotOf } from './gate.ts';
import { rank } from './lifecycle.ts';
import type { Bom } from './line.ts';
import { bomNames } from './names.ts';
import { type Policy, severityOf } from './policy.ts';
import type {
  AuditReport,
  QuotaUse,
  ReportBom,
  ReportPart,
  SkippedLine,
  Substitute,
  UnidentifiedLine,
} from './report.ts';
import { countTotals, coverageByBom } from './totals.ts';
import { whereUsed } from './uses.ts';
import { giveVerdict, ownCoverage } from './verdict.ts';
import { waiverOutcomes } from './waiver-outcomes.ts';
import type { Waiver } from './waivers.ts';
import type { Severity } from './words.ts';

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
  /** What all BOMs together must have checked, 0 to 1. */
  readonly coverage: number;
  /** In the order of `boms`. */
  readonly policies: readonly Policy[];
  readonly waivers: readonly Waiver[];
  readonly buying: BuyingAssumptions;
  /** What this audit is compared with; null when there is nothing. */
  readonly baseline: Baseline | null;
  readonly onlyNew: boolean;
  readonly trend: readonly TrendPoint[];
}

/** Rules on the parts and on the lines without one; before anything is compared. */
export function ruleOnAll(
  judged: readonly Judged[],
  { boms, policies, waivers, asOf }: Pick<Frame, 'boms' | 'policies' | 'waivers' | 'asOf'>,
): Ruled {
  const files = boms.map(({ file }) => file);
  const findings = toFindings(judged, { policies, files, waivers, today: asOf.slice(0, 10) });
  const keys = judged.map(({ query }) => query.key);
  const unidentified = unidentifiedLines(boms, policies);
  return {
    findings,
    keys,
    unidentified,
    snapshot: snapshotOf(asOf, findings, keys, unidentified, bomNames(boms)),
  };
}

/** The parts with their severities, the keys of their questions, and what a later audit compares. */
export interface Ruled {
  readonly findings: readonly Finding[];
  readonly keys: readonly string[];
  readonly unidentified: readonly UnidentifiedLine[];
  readonly snapshot: Snapshot;
}

/** The parts of a report in the order in which they were asked: compared, gated, and with their buys. */
export function toParts(
  ruled: Ruled,
  frame: Frame,
  substitutes: ReadonlyMap<string, readonly Substitute[]>,
): readonly ReportPart[] {
  const { keys, snapshot } = ruled;
  const { baseline, onlyNew, asOf, buying } = frame;
  const changes: ReadonlyMap<string, Change> = baseline
    ? compareAudits(baseline.snapshot, snapshot)
    : new Map();
  const findings =
    onlyNew && baseline
      ? onlyNewFindings(ruled.findings, keys, changes, baseline.snapshot.asOf)
      : ruled.findings;
  return findings.map((finding, index) => ({
    ...finding,
    change: changes.get(keys[index]!)?.kind ?? null,
    buy: buyOf(finding, buying, asOf.slice(0, 10)),
    substitutes: substitutes.get(keys[index]!) ?? null,
  }));
}

/** Sorts, counts and gives the verdict; the same input gives the same report. */
export function buildReport(parts: readonly ReportPart[], ruled: Ruled, frame: Frame): AuditReport {
  const { boms, baseline, onlyNew, policies, asOf } = frame;
  const names = bomNames(boms);
  const sorted = [...parts].sort(worstFirst);
  const unidentified =
    onlyNew && baseline ? onlyNewLines(ruled.unidentified, baseline.snapshot, names) : ruled.unidentified;
  const totals = countTotals(parts, unidentified, boms);
  const files = boms.map(({ file }) => file);
  const waivers = waiverOutcomes(frame.waivers, sorted, files, asOf.slice(0, 10));
  const coverage = ownCoverage(policies, frame.coverage, coverageByBom(parts, boms.length), names);
  const since = baseline?.snapshot.asOf ?? null;
  const { stopped } = frame;
  return {
    schema: 'bom-audit/report/1',
    tool: frame.tool,
    asOf,
    ...giveVerdict({
      ...{ parts: sorted, unidentified, totals, waivers, onlyNew, since, stopped },
      ...{ coverage, required: frame.coverage },
      spared: parts.filter(({ severity }, index) => severity !== ruled.findings[index]!.severity).length,
    }),
    boms: boms.map((bom, index) => toReportBom(bom, index, frame)),
    totals,
    quota: frame.quota,
    parts: sorted,
    onlyNew,
    changes: baseline && changesSince(baseline, ruled.snapshot),
    trend: frame.trend,
    buying: frame.buying.plan,
    whereUsed: whereUsed(sorted, boms.length),
    waivers,
    unidentified,
    skipped: skippedLines(boms),
    problems: boms.flatMap(({ problems }, bom) => problems.map((problem) => ({ bom, ...problem }))),
  };
}

function changesSince({ snapshot, name }: Baseline, now: Snapshot): Changes {
  const list = sortChanges(compareAudits(snapshot, now).values());
  return { since: snapshot.asOf, baseline: name, list };
}

function toReportBom(bom: Bom, index: number, { annotated, policies, buying }: Frame): ReportBom {
  const { file, sheet, headerRow, sha256, columns, warnings, lines } = bom;
  return {
    ...{ file, sheet, headerRow, sha256, lineItems: lines.length, columns },
    annotated: annotated[index] ?? null,
    warnings,
    policy: policies[index]!,
    boardsPerYear: buying.boardsPerYear[index] ?? null,
  };
}

function unidentifiedLines(boms: readonly Bom[], policies: readonly Policy[]): readonly UnidentifiedLine[] {
  return boms.flatMap(({ lines }, bom) =>
    lines
      .filter(({ fitted, parts }) => fitted && parts.length === 0)
      .map(({ row, designators, quantity }) => ({
        bom,
        row,
        designators,
        quantity,
        match: 'no-mpn',
        severity: severityOf('no-mpn', 'unknown', policies[bom]!),
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
