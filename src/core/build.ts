import type { BuyingAssumptions } from './buying.ts';
import type { TrendPoint } from './changes.ts';
import type { Compared } from './gate.ts';
import { rank } from './lifecycle.ts';
import type { Bom } from './line.ts';
import { linesThat } from './lines.ts';
import { bomNames } from './names.ts';
import type { Policy } from './policy.ts';
import type { AuditReport, QuotaUse, ReportBom, ReportPart, SkippedLine } from './report.ts';
import { countTotals, coverageByBom } from './totals.ts';
import { whereUsed } from './uses.ts';
import { type Coverage, giveVerdict } from './verdict.ts';
import { waiverOutcomes } from './waiver-outcomes.ts';
import type { Waiver } from './waivers.ts';
import type { Severity } from './words.ts';

/** What a report is made of, beside the parts. */
export interface Frame {
  readonly tool: AuditReport['tool'];
  readonly asOf: string;
  readonly boms: readonly Bom[];
  /** Whether lines that are marked as not fitted were asked, too. */
  readonly includeNotFitted: boolean;
  /** Names of the annotated copies, in the order of `boms`; null where there is none. */
  readonly annotated: readonly (string | null)[];
  readonly quota: QuotaUse;
  readonly sources: AuditReport['sources'];
  /** Why the audit ended early; null when it did not. */
  readonly stopped: string | null;
  /** What all BOMs together must have checked, 0 to 1. */
  readonly coverage: number;
  /** In the order of `boms`. */
  readonly policies: readonly Policy[];
  readonly waivers: readonly Waiver[];
  readonly buying: BuyingAssumptions;
  readonly onlyNew: boolean;
  readonly trend: readonly TrendPoint[];
}

/** Sorts, counts and gives the verdict; the same input gives the same report. */
export function buildReport(compared: Compared, frame: Frame): AuditReport {
  const { unidentified, changes } = compared;
  const { tool, asOf, boms, quota, sources, onlyNew, trend, buying } = frame;
  const parts = [...compared.parts].sort(worstFirst);
  const totals = countTotals(parts, unidentified, boms);
  const files = boms.map(({ file }) => file);
  const waivers = waiverOutcomes(frame.waivers, parts, files, asOf.slice(0, 10));
  const { verdict, reasons } = giveVerdict({
    ...compared,
    parts,
    totals,
    required: frame.coverage,
    coverage: ownCoverage(frame, parts),
    waivers,
    onlyNew,
    stopped: frame.stopped,
  });
  return {
    schema: 'bom-audit/report/1',
    tool,
    asOf,
    verdict,
    reasons,
    boms: boms.map((bom, index) => toReportBom(bom, index, frame)),
    totals,
    quota,
    sources,
    parts,
    onlyNew,
    changes,
    trend,
    buying: buying.plan,
    whereUsed: whereUsed(parts, boms.length),
    waivers,
    unidentified,
    skipped: skippedLines(frame),
    problems: boms.flatMap(({ problems }, bom) => problems.map((problem) => ({ bom, ...problem }))),
  };
}

function toReportBom(bom: Bom, index: number, { annotated, policies, buying }: Frame): ReportBom {
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
  { boms, policies, coverage: required }: Frame,
  parts: readonly ReportPart[],
): readonly Coverage[] {
  const names = bomNames(boms);
  const covered = coverageByBom(parts, boms.length);
  return policies.flatMap(({ coverage }, bom) =>
    coverage === required ? [] : [{ name: names[bom]!, covered: covered[bom]!, required: coverage }],
  );
}

function skippedLines({ boms, includeNotFitted }: Frame): readonly SkippedLine[] {
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

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
