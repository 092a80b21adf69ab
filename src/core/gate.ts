import { type Change, isNew, type Snapshot, type SnapshotPart } from './changes.ts';
import type { Finding } from './findings.ts';
import type { UnidentifiedLine } from './report.ts';

/** The state of this audit, as a later one compares it; `keys` are those of the parts' questions, `names` the BOMs'. */
export function snapshotOf(
  asOf: string,
  findings: readonly Finding[],
  keys: readonly string[],
  unidentified: readonly UnidentifiedLine[],
  names: readonly string[],
): Snapshot {
  const parts = findings.map(
    ({ mpn, manufacturer, match, lifecycle, matched, bare, severity, lines }, index): SnapshotPart => {
      const boms = [...new Set(lines.map(({ bom }) => names[bom] ?? ''))].sort();
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

/**
 * What fails only because it did so before is a warning: the gate looks at what is introduced or worse. Of a part
 * that is not checked nobody knows which it is.
 */
export function onlyNewFindings(
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
      lines: finding.lines.map((line) => (line.severity === 'fail' ? { ...line, severity: 'warn' } : line)),
    };
  });
}

/** The same for lines without a part number. */
export function onlyNewLines(
  lines: readonly UnidentifiedLine[],
  baseline: Snapshot,
  names: readonly string[],
): readonly UnidentifiedLine[] {
  const before = new Set(baseline.unidentified);
  return lines.map((line) =>
    line.severity === 'fail' && before.has(unnamedLine(line, names)) ? { ...line, severity: 'warn' } : line,
  );
}
