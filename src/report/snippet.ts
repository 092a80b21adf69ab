import type { AuditReport, ReportPart } from '../core/report/report.ts';
import type { Waiver } from '../core/rule/waivers.ts';

/** How long a proposed waiver holds, in days from the audit. */
const DAYS = 90;
const DAY = 86_400_000;

/**
 * Parts that a person could accept: failing or warned, and known to be what they are. A number with a wildcard in it
 * would waive more than itself.
 */
export function waivable(report: AuditReport): readonly ReportPart[] {
  return report.parts.filter(
    ({ severity, match, mpn }) =>
      (severity === 'fail' || severity === 'warn') && match !== 'unchecked' && !/[*?]/.test(mpn),
  );
}

/**
 * A waiver for the part in its present state, in the BOMs where it is a finding. Reason and owner are left empty on
 * purpose: the configuration refuses it until somebody has filled them in.
 */
export function waiverFor(part: ReportPart, { boms, asOf }: AuditReport): Waiver {
  const files = part.uses.filter(({ severity }) => severity !== 'ok').map(({ bom }) => boms[bom]?.file ?? '');
  return {
    mpn: part.mpn,
    manufacturer: part.manufacturer,
    boms: [...new Set(files)],
    reason: '',
    owner: '',
    until: new Date(Date.parse(asOf.slice(0, 10)) + DAYS * DAY).toISOString().slice(0, 10),
    grantedFor: {
      lifecycle: part.lifecycle,
      match: part.match,
      lastBuyDate: part.matched?.lastBuyDate ?? null,
    },
  };
}
