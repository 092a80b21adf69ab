import type { AuditReport, ReportPart } from '../core/report/report.ts';
import { isValid, type Severity } from '../core/words.ts';
import { MATCH_WORDING } from './words.ts';

/**
 * What somebody must decide: every failing part, and the warned ones whose lifecycle is known to be believed.
 * Those that can still be bought by a stated day come first, by the day to decide, also where that has passed;
 * the rest stay worst first.
 */
export function decisions(report: AuditReport): readonly ReportPart[] {
  const wanted = report.parts.filter(
    ({ severity, match }) => severity === 'fail' || (severity === 'warn' && isValid(match)),
  );
  const open = wanted.filter(isOpen).sort((a, b) => compare(decideBy(a), decideBy(b)));
  return [...open, ...wanted.filter((part) => !isOpen(part))];
}

/** Every part without a valid match, whatever its severity, but for the waived ones. */
export function unverified(report: AuditReport): readonly ReportPart[] {
  return report.parts.filter(({ match, severity }) => !isValid(match) && severity !== 'waived');
}

export function waived(report: AuditReport): readonly ReportPart[] {
  return report.parts.filter(({ severity }) => severity === 'waived');
}

/** Every part with a last-buy day, in the order of the days. */
export function dated(report: AuditReport): readonly ReportPart[] {
  return report.parts
    .filter((part) => lastBuyDay(part) !== '')
    .sort((a, b) => compare(lastBuyDay(a), lastBuyDay(b)));
}

/** Parts whose end is announced without a day: somebody has to ask the maker. */
export function undated(report: AuditReport): readonly ReportPart[] {
  return report.parts.filter(
    (part) => (part.lifecycle === 'last-buy' || part.lifecycle === 'eol') && lastBuyDay(part) === '',
  );
}

/** A line without a part that could be asked for, and the step that would settle it. */
export interface OpenLine {
  /** Index into the report's `boms`. */
  readonly bom: number;
  readonly row: number;
  readonly designators: string | null;
  /** Null for a row that could not be read. */
  readonly severity: Severity | null;
  readonly why: string;
  readonly step: string;
}

/** Fitted lines without a part number, then rows that could not be read. */
export function openLines({ unidentified, problems }: AuditReport): readonly OpenLine[] {
  const { step } = MATCH_WORDING['no-mpn'];
  const mend = 'Mend the row in the BOM, then run again.';
  return [
    ...unidentified.map(({ reason, ...line }) => ({ ...line, why: reason, step })),
    ...problems.map(({ message, ...at }) => ({
      ...at,
      designators: null,
      severity: null,
      why: message,
      step: mend,
    })),
  ];
}

function isOpen(part: ReportPart): boolean {
  return (part.matched?.daysToLastBuy ?? -1) >= 0;
}

function decideBy(part: ReportPart): string {
  return part.buy?.decideBy ?? lastBuyDay(part);
}

function lastBuyDay(part: ReportPart): string {
  return part.matched?.lastBuyDate ?? '';
}

/** By code units, the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
