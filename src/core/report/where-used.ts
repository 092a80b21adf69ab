import { type BomUse, usesByBom } from '../rule/bom-use.ts';
import type { Finding } from '../rule/finding.ts';

/** One part at risk and what each BOM takes of it. */
export interface WhereUsed {
  /** Index into `parts`. */
  readonly part: number;
  /** One for each of `boms`; null where the BOM does not name the part. */
  readonly uses: readonly (BomUse | null)[];
}

/** The parts at risk, waived ones included, by BOM. */
export function whereUsed(parts: readonly Finding[], boms: number): readonly WhereUsed[] {
  return parts.flatMap(({ severity, uses }, part) =>
    severity === 'ok' ? [] : [{ part, uses: usesByBom(uses, boms) }],
  );
}
