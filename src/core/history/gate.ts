import { type BuyingAssumptions, buyOf } from '../buying/buy.ts';
import type { ReportPart, Substitute, UnidentifiedLine } from '../report/report.ts';
import type { Finding } from '../rule/finding.ts';
import { type Ruled, unnamedLine } from '../rule/ruled.ts';
import { type Baseline, type Change, type Changes, compareAudits, isNew, sortChanges } from './changes.ts';

/** What a ruling is compared and completed with. */
export interface Context {
  /** Null when there is nothing to compare with. */
  readonly baseline: Baseline | null;
  /** Only what is introduced or worse since the baseline may fail; without one everything is new. */
  readonly onlyNew: boolean;
  /** The names of the BOMs by `bomNames`. */
  readonly names: readonly string[];
  readonly buying: BuyingAssumptions;
  /** By the key of the part. */
  readonly substitutes: ReadonlyMap<string, readonly Substitute[]>;
}

/** What was ruled on, compared with an earlier audit. */
export interface Compared {
  /** In the order in which they were asked. */
  readonly parts: readonly ReportPart[];
  readonly unidentified: readonly UnidentifiedLine[];
  readonly changes: Changes | null;
  /** Parts that would fail if they had not failed before. */
  readonly spared: number;
}

/** Compares with the baseline, applies the gate on what is new, and works out the buys. */
export function compareAndGate(
  { findings, keys, unidentified, snapshot }: Ruled,
  context: Context,
): Compared {
  const { baseline, onlyNew, names, buying, substitutes } = context;
  const changes = baseline ? compareAudits(baseline.snapshot, snapshot) : new Map<string, Change>();
  const gated =
    onlyNew && baseline ? onlyNewFindings(findings, keys, changes, baseline.snapshot.asOf) : findings;
  const today = snapshot.asOf.slice(0, 10);
  return {
    parts: gated.map((finding, index) => ({
      change: changes.get(keys[index]!)?.kind ?? null,
      buy: buyOf(finding, buying, today),
      substitutes: substitutes.get(keys[index]!) ?? null,
      ...finding, // last: first, it would give each part a hidden class of its own in Node 20
    })),
    unidentified: onlyNew && baseline ? onlyNewLines(unidentified, baseline, names) : unidentified,
    changes: baseline && {
      since: baseline.snapshot.asOf,
      baseline: baseline.name,
      list: sortChanges(changes.values()),
    },
    spared: gated.filter(({ severity }, index) => severity !== findings[index]!.severity).length,
  };
}

/**
 * What fails only because it did so before is a warning: the gate looks at what is introduced or worse. Of a part
 * that is not checked nobody knows which it is.
 */
function onlyNewFindings(
  findings: readonly Finding[],
  keys: readonly string[],
  changes: ReadonlyMap<string, Change>,
  since: string,
): readonly Finding[] {
  const evidence = `a warning only: it is no worse than in the audit of ${since.slice(0, 10)}`;
  return findings.map((finding, index) => {
    const isKnown = finding.match !== 'unchecked' && !isNew(changes.get(keys[index]!)?.kind);
    if (finding.severity !== 'fail' || !isKnown) return finding;
    return {
      ...finding,
      severity: 'warn',
      evidence: [...finding.evidence, evidence],
      uses: finding.uses.map((use) => (use.severity === 'fail' ? { ...use, severity: 'warn' } : use)),
    };
  });
}

/** The same for lines without a part number. */
function onlyNewLines(
  lines: readonly UnidentifiedLine[],
  { snapshot }: Baseline,
  names: readonly string[],
): readonly UnidentifiedLine[] {
  const before = new Set(snapshot.unidentified);
  return lines.map((line) =>
    line.severity === 'fail' && before.has(unnamedLine(line, names)) ? { ...line, severity: 'warn' } : line,
  );
}
