import type { Finding } from '../rule/finding.ts';
import type { Findings, UnidentifiedLine } from '../rule/findings.ts';
import { type Baseline, type Change, isNew } from './changes.ts';
import { unnamedLine } from './snapshot.ts';

/** Findings of which only what is introduced or worse may fail. */
export interface Gated extends Findings {
  /** Parts that would fail if they had not failed before. */
  readonly spared: number;
}

/**
 * What fails only because it did so before is a warning: the gate looks at what is introduced or worse since the
 * baseline. `changes` by the key of the part, `names` of the BOMs by `bomNames`.
 */
export function gate(
  { parts, unidentified }: Findings,
  { snapshot }: Baseline,
  changes: ReadonlyMap<string, Change>,
  names: readonly string[],
): Gated {
  const evidence = `a warning only: it is no worse than in the audit of ${snapshot.asOf.slice(0, 10)}`;
  const isSpared = (part: Finding): boolean => part.severity === 'fail' && isAsBefore(part, changes);
  const known = new Set(snapshot.unidentified);
  return {
    parts: parts.map((part) => (isSpared(part) ? asWarning(part, evidence) : part)),
    unidentified: unidentified.map((line) => (known.has(unnamedLine(line, names)) ? spared(line) : line)),
    spared: parts.filter(isSpared).length,
  };
}

/** Of a part that is not checked nobody knows which it is. */
function isAsBefore({ key, match }: Finding, changes: ReadonlyMap<string, Change>): boolean {
  return match !== 'unchecked' && !isNew(changes.get(key)?.kind);
}

function asWarning(part: Finding, evidence: string): Finding {
  return {
    ...part,
    severity: 'warn',
    evidence: [...part.evidence, evidence],
    uses: part.uses.map((use) => (use.severity === 'fail' ? { ...use, severity: 'warn' } : use)),
  };
}

function spared(line: UnidentifiedLine): UnidentifiedLine {
  return line.severity === 'fail' ? { ...line, severity: 'warn' } : line;
}
