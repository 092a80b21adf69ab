import type { RowAnnotation, TableAnnotation } from '../core/annotation.ts';
import { partAnnotation, plainAnnotation, sideBySide } from '../core/cells.ts';
import type { Bom, LineItem, PartRef } from '../core/line.ts';
import { worseSeverity } from '../core/policy.ts';
import type { ReportPart } from '../core/report.ts';
import type { Severity } from '../core/words.ts';

const NO_NUMBER = 'Names no part number: nobody checked it.';
const NOT_AUDITED = plainAnnotation(null, null, 'ok', ['Not fitted: not audited.']);

/** What each table of the user's files gains, in the order of `boms`. */
export function annotations(
  boms: readonly Bom[],
  parts: ReadonlyMap<PartRef, ReportPart>,
  includeNotFitted: boolean,
): readonly TableAnnotation[] {
  return boms.map(({ sheet, headerRow, lines }, bom) => {
    const shared = new Map<ReportPart, RowAnnotation>();

    function plain(part: ReportPart, line: LineItem): RowAnnotation {
      const annotation = shared.get(part) ?? partAnnotation([part], line, severityIn(part, bom));
      shared.set(part, annotation);
      return annotation;
    }

    function annotationOf(line: LineItem): RowAnnotation {
      if (!line.fitted && !(includeNotFitted && line.parts.length > 0)) return NOT_AUDITED;
      const named = line.parts.flatMap((ref) => parts.get(ref) ?? []);
      const [first] = named;
      if (!first) return plainAnnotation('unknown', 'no-mpn', 'warn', [NO_NUMBER, ...line.notes]);
      if (named.length === 1 && line.notes.length === 0) return plain(first, line);
      return partAnnotation(named, line, severityIn(first, bom));
    }

    return {
      sheet,
      headerRow,
      cellsOf(row) {
        const own = linesOf(lines, row).map(annotationOf);
        return own.length > 1 ? sideBySide(own) : own[0];
      },
    };
  });
}

/** By the policy and the waivers of that BOM. */
function severityIn(part: ReportPart, bom: number): Severity {
  return part.uses
    .filter((use) => use.bom === bom)
    .map(({ severity }) => severity)
    .reduce(worseSeverity);
}

/** The lines of one row, of which tables side by side have several; `lines` are in the order of their rows. */
function linesOf(lines: readonly LineItem[], row: number): readonly LineItem[] {
  let from = 0;
  let to = lines.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (lines[middle]!.row < row) from = middle + 1;
    else to = middle;
  }
  let end = from;
  while (lines[end]?.row === row) end += 1;
  return lines.slice(from, end);
}
