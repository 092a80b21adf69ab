import type { Need } from './demand.ts';
import { worseSeverity } from './policy.ts';
import type { BomUse, ReportLine, ReportPart, WhereUsed } from './report.ts';

/** The parts at risk, waived ones included, by BOM. */
export function whereUsed(parts: readonly ReportPart[], boms: number): readonly WhereUsed[] {
  return parts.flatMap(({ severity, lines }, part) =>
    severity === 'ok' ? [] : [{ part, uses: usesOf(lines, boms) }],
  );
}

/** What each BOM needs of a part, over the lines that name it first: an alternate is not what is bought. */
export function needsOf(
  lines: readonly ReportLine[],
  boardsPerYear: readonly (number | null)[],
): readonly Need[] {
  const uses = usesOf(lines, boardsPerYear.length);
  return uses.flatMap((use, bom) =>
    use?.role === 'primary' ? [{ bom, perBoard: use.quantity, boardsPerYear: boardsPerYear[bom]! }] : [],
  );
}

function usesOf(lines: readonly ReportLine[], boms: number): readonly (BomUse | null)[] {
  const uses = new Array<BomUse | null>(boms).fill(null);
  for (const line of lines) uses[line.bom] = joined(uses[line.bom] ?? null, line);
  return uses;
}

function joined(use: BomUse | null, { role, quantity, severity }: ReportLine): BomUse {
  const own = role === 'primary' ? quantity : 0;
  if (use === null) return { quantity: own, lines: 1, role, severity };
  return {
    quantity: use.quantity === null || own === null ? null : use.quantity + own,
    lines: use.lines + 1,
    role: use.role === 'primary' ? 'primary' : role,
    severity: worseSeverity(use.severity, severity),
  };
}
