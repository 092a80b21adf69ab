import type { Finding } from '../rule/finding.ts';
import type { Findings, UnidentifiedLine } from '../rule/findings.ts';
import { compareText } from '../text.ts';
import type { LifecycleWord, MatchWord, Severity } from '../words.ts';

/** What an audit said of one part, as far as a later audit compares it. */
export interface PartState {
  readonly match: MatchWord;
  readonly lifecycle: LifecycleWord;
  readonly lastBuyDate: string | null;
  /** What the policy alone said. */
  readonly severity: Exclude<Severity, 'waived'>;
  /** Whether a waiver held for it everywhere. */
  readonly waived: boolean;
}

/** One part of a kept audit. `key` as in `PartQuery`; `boms` are names by `bomNames`, sorted. */
export interface SnapshotPart extends PartState {
  readonly key: string;
  readonly mpn: string;
  readonly manufacturer: string | null;
  readonly boms: readonly string[];
}

/** What is kept of an audit, so that a later one can say what changed; parts in the order of their keys. */
export interface Snapshot {
  /** When the audit began, ISO 8601 UTC. */
  readonly asOf: string;
  readonly parts: readonly SnapshotPart[];
  /** Fitted lines without a part number, by BOM and designators. */
  readonly unidentified: readonly string[];
}

/** What a later audit compares; `names` are those of the BOMs by `bomNames`. */
export function snapshotOf(
  { parts, unidentified }: Findings,
  names: readonly string[],
  asOf: string,
): Snapshot {
  return {
    asOf,
    parts: parts.map((part) => snapshotPart(part, names)).sort((a, b) => compareText(a.key, b.key)),
    unidentified: [...new Set(unidentified.map((line) => unnamedLine(line, names)))].sort(),
  };
}

function snapshotPart(
  { key, mpn, manufacturer, match, lifecycle, matched, bare, severity, uses }: Finding,
  names: readonly string[],
): SnapshotPart {
  return {
    key,
    mpn,
    manufacturer,
    match,
    lifecycle,
    lastBuyDate: matched?.lastBuyDate ?? null,
    severity: bare,
    waived: severity === 'waived',
    boms: [...new Set(uses.map(({ bom }) => names[bom] ?? ''))].sort(),
  };
}

/** Names a line without a part number, so that it is known again when rows have moved. */
export function unnamedLine(
  { bom, row, designators }: Pick<UnidentifiedLine, 'bom' | 'row' | 'designators'>,
  names: readonly string[],
): string {
  return `${names[bom] ?? ''}: ${designators ?? `row ${row}`}`;
}
