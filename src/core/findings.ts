import type { Assessment } from './assess.ts';
import type { Circumstances } from './conditions.ts';
import { daysBetween } from './lifecycle.ts';
import type { LineItem } from './line.ts';
import { linesThat } from './lines.ts';
import { ownStock } from './part.ts';
import { type Cause, compareSeverity, type Policy, type Ruling, ruleOn, worseSeverity } from './policy.ts';
import type { PartQuery, Use } from './query.ts';
import type { ReportPart, RuledUse } from './report.ts';
import { coversBom, standingOf, type Waiver, type WaiverFinder, waiverFinder } from './waivers.ts';
import { isValid, type Severity } from './words.ts';

/** One judged part with every line that names it. */
export interface Judged {
  readonly query: PartQuery;
  readonly assessment: Assessment;
}

/** What findings are ruled by. */
export interface Rulebook {
  /** In the order of the BOMs. */
  readonly policies: readonly Policy[];
  /** The files of the BOMs, in their order. */
  readonly files: readonly string[];
  readonly waivers: readonly Waiver[];
  /** The day of the audit, `YYYY-MM-DD`. */
  readonly today: string;
}

/** A part with its severities, before buys, changes and substitutes. */
export type Finding = Omit<ReportPart, 'change' | 'buy' | 'substitutes'>;

/** What one part gets in one BOM. */
interface BomRuling {
  readonly ruling: Ruling;
  readonly waiver: number | null;
  readonly severity: Severity;
  /** What it is worth where another part of a line fails: nothing when it was looked for in vain. */
  readonly asAlternate: Severity;
}

/**
 * Puts severities on parts: by the policy of each BOM, then by waivers. A part fails only where it decides: as the
 * first part number of a line, or, when the policy takes any alternate, where no alternate of the line is better.
 * Elsewhere a failing part is a warning.
 */
export function toFindings(judged: readonly Judged[], rulebook: Rulebook): readonly Finding[] {
  const find = waiverFinder(rulebook.waivers);
  const rulings = new Map(
    judged.map(({ query, assessment }) => [query, rulingsOf(query, assessment, rulebook, find)]),
  );
  const best = bestOfLines(rulings, rulebook.policies);
  return judged.map(({ query, assessment }) =>
    toFinding(query, assessment, rulings.get(query)!, best, rulebook),
  );
}

function toFinding(
  query: PartQuery,
  assessment: Assessment,
  byBom: ReadonlyMap<number, BomRuling>,
  best: BestOfLines,
  { waivers }: Rulebook,
): Finding {
  const uses = query.uses.flatMap((use) => ruledUses(use, byBom.get(use.bom)!.severity, best));
  const all = [...byBom.values()];
  const bare = all.map(({ ruling }) => ruling.severity).reduce(worseSeverity);
  const waiver = all.find((one) => one.waiver !== null)?.waiver ?? null;
  const severity = uses.map((use) => use.severity).reduce(worseSeverity);
  const note = waiver === null ? [] : [waivedBy(waivers[waiver]!)];
  const sparing =
    severity !== 'fail' && all.some((one) => one.severity === 'fail')
      ? ['a warning only: no line depends on it, each has another part number']
      : [];
  const causes = distinct(all.flatMap(({ ruling }) => ruling.causes));
  const conditions = conditionsMet(causes, assessment);
  // Written out: what begins with a spread gets a hidden class of its own in Node 20, 400 bytes for each part.
  return {
    mpn: assessment.mpn,
    manufacturer: assessment.manufacturer,
    match: assessment.match,
    observedAt: assessment.observedAt,
    source: assessment.source,
    lifecycle: assessment.lifecycle,
    reason: [assessment.reason, ...conditions, ...(severity === 'waived' ? note : [])].join(' '),
    matched: assessment.matched,
    conflicts: assessment.conflicts,
    candidates: assessment.candidates,
    evidence: [...assessment.evidence, ...note, ...sparing],
    severity,
    bare,
    causes,
    waiver,
    uses,
  };
}

