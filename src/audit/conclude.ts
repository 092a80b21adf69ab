import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { buildReport, type Frame } from '../core/build.ts';
import type { BuyingAssumptions } from '../core/buying.ts';
import type { Baseline } from '../core/changes.ts';
import type { Judged } from '../core/findings.ts';
import { compareAndGate } from '../core/gate.ts';
import { lastAudit, trendOf } from '../core/kept.ts';
import type { Bom } from '../core/line.ts';
import { lifeOf, withMemory } from '../core/memory.ts';
import { bomNames } from '../core/names.ts';
import { type Policy, type PolicyOverride, policyOf } from '../core/policy.ts';
import type { AuditReport, ReportPart, Substitute } from '../core/report.ts';
import { type Ruled, ruleOnAll } from '../core/ruled.ts';
import { trendPoint } from '../core/totals.ts';
import type { Waiver } from '../core/waivers.ts';
import type { History, Provider } from '../ports.ts';

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
  /** The working folder: the same name elsewhere is another BOM. */
  readonly folder: string;
}

/** What is known of an audit when its parts are judged. */
export type Circumstance = Pick<
  Frame,
  'tool' | 'asOf' | 'boms' | 'includeNotFitted' | 'annotated' | 'quota' | 'sources' | 'stopped'
>;

/** Adds what earlier audits remember of each part, and remembers what this one found. */
export function recall(
  judged: readonly Judged[],
  history: History,
  provider: Provider,
  now: number,
): readonly Judged[] {
  const valid = judged.flatMap((one) => {
    const life = lifeOf(one.assessment);
    return life === null ? [] : [{ one, life }];
  });
  const past = history.note(
    provider.id,
    provider.locale,
    valid.map(({ life }) => life),
    now,
  );
  const mended = new Map(valid.map(({ one }, index) => [one, withMemory(one.assessment, past[index])]));
  return judged.map((one) => ({ query: one.query, assessment: mended.get(one) ?? one.assessment }));
}

/** Rules on all parts by the policies of their BOMs and the waivers. */
export function rule(
  judged: readonly Judged[],
  { boms, asOf }: Pick<Circumstance, 'boms' | 'asOf'>,
  { policy, waivers }: Decisions,
): Ruled {
  return ruleOnAll(judged, boms, { policies: policiesOf(boms, policy), waivers }, asOf);
}

function policiesOf(boms: readonly Bom[], policy: Decisions['policy']): readonly Policy[] {
  return boms.map(({ file }) => policyOf(file, policy, policy.boms));
}

/** A report, its parts in the order in which they were asked, and how to keep it for later audits. */
export interface Concluded {
  readonly report: AuditReport;
  readonly parts: readonly ReportPart[];
  /**
   * Makes a complete audit the one that later ones are compared with. To be called when the report is written: what
   * nobody has read is no baseline.
   */
  readonly keep: () => void;
}

/** Compares with earlier audits and gives the verdict. */
export function conclude(
  ruled: Ruled,
  substitutes: ReadonlyMap<string, readonly Substitute[]>,
  circumstance: Circumstance,
  decisions: Decisions,
  { history, provider }: { readonly history: History; readonly provider: Provider },
): Concluded {
  const { boms, asOf } = circumstance;
  const { onlyNew, policy, waivers, buying, folder } = decisions;
  const { snapshot } = ruled;
  const place = placeOf(boms, folder, provider);
  const kept = history.audits(place);
  const last = lastAudit(kept, snapshot, onlyNew);
  const baseline = decisions.baseline ?? (last.baseline && { snapshot: last.baseline, name: null });
  const compared = compareAndGate(ruled, { baseline, onlyNew, names: bomNames(boms), buying, substitutes });
  const report = buildReport(compared, {
    ...circumstance,
    coverage: policy.coverage,
    policies: policiesOf(boms, policy),
    waivers,
    buying,
    onlyNew,
    trend: trendOf(kept, asOf),
  });
  const isKept = isWhole(report) && !last.repeated;
  return {
    report,
    parts: compared.parts,
    keep: () => isKept && history.keep(place, snapshot, trendPoint(asOf, snapshot.parts)),
  };
}

/** True when every part has an answer. */
export function isWhole({ totals }: AuditReport): boolean {
  return totals.checked === totals.parts;
}

/** Names a set of BOMs by where they are, whatever is in them, and by whom they are checked with. */
function placeOf(boms: readonly Bom[], folder: string, { id, locale }: Provider): string {
  const places = boms.map(({ file, sheet }) => `${resolve(folder, file)} ${sheet ?? ''}`).sort();
  return createHash('sha256')
    .update([id, locale, ...places].join('\n'))
    .digest('hex');
}
