import type { RuledUse } from '../rule/finding.ts';

/** One line that names a part. */
export interface ReportLine extends Pick<RuledUse, 'bom' | 'role' | 'severity' | 'waiver'> {
  readonly row: number;
  readonly designators: string | null;
  /** Per board; 0 on a line that is not fitted. */
  readonly quantity: number | null;
}

/** The lines that name the part, by BOM and row. */
export function linesOf({ uses }: { readonly uses: readonly RuledUse[] }): readonly ReportLine[] {
  return uses
    .flatMap(({ bom, role, severity, waiver, lines }) =>
      Array.from(lines, ({ row, designators, quantity, fitted }) => {
        return { bom, row, designators, quantity: fitted ? quantity : 0, role, severity, waiver };
      }),
    )
    .sort((a, b) => a.bom - b.bom || a.row - b.row);
}
