import type { LineItem } from '../bom/line.ts';
import { linesThat } from '../bom/packed-lines.ts';
import type { PartQuery, Use } from '../bom/part-query.ts';
import { daysBetween } from '../days.ts';
import type { Assessment } from '../judge/assess.ts';
import { ownStock } from '../judge/listing.ts';
import { isValid, type Severity } from '../words.ts';
import type { ConditionInputs } from './conditions.ts';
import { type Cause, compareSeverity, type Policy, type Ruling, ruleOn, worseSeverity } from './policy.ts';
import { coversBom, standingOf, type Waiver, type WaiverFinder, waiverFinder } from './waivers.ts';

/** One judged part with every line that names it. */
export interface AssessedQuery {
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

/** A part with what it is worth to those who build with it. */
export interface Finding extends Assessment {
  /** Equal for equal parts, as in `PartQuery`. */
  readonly key: string;
  /** The worst of its lines. */
  readonly severity: Severity;
  /** What the policy alone says, before waivers and alternates. */
  readonly bare: Exclude<Severity, 'waived'>;
  /** The rules that made it so; none when `bare` is `ok`. */
  readonly causes: readonly Cause[];
  /** By BOM, in their order. */
  readonly uses: readonly RuledUse[];
}

/** Lines of one BOM that name a part and are worth the same by the policy and the waivers of that BOM. */
export interface RuledUse extends Use {
  readonly severity: Severity;
  /** Index into the waivers of the one that holds for the part in this BOM; null when none does. */
  readonly waiver: number | null;
}

/** What one part gets in one BOM. */
interface BomRuling {
  readonly ruling: Ruling;
  readonly waiver: number | null;
  readonly severity: Severity;
  /** What it is worth where another part of a line fails: nothing when it was looked for in vain. */
  readonly asAlternate: Severity;
}

/** An assessed part with what it gets in each BOM that names it. */
interface RuledQuery extends AssessedQuery {
  readonly byBom: ReadonlyMap<number, BomRuling>;
}

/**
 * Puts severities on parts: by the policy of each BOM, then by waivers. A part fails only where it decides: as the
 * first part number of a line, or, when the policy takes any alternate, where no alternate of the line is better.
 * Elsewhere a failing part is a warning.
 */
export function toFindings(assessed: readonly AssessedQuery[], rulebook: Rulebook): readonly Finding[] {
  const find = waiverFinder(rulebook.waivers);
  const ruled = assessed.map(({ query, assessment }) => ({
    query,
    assessment,
    byBom: rulingsOf(query, assessment, rulebook, find),
  }));
  const best = bestOfLines(ruled, rulebook.policies);
  return ruled.map((one) => toFinding(one, best, rulebook));
}

function toFinding({ query, assessment, byBom }: RuledQuery, best: BestOfLines, rulebook: Rulebook): Finding {
  const uses = query.uses.flatMap((use) => ruledUses(use, byBom.get(use.bom)!, best));
  const all = [...byBom.values()];
  const bare = all.map(({ ruling }) => ruling.severity).reduce(worseSeverity);
  const severity = uses.map((use) => use.severity).reduce(worseSeverity);
  const waived = waivedBy(byBom, rulebook);
  const sparing =
    severity !== 'fail' && all.some((one) => one.severity === 'fail')
      ? ['a warning only: no line depends on it, each has another part number']
      : [];
  const causes = distinct(all.flatMap(({ ruling }) => ruling.causes));
  const conditions = conditionsMet(causes, assessment);
  // Written out: what begins with a spread gets a hidden class of its own, 400 bytes for each part.
  return {
    mpn: assessment.mpn,
    manufacturer: assessment.manufacturer,
    match: assessment.match,
    observedAt: assessment.observedAt,
    source: assessment.source,
    lifecycle: assessment.lifecycle,
    reason: [assessment.reason, ...conditions, ...(severity === 'waived' ? waived : [])].join(' '),
    matched: assessment.matched,
    conflicts: assessment.conflicts,
    candidates: assessment.candidates,
    witnesses: assessment.witnesses,
    evidence: [...assessment.evidence, ...waived, ...sparing],
    key: query.key,
    severity,
    bare,
    causes,
    uses,
  };
}

/** A failing part is a warning only on lines that do not depend on it. */
function ruledUses(
  { bom, role, lines }: Use,
  { severity, waiver }: BomRuling,
  best: BestOfLines,
): readonly RuledUse[] {
  const bestOf = best.get(bom);
  if (severity !== 'fail') return [{ bom, role, lines, severity, waiver }];
  if (!bestOf) return [{ bom, role, lines, severity: role === 'primary' ? 'fail' : 'warn', waiver }];
  const depends = ({ parts }: LineItem) => bestOf.get(parts) === 'fail';
  const failing: RuledUse = { bom, role, lines: linesThat(lines, depends), severity, waiver };
  const others = linesThat(lines, (line) => !depends(line));
  const spared: RuledUse = { bom, role, lines: others, severity: 'warn', waiver };
  return [failing, spared].filter((use) => use.lines.length > 0);
}

/** What its words do not say already. */
function conditionsMet(causes: readonly Cause[], { match, lifecycle }: Assessment): readonly string[] {
  return causes.filter(({ rule }) => rule !== match && rule !== lifecycle).map(({ says }) => says);
}

/** Who accepts it, for each waiver that holds; with the BOMs where they are several. */
function waivedBy(
  byBom: ReadonlyMap<number, BomRuling>,
  { waivers, files }: Pick<Rulebook, 'waivers' | 'files'>,
): readonly string[] {
  const bomsOf = new Map<number, string[]>();
  for (const [bom, { waiver }] of byBom) {
    if (waiver !== null) bomsOf.set(waiver, [...(bomsOf.get(waiver) ?? []), files[bom]!]);
  }
  return [...bomsOf].map(([waiver, boms]) => {
    const { owner, until, reason } = waivers[waiver]!;
    const said = `aived by ${owner} until ${until}: ${reason}`;
    return bomsOf.size === 1 ? `W${said}` : `In ${boms.join(', ')} w${said}`;
  });
}

/** What the part gets in each BOM that names it; BOMs of one policy share the ruling. */
function rulingsOf(
  { uses }: PartQuery,
  assessment: Assessment,
  { policies, files, waivers, today }: Rulebook,
  find: WaiverFinder,
): ReadonlyMap<number, BomRuling> {
  const inputs = conditionInputs(assessment, today);
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
    const ruling = rulings.get(policy) ?? ruleOn(assessment.match, inputs, policy);
    rulings.set(policy, ruling);
    const waiver =
      ruling.severity === 'ok' ? undefined : holding.find((index) => coversBom(waivers[index]!, files[bom]!));
    const severity = waiver === undefined ? ruling.severity : 'waived';
    const asAlternate = isCandidate || severity === 'waived' ? severity : 'fail';
    byBom.set(bom, { ruling, waiver: waiver ?? null, severity, asAlternate });
  }
  return byBom;
}

