import type { Bom } from '../bom/line.ts';
import { bomNames } from '../bom/names.ts';
import { linesThat } from '../bom/packed-lines.ts';
import { type BuyingAssumptions, buyOf } from '../buying/buy.ts';
import { type Baseline, type Change, compareAudits, sortChanges } from '../history/changes.ts';
import { type Gated, gate } from '../history/gate.ts';
import type { Snapshot } from '../history/snapshot.ts';
import type { TrendPoint } from '../history/trend.ts';
import { rank } from '../judge/lifecycle.ts';
import type { Finding } from '../rule/finding.ts';
import type { Findings } from '../rule/findings.ts';
import type { Policy } from '../rule/policy.ts';
import { waiverOutcomes } from '../rule/waiver-outcomes.ts';
import type { Waiver } from '../rule/waivers.ts';
import { compareText } from '../text.ts';
import type { Severity } from '../words.ts';
import type {
  AuditReport,
  QuotaUse,
  ReportBom,
  ReportPart,
  ReportSource,
  SkippedLine,
  Substitute,
} from './report.ts';
import { countTotals, coverageByBom } from './totals.ts';
import { type Coverage, giveVerdict } from './verdict.ts';
import { whereUsed } from './where-used.ts';

/** What a report is made of. */
export interface ReportInput {
  readonly tool: AuditReport['tool'];
  /** Who was asked. */
  readonly sources: readonly ReportSource[];
  readonly asOf: string;
  readonly boms: readonly Bom[];
  /** Whether lines that are marked as not fitted were asked, too. */
  readonly includeNotFitted: boolean;
  /** Names of the annotated copies, in the order of `boms`; null where there is none. */
  readonly annotated: readonly (string | null)[];
  readonly quota: QuotaUse;
  /** Why the audit ended early; null when it did not. */
  readonly stopped: string | null;
  readonly findings: Findings;
  /** Of these findings, as a later audit compares it. */
  readonly snapshot: Snapshot;
  /** Null when there is nothing to compare with. */
  readonly baseline: Baseline | null;
  /** Only what is introduced or worse since the baseline may fail; without one everything is new. */
  readonly onlyNew: boolean;
  /** What all BOMs together must have checked, 0 to 1. */
  readonly coverage: number;
  /** In the order of `boms`. */
  readonly policies: readonly Policy[];
  readonly waivers: readonly Waiver[];
  readonly buying: BuyingAssumptions;
  /** By the key of the part. */
  readonly substitutes: ReadonlyMap<string, readonly Substitute[]>;
  readonly trend: readonly TrendPoint[];
}

/** Compares, sorts, counts and gives the verdict; the same input gives the same report. */
export function buildReport(input: ReportInput): AuditReport {
  const { tool, asOf, boms, quota, onlyNew, trend, buying, baseline } = input;
  const changes = baseline ? compareAudits(baseline.snapshot, input.snapshot) : NO_CHANGES;
  const { parts: findings, unidentified, spared } = gated(input, changes);
  const today = asOf.slice(0, 10);
  const parts = findings.map((finding) => toReportPart(finding, input, changes, today)).sort(worstFirst);
  const totals = countTotals(parts, unidentified, boms);
  const files = boms.map(({ file }) => file);
  const waivers = waiverOutcomes(input.waivers, parts, files, today);
  const told = baseline && {
    since: baseline.snapshot.asOf,
    baseline: baseline.name,
    list: sortChanges(changes.values()),
  };
  const { verdict, reasons } = giveVerdict({
    parts,
    unidentified,
    totals,
    required: input.coverage,
    coverage: ownCoverage(input, parts),
    unaudited: unauditedBoms(boms, parts),
    waivers,
    onlyNew,
    spared,
    changes: told,
    stopped: input.stopped,
  });
  return {
    schema: 'bom-audit/report/1',
    tool,
    asOf,
    verdict,
    reasons,
    boms: boms.map((bom, index) => toReportBom(bom, index, input)),
    totals,
    quota,
    sources: input.sources,
    parts,
    onlyNew,
    changes: told,
    trend,
    buying: buying.plan,
    whereUsed: whereUsed(parts, boms.length),
    waivers,
    unidentified,
    skipped: skippedLines(input),
    problems: boms.flatMap(({ problems }, bom) => problems.map((problem) => ({ bom, ...problem }))),
  };
}

const NO_CHANGES: ReadonlyMap<string, Change> = new Map();

function gated(
  { findings, onlyNew, baseline, boms }: ReportInput,
  changes: ReadonlyMap<string, Change>,
): Gated {
  if (!onlyNew || !baseline) return { ...findings, spared: 0 };
  return gate(findings, baseline, changes, bomNames(boms));
}

function toReportPart(
  finding: Finding,
  { buying, substitutes }: ReportInput,
  changes: ReadonlyMap<string, Change>,
  today: string,
): ReportPart {
  return {
    change: changes.get(finding.key)?.kind ?? null,
    buy: buyOf(finding, buying, today),
    substitutes: substitutes.get(finding.key) ?? null,
    ...finding, // last: first, it would give each part a hidden class of its own
  };
}

function toReportBom(bom: Bom, index: number, { annotated, policies, buying }: ReportInput): ReportBom {
  const { file, sheet, headerRow, sha256, columns, warnings, lines } = bom;
  return {
    file,
    sheet,
    headerRow,
    sha256,
    lineItems: lines.length,
    columns,
    annotated: annotated[index] ?? null,
    warnings,
    policy: policies[index]!,
    boardsPerYear: buying.boardsPerYear[index] ?? null,
  };
}

/** The coverage of the BOMs that ask for another one than all together. */
function ownCoverage(
  { boms, policies, coverage: required }: ReportInput,
  parts: readonly ReportPart[],
): readonly Coverage[] {
  const names = bomNames(boms);
  const covered = coverageByBom(parts, boms.length);
  return policies.flatMap(({ coverage }, bom) =>
    coverage === required ? [] : [{ name: names[bom]!, covered: covered[bom]!, required: coverage }],
  );
}

/** A BOM without a part that was looked up says nothing of what is on it. */
function unauditedBoms(boms: readonly Bom[], parts: readonly ReportPart[]): readonly string[] {
  const audited = new Set(parts.flatMap(({ uses }) => uses.map(({ bom }) => bom)));
  return bomNames(boms).filter((_, bom) => !audited.has(bom));
}

function skippedLines({ boms, includeNotFitted }: ReportInput): readonly SkippedLine[] {
  return boms.flatMap(({ lines }, bom) =>
    linesThat(lines, ({ fitted, parts }) => !fitted && !(includeNotFitted && parts.length > 0)).map(
      ({ row, designators, quantity }) => ({
        bom,
        row,
        designators,
        quantity,
        reason: 'Marked as not fitted.',
      }),
    ),
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
