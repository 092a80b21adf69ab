import type { Bom } from '../core/bom/line.ts';
import type { BuyingAssumptions } from '../core/buying/buy.ts';
import type { Baseline } from '../core/history/changes.ts';
import { type Policy, type PolicyOverride, policyOf } from '../core/rule/policy.ts';
import type { Waiver } from '../core/rule/waivers.ts';

/** What a team decides by. */
export interface Decisions {
  readonly policy: Policy & { readonly boms: readonly PolicyOverride[] };
  readonly waivers: readonly Waiver[];
  /** Made for the BOMs of the audit, in their order. */
  readonly buying: BuyingAssumptions;
  /** Only what is introduced or worse since the baseline may fail. */
  readonly onlyNew: boolean;
  /** A report that was named as baseline; null: the last complete audit of the same BOMs. */
  readonly baseline: Baseline | null;
  /** Look for substitutes of the parts at risk. */
  readonly substitutes: boolean;
}

/** The policies of the BOMs, in their order. */
export function policiesOf(boms: readonly Bom[], policy: Decisions['policy']): readonly Policy[] {
  return boms.map(({ file }) => policyOf(file, policy, policy.boms));
}
