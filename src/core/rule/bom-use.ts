import type { Severity } from '../words.ts';
import type { RuledUse } from './finding.ts';
import { worseSeverity } from './policy.ts';

/** What one BOM takes of a part. */
export interface BomUse {
  /** Per board, over the lines that name it first; null when one does not say, 0 when it is an alternate only. */
  readonly quantity: number | null;
  readonly lines: number;
  readonly role: 'primary' | 'alternate';
  readonly severity: Severity;
}

/** One for each BOM, in their order; null where the BOM does not name the part. */
export function usesByBom(uses: readonly RuledUse[], boms: number): readonly (BomUse | null)[] {
  const byBom = new Array<BomUse | null>(boms).fill(null);
  for (const use of uses) byBom[use.bom] = joined(byBom[use.bom] ?? null, use);
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
