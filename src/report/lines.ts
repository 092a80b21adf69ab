import type { AuditReport, ReportPart } from '../core/report/report.ts';
import { linesOf } from '../core/report/report-lines.ts';
import type { MatchWord, Severity } from '../core/words.ts';

/** What became of one line of a BOM; a line with alternates stands once for each of its parts. */
export interface AuditedLine {
  /** Index into the report's `boms`. */
  readonly bom: number;
  readonly row: number;
  readonly designators: string | null;
  readonly quantity: number | null;
  readonly kind: 'primary' | 'alternate' | 'unidentified' | 'skipped' | 'problem';
  /** Null where the line names no part. */
  readonly part: ReportPart | null;
  readonly match: MatchWord | null;
  /** Null for lines that were not judged: skipped ones and problems. */
  readonly severity: Severity | null;
  /** Index into the report's `waivers` of the one that holds for it; null when none does. */
  readonly waiver: number | null;
  readonly reason: string;
}

/** Every line of every BOM as it came out, in the order of the files: nothing is left out. */
export function auditedLines(report: AuditReport): readonly AuditedLine[] {
  const lines: AuditedLine[] = [];
  for (const part of report.parts) {
    const { match, reason } = part;
    for (const { role, bom, row, designators, quantity, severity, waiver } of linesOf(part)) {
      lines.push({ bom, row, designators, quantity, kind: role, part, match, severity, waiver, reason });
    }
  }
  for (const { bom, row, designators, quantity, match, severity, reason } of report.unidentified) {
    lines.push({
      bom,
      row,
      designators,
      quantity,
      kind: 'unidentified',
      part: null,
      match,
      severity,
      waiver: null,
      reason,
    });
  }
  const unjudged = { part: null, match: null, severity: null, waiver: null };
  for (const { bom, row, designators, quantity, reason } of report.skipped) {
    lines.push({ bom, row, designators, quantity, kind: 'skipped', ...unjudged, reason });
  }
  for (const { bom, row, message } of report.problems) {
    lines.push({
      bom,
      row,
      designators: null,
      quantity: null,
      kind: 'problem',
      ...unjudged,
      reason: message,
    });
  }
  return lines.sort(
    (a, b) => a.bom - b.bom || a.row - b.row || Number(isAlternate(a)) - Number(isAlternate(b)),
  );
}

function isAlternate(line: AuditedLine): boolean {
  return line.kind === 'alternate';
}
