import type { Bom } from '../bom/line.ts';
import { bomNames } from '../bom/names.ts';
import { linesThat } from '../bom/packed-lines.ts';
import type { Snapshot, SnapshotPart } from '../history/changes.ts';
import type { UnidentifiedLine } from '../report/report.ts';
import { type Finding, type Judged, type Rulebook, toFindings } from './finding.ts';
import { type Policy, severityOf } from './policy.ts';

/** Everything that was ruled on, before it is compared with anything. */
export interface Ruled {
  /** In the order in which they were asked. */
  readonly findings: readonly Finding[];
  /** The keys of their questions, in the same order. */
  readonly keys: readonly string[];
  readonly unidentified: readonly UnidentifiedLine[];
  /** What a later audit compares. */
  readonly snapshot: Snapshot;
}

/** Rules on the parts and on the lines without one; `asOf` is when the audit began. */
export function ruleOnAll(
  judged: readonly Judged[],
  boms: readonly Bom[],
  { policies, waivers }: Pick<Rulebook, 'policies' | 'waivers'>,
  asOf: string,
): Ruled {
  const files = boms.map(({ file }) => file);
  const findings = toFindings(judged, { policies, files, waivers, today: asOf.slice(0, 10) });
  const keys = judged.map(({ query }) => query.key);
  const unidentified = unidentifiedLines(boms, policies);
  const snapshot = snapshotOf(asOf, findings, keys, unidentified, bomNames(boms));
  return { findings, keys, unidentified, snapshot };
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

function snapshotOf(
  asOf: string,
  findings: readonly Finding[],
  keys: readonly string[],
  unidentified: readonly UnidentifiedLine[],
  names: readonly string[],
): Snapshot {
  const parts = findings.map(
    ({ mpn, manufacturer, match, lifecycle, matched, bare, severity, uses }, index): SnapshotPart => {
      const boms = [...new Set(uses.map(({ bom }) => names[bom] ?? ''))].sort();
      const lastBuyDate = matched?.lastBuyDate ?? null;
      return {
        key: keys[index]!,
        mpn,
        manufacturer,
        match,
        lifecycle,
        lastBuyDate,
        severity: bare,
        waived: severity === 'waived',
        boms,
      };
    },
  );
  return {
    asOf,
    parts: parts.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))),
    unidentified: [...new Set(unidentified.map((line) => unnamedLine(line, names)))].sort(),
  };
}

/** Names a line without a part number, so that it is known again when rows have moved. */
export function unnamedLine(
  { bom, row, designators }: Pick<UnidentifiedLine, 'bom' | 'row' | 'designators'>,
  names: readonly string[],
): string {
  return `${names[bom] ?? ''}: ${designators ?? `row ${row}`}`;
}