/** A failing part is a warning only on lines that do not depend on it. */
function ruledUses({ bom, role, lines }: Use, severity: Severity, best: BestOfLines): readonly RuledUse[] {
  const bestOf = best.get(bom);
  if (severity !== 'fail') return [{ bom, role, lines, severity }];
  if (!bestOf) return [{ bom, role, lines, severity: role === 'primary' ? 'fail' : 'warn' }];
  const depends = ({ parts }: LineItem) => bestOf.get(parts) === 'fail';
  const failing: RuledUse = { bom, role, lines: linesThat(lines, depends), severity };
  const others = linesThat(lines, (line) => !depends(line));
  const spared: RuledUse = { bom, role, lines: others, severity: 'warn' };
  return [failing, spared].filter((use) => use.lines.length > 0);
}

/** What its words do not say already. */
function conditionsMet(causes: readonly Cause[], { match, lifecycle }: Assessment): readonly string[] {
  return causes.filter(({ rule }) => rule !== match && rule !== lifecycle).map(({ says }) => says);
}

function waivedBy({ owner, until, reason }: Waiver): string {
  return `Waived by ${owner} until ${until}: ${reason}`;
}

/** What the part gets in each BOM that names it; BOMs of one policy share the ruling. */
function rulingsOf(
  { uses }: PartQuery,
  assessment: Assessment,
  { policies, files, waivers, today }: Rulebook,
  find: WaiverFinder,
): ReadonlyMap<number, BomRuling> {
  const circumstances = circumstancesOf(assessment, today);
  const holding =
    assessment.match === 'unchecked'
      ? []
      : find(assessment).filter((index) => standingOf(waivers[index]!, assessment, today).kind === 'holds');
  const isCandidate = isValid(assessment.match) || assessment.match === 'unchecked';
  const rulings = new Map<Policy, Ruling>();
  const byBom = new Map<number, BomRuling>();
  for (const { bom } of uses) {
    if (byBom.has(bom)) continue;
    const policy = policies[bom]!;
    const ruling = rulings.get(policy) ?? ruleOn(assessment.match, circumstances, policy);
    rulings.set(policy, ruling);
    const waiver =
      ruling.severity === 'ok' ? undefined : holding.find((index) => coversBom(waivers[index]!, files[bom]!));
    const severity = waiver === undefined ? ruling.severity : 'waived';
    const asAlternate = isCandidate || severity === 'waived' ? severity : 'fail';
    byBom.set(bom, { ruling, waiver: waiver ?? null, severity, asAlternate });
  }
  return byBom;
}

/** What the conditions of a policy look at. */
export function circumstancesOf(
  { lifecycle, matched, observedAt }: Assessment,
  today: string,
): Circumstances {
  return {
    lifecycle,
    daysToLastBuy: matched?.daysToLastBuy ?? null,
    leadWeeks: matched?.leadWeeks ?? null,
    ownStock: matched && ownStock(matched),
    ageDays: observedAt === null ? null : daysBetween(observedAt.slice(0, 10), today),
  };
}

/** By the BOMs whose policy takes any alternate: what the best part of a line is worth, by the line's parts. */
type BestOfLines = ReadonlyMap<number, ReadonlyMap<LineItem['parts'], Severity>>;

function bestOfLines(
  rulings: ReadonlyMap<PartQuery, ReadonlyMap<number, BomRuling>>,
  policies: readonly Policy[],
): BestOfLines {
  const best = new Map(
    policies.flatMap(({ alternates }, bom) =>
      alternates === 'primary' ? [] : [[bom, new Map<LineItem['parts'], Severity>()] as const],
    ),
  );
  for (const [query, byBom] of rulings) {
    for (const { bom, lines } of query.uses) {
      const own = best.get(bom);
      if (!own) continue;
      const { asAlternate } = byBom.get(bom)!;
      for (const { parts } of lines) {
        const other = own.get(parts) ?? asAlternate;
        own.set(parts, compareSeverity(asAlternate, other) < 0 ? asAlternate : other);
      }
    }
  }
  return best;
}

/** BOMs of one policy bring the same causes. */
function distinct(causes: readonly Cause[]): readonly Cause[] {
  return [...new Map(causes.map((cause) => [cause.says, cause])).values()];
}
