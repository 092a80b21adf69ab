import type { PartRef } from '../core/bom/line.ts';
import { type Assessment, unchecked } from '../core/judge/assess.ts';
import { type PartRuling, ruleOnPart } from '../core/rule/finding.ts';
import type { Policy } from '../core/rule/policy.ts';
import type { Waiver } from '../core/rule/waivers.ts';
import type { AnswerStore, Clock, Leases, Provider } from '../ports.ts';
import { createLookup, type LookupOptions } from './lookup.ts';

export interface PartPorts {
  readonly provider: Provider;
  readonly answers: AnswerStore;
  readonly leases: Leases;
  readonly clock: Clock;
}

export interface PartOptions extends Pick<LookupOptions, 'rules' | 'lifecycleFrom'> {
  readonly ages: LookupOptions['freshness']['ages'];
  readonly policy: Policy;
  readonly waivers: readonly Waiver[];
  /** Use the store only. */
  readonly offline: boolean;
  /** Ask again whatever the age. */
  readonly refresh: boolean;
  readonly signal: AbortSignal;
}

/** One part, judged and ruled on as if it stood in no BOM. */
export interface AuditedPart extends PartRuling {
  readonly assessment: Assessment;
}

/** Validate, then lifecycle, for one part number. Throws `AuditError` when it cannot be asked. */
export async function auditPart(ref: PartRef, ports: PartPorts, options: PartOptions): Promise<AuditedPart> {
  const now = ports.clock.now();
  const { offline, refresh, policy, waivers, ages, signal } = options;
  const lookup = createLookup({ ...options, ...ports, freshness: { now, began: now, ages } });
  const [known] = await lookup.known([ref]);
  const ask = (): Promise<Assessment> | Assessment =>
    offline ? unchecked(ref, 'Offline, and no fresh answer is stored') : lookup.ask(ref, signal);
  const assessment = known?.state === 'fresh' && !refresh ? known.assessment : await ask();
  const today = new Date(now).toISOString().slice(0, 10);
  return { assessment, ...ruleOnPart(assessment, policy, waivers, today) };
}
