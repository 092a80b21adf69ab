import type { AuditReport } from './report.ts';

/**
 * The report when annotated copies could not be written; `missing` says why, in a sentence for each file. An audit whose
 * outcome is not where it is looked for is no pass.
 */
export function withoutCopies(report: AuditReport, missing: ReadonlyMap<string, string>): AuditReport {
  const { verdict, reasons, boms } = report;
  if (missing.size === 0) return report;
  return {
    ...report,
    verdict: verdict === 'pass' ? 'incomplete' : verdict,
    reasons: [...reasons, ...missing.values()],
    boms: boms.map((bom) => (missing.has(bom.file) ? { ...bom, annotated: null } : bom)),
  };
}
