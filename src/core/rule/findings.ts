import type { Bom } from '../bom/line.ts';
import { linesThat } from '../bom/packed-lines.ts';
import type { Severity } from '../words.ts';
import { type AssessedQuery, type Finding, type Rulebook, toFindings } from './finding.ts';
import { type Policy, severityOf } from './policy.ts';

/** Everything that an audit found: its parts, and its lines without one. */
export interface Findings {
  /** In the order in which they were asked. */
  readonly parts: readonly Finding[];
  readonly unidentified: readonly UnidentifiedLine[];
}

/** A fitted line that names no part number: nobody checked it. */
export interface UnidentifiedLine {
  readonly bom: number;
  readonly row: number;
  readonly designators: string | null;
  readonly quantity: number | null;
  readonly reason: string;
  readonly match: 'no-mpn';
  readonly severity: Severity;
}

/** Rules on the parts and on the lines without one. */
export function ruleOnAll(
  assessed: readonly AssessedQuery[],
  boms: readonly Bom[],
  rules: Pick<Rulebook, 'policies' | 'waivers' | 'today'>,
): Findings {
  const files = boms.map(({ file }) => file);
  return {
    parts: toFindings(assessed, { ...rules, files }),
    unidentified: unidentifiedLines(boms, rules.policies),
  };
}

function unidentifiedLines(boms: readonly Bom[], policies: readonly Policy[]): readonly UnidentifiedLine[] {
  return boms.flatMap(({ lines }, bom) =>
    linesThat(lines, ({ fitted, parts }) => fitted && parts.length === 0).map(
      ({ row, designators, quantity }) => ({
        bom,
        row,
        designators,
        quantity,
        match: 'no-mpn',
        severity: severityOf('no-mpn', 'unknown', policies[bom]!),
        reason: 'The line names no part number, so nobody checked it.',
      }),
    ),
  );
}
