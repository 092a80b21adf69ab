import type { Changes } from '../history/changes.ts';
import type { Finding } from '../rule/finding.ts';
import type { UnidentifiedLine } from '../rule/findings.ts';
import { verdictOf } from '../rule/policy.ts';
import type { WaiverOutcome } from '../rule/waiver-outcomes.ts';
import { percent } from '../text.ts';
import { isValid, LIFECYCLES, type LifecycleWord, MATCHES, type MatchWord, type Verdict } from '../words.ts';
import type { Totals } from './report.ts';

/** What a verdict is given on. */
export interface Evidence {
  /** Worst first. */
  readonly parts: readonly Finding[];
  readonly unidentified: readonly UnidentifiedLine[];
  readonly totals: Totals;
  /** What all BOMs together must have checked, 0 to 1. */
  readonly required: number;
  /** What single BOMs must have checked and have. */
  readonly coverage: readonly Coverage[];
  /** The names of the BOMs of which no part was audited. */
  readonly unaudited: readonly string[];
  readonly waivers: readonly WaiverOutcome[];
  readonly onlyNew: boolean;
  /** Parts that would fail if they had not failed before. */
  readonly spared: number;
  /** Null without a baseline. */
  readonly changes: Changes | null;
  /** Why the audit ended early; null when it did not. */
  readonly stopped: string | null;
}

export interface Coverage {
  readonly name: string;
  readonly covered: number;
  readonly required: number;
}

/** The verdict with its reasons, in sentences; there is always one. */
export function giveVerdict(evidence: Evidence): { verdict: Verdict; reasons: readonly string[] } {
  const { parts, unidentified, totals } = evidence;
  const failing = [...parts, ...unidentified].filter(({ severity }) => severity === 'fail').length;
  const unchecked = totals.parts - totals.checked;
  const short = coverageReasons(evidence);
  const verdict = verdictOf({
    failing,
    unchecked,
    covered: short.length === 0,
    unaudited: evidence.unaudited.length,
  });
  const unnamed = unidentified.filter(({ severity }) => severity === 'fail').length;
  return {
    verdict,
    reasons: [
      ...failures(parts),
      ...(unnamed > 0 ? [`${unnamed === 1 ? '1 line names' : `${unnamed} lines name`} no part number`] : []),
      ...(unchecked > 0 ? [`${partsAre(unchecked)} not checked yet`] : []),
      ...short,
      ...evidence.unaudited.map((name) => `no part of ${name} was audited`),
      ...(evidence.stopped === null ? [] : [evidence.stopped]),
      ...unverified(evidence),
      ...(verdict === 'pass' ? [passed(evidence)] : []),
      ...gateReasons(evidence),
      ...waiverReasons(evidence),
    ],
  };
}

function coverageReasons({ totals, required, coverage }: Evidence): readonly string[] {
  return [{ name: 'the parts', covered: totals.coverage, required }, ...coverage]
    .filter((one) => one.covered < one.required)
    .map(
      ({ name, covered, required: wanted }) =>
        `${percent(covered)} of ${name} are checked, ${percent(wanted)} are required`,
    );
}

/** Says of the verified parts alone that none fails: of the others nobody knows. */
function passed(evidence: Evidence): string {
  const { totals, onlyNew } = evidence;
  const unknown = unknownParts(evidence);
  const verified = totals.parts - unknown;
  if (unknown > 0 && verified === 0) return 'the lifecycle of no part is known';
  const scope =
    unknown === 0
      ? `all ${totals.parts} parts are checked and`
      : `of the other ${verified} ${verified === 1 ? 'part' : 'parts'}`;
  const waived = totals.bySeverity.waived ?? 0;
  const told = waived === 0 ? '' : `; ${partsAre(waived)} waived`;
  return `${scope} ${onlyNew ? 'nothing new' : 'none'} fails${told}`;
}

/** What is no failure and yet known of by nobody: it must not hide behind a pass. */
function unverified(evidence: Evidence): readonly string[] {
  const unknown = unknownParts(evidence);
  const { unidentified } = evidence;
  const unnamed = unidentified.filter(({ severity }) => severity !== 'fail').length;
  return [
    ...(unknown === 0
      ? []
      : [`${unknown} ${unknown === 1 ? 'part' : 'parts'} could not be verified: the lifecycle is not known`]),
    ...(unnamed === 0
      ? []
      : [
          `${unnamed === 1 ? '1 line without a part number was' : `${unnamed} lines without a part number were`} not checked`,
        ]),
  ];
}

/** Parts with an answer that names no lifecycle of theirs, where the policy takes that. */
function unknownParts({ parts }: Evidence): number {
  return parts.filter(({ match, severity }) => isOpen(match) && severity !== 'fail').length;
}

function isOpen(match: MatchWord): boolean {
  return !isValid(match) && match !== 'unchecked';
}

/** What the gate on new findings compared with, and what it let pass. */
function gateReasons({ onlyNew, spared, changes }: Evidence): readonly string[] {
  if (!onlyNew) return [];
  if (changes === null)
    return ['there is no earlier complete audit of these BOMs, so that everything is new'];
  if (spared === 0) return [];
  return [
    `${spared} ${spared === 1 ? 'part fails' : 'parts fail'} as in the audit of ${changes.since.slice(0, 10)}`,
  ];
}

function waiverReasons({ waivers }: Evidence): readonly string[] {
  return (['expired', 'lapsed'] as const).flatMap((state) => {
    const count = waivers.filter((waiver) => waiver.state === state).length;
    return count === 0 ? [] : [`${count === 1 ? '1 waiver has' : `${count} waivers have`} ${state}`];
  });
}

const LIFECYCLE_PHRASES: Readonly<Record<LifecycleWord, string>> = {
  active: 'active',
  preliminary: 'preliminary',
  nrnd: 'not for new designs',
  'distributor-discontinued': 'discontinued at DigiKey',
  'last-buy': 'at last-time buy',
  eol: 'at announced end of life',
  'last-buy-passed': 'past the last-buy date',
  obsolete: 'obsolete',
  unknown: 'of unknown lifecycle',
};

const MATCH_PHRASES: Partial<Record<MatchWord, string>> = {
  ambiguous: 'ambiguous between makers',
  'other-manufacturer': 'listed from another maker only',
  near: 'near misses of other part numbers',
  'not-found': 'not found',
};

const WORDS: ReadonlySet<string> = new Set([...LIFECYCLES, ...MATCHES]);

/** What fails, in words and counted, in the order of the parts. */
function failures(parts: readonly Finding[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const part of parts) {
    if (part.severity !== 'fail' || part.match === 'unchecked') continue;
    const phrase = failurePhrase(part);
    counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return [...counts].map(([phrase, count]) => `${partsAre(count)} ${phrase}`);
}

function failurePhrase({ match, lifecycle, causes }: Finding): string {
  const rule = causes.find(({ severity }) => severity === 'fail')?.rule ?? lifecycle;
  if (!WORDS.has(rule)) return `refused by "${rule}"`;
  return MATCH_PHRASES[match] ?? LIFECYCLE_PHRASES[lifecycle];
}

function partsAre(count: number): string {
  return count === 1 ? '1 part is' : `${count} parts are`;
}
