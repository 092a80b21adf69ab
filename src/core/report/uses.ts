import type { Need } from '../buying/demand.ts';
import { worseSeverity } from '../rule/policy.ts';
import type { BomUse, ReportLine, ReportPart, RuledUse, WhereUsed } from './report.ts';

/** The lines that name the part, by BOM and row. */
export function linesOf({ uses }: Pick<ReportPart, 'uses'>): readonly ReportLine[] {
  return uses
    .flatMap(({ bom, role, severity, lines }) =>
      Array.from(lines, ({ row, designators, quantity, fitted }) => {
        return { bom, row, designators, quantity: fitted ? quantity : 0, role, severity };
      }),
    )
    .sort((a, b) => a.bom - b.bom || a.row - b.row);
}

/** The parts at risk, waived ones included, by BOM. */
export function whereUsed(parts: readonly ReportPart[], boms: number): readonly WhereUsed[] {
  return parts.flatMap(({ severity, uses }, part) =>
    severity === 'ok' ? [] : [{ part, uses: usesByBom(uses, boms) }],
  );
}

/** What each BOM needs of a part, over the lines that name it first: an alternate is not what is bought. */
export function needsOf(
  uses: readonly RuledUse[],
  boardsPerYear: readonly (number | null)[],
): readonly Need[] {
  return usesByBom(uses, boardsPerYear.length).flatMap((use, bom) =>
    use?.role === 'primary' ? [{ bom, perBoard: use.quantity, boardsPerYear: boardsPerYear[bom]! }] : [],
  );
}

function usesByBom(all: readonly RuledUse[], boms: number): readonly (BomUse | null)[] {
  const byBom = new Array<BomUse | null>(boms).fill(null);
  for (const use of all) byBom[use.bom] = joined(byBom[use.bom] ?? null, use);
  return byBom;
}

function joined(known: BomUse | null, { role, lines, severity }: RuledUse): BomUse {
  const quantity = role === 'primary' ? perBoard(lines) : 0;
  if (known === null) return { quantity, lines: lines.length, role, severity };
  return {
    quantity: known.quantity === null || quantity === null ? null : known.quantity + quantity,
    lines: known.lines + lines.length,
    role: known.role === 'primary' ? 'primary' : role,
    severity: worseSeverity(known.severity, severity),
  };
}

/** Null when one of the lines does not say. */
function perBoard(lines: RuledUse['lines']): number | null {
  let sum = 0;
  for (const { fitted, quantity } of lines) {
    if (!fitted) continue;
    if (quantity === null) return null;
    sum += quantity;
  }
  return sum;
}