/** What one part gets where it stands in no BOM. */
export interface PartRuling extends Ruling {
  /** The waiver for every BOM that holds for it; null when none does. */
  readonly waiver: Waiver | null;
}

/** Rules on a part by itself, on the day `today`: of waivers only those for every BOM count. */
export function ruleOnPart(
  assessment: Assessment,
  policy: Policy,
  waivers: readonly Waiver[],
  today: string,
): PartRuling {
  const ruling = ruleOn(assessment.match, conditionInputs(assessment, today), policy);
  const isMet = ruling.severity === 'ok' || assessment.match === 'unchecked';
  const holding = isMet ? [] : waiverFinder(waivers)(assessment).map((index) => waivers[index]!);
  const waiver = holding.find(
    (one) => one.boms === null && standingOf(one, assessment, today).kind === 'holds',
  );
  return { ...ruling, waiver: waiver ?? null };
}

/** What the conditions of a policy look at. */
function conditionInputs({ lifecycle, matched, observedAt }: Assessment, today: string): ConditionInputs {
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

function bestOfLines(ruled: readonly RuledQuery[], policies: readonly Policy[]): BestOfLines {
  const best = new Map(
    policies.flatMap(({ alternates }, bom) =>
      alternates === 'primary' ? [] : [[bom, new Map<LineItem['parts'], Severity>()] as const],
    ),
  );
  for (const { query, byBom } of ruled) {
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
