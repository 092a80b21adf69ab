import type { Assessment } from './assess.ts';
import type { LineItem } from './line.ts';
import { type Policy, severityOf } from './policy.ts';
import type { PartQuery } from './query.ts';
import type { ReportPart } from './report.ts';
import { SEVERITIES, type Severity } from './words.ts';

/** One judged part with every line that names it. */
export interface Judged {
  readonly query: PartQuery;
  readonly assessment: Assessment;
}

/**
 * Puts severities on parts. A part fails only where it decides: as the first part number of a line, or, when the
 * policy takes any alternate, where no alternate of the line is better. Elsewhere a failing part is a warning.
 */
export function toFindings(judged: readonly Judged[], policy: Policy): readonly ReportPart[] {
  const own = new Map(
    judged.map(({ query, assessment }) => [
      query,
      severityOf(assessment.match, assessment.lifecycle, policy),
    ]),
  );
  const best = policy.alternates === 'any' ? bestOfLines(own) : undefined;
  return judged.map(({ query, assessment }) => {
    const severity = own.get(query)!;
    const decides = query.uses.some(({ line, role }) =>
      best ? best.get(line) === 'fail' : role === 'primary',
    );
    const lines = query.uses.map(({ bom, line, role }) => ({
      bom,
      row: line.row,
      designators: line.designators,
      quantity: line.quantity,
      role,
    }));
    if (severity !== 'fail' || decides) return { ...assessment, severity, lines };
    const evidence = [
      ...assessment.evidence,
      'a warning only: no line depends on it, each has another part number',
    ];
    return { ...assessment, evidence, severity: 'warn', lines };
  });
}

function bestOfLines(own: ReadonlyMap<PartQuery, Severity>): ReadonlyMap<LineItem, Severity> {
  const best = new Map<LineItem, Severity>();
  for (const [query, severity] of own) {
    for (const { line } of query.uses) {
      const other = best.get(line) ?? severity;
      best.set(line, SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(other) ? severity : other);
    }
  }
  return best;
}
