import type { RowAnnotation, TableAnnotation } from '../core/annotation.ts';
import { partAnnotation, plainAnnotation, sideBySide } from '../core/cells.ts';
import type { Bom, LineItem, Lines, PartRef } from '../core/line.ts';
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
  return boms.map(({ sheet, headerRow, firstRow, lines }, bom) => {
    const shared = new Map<LineItem['parts'], RowAnnotation>();

    function annotationOf(line: LineItem): RowAnnotation {
      if (!line.fitted && !(includeNotFitted && line.parts.length > 0)) return NOT_AUDITED;
      if (line.notes.length > 0) return judged(line);
      const annotation = shared.get(line.parts) ?? judged(line);
      shared.set(line.parts, annotation);
      return annotation;
    }

    function judged(line: LineItem): RowAnnotation {
      const named = line.parts.flatMap((ref) => parts.get(ref) ?? []);
      const [first] = named;
      if (!first) return plainAnnotation('unknown', 'no-mpn', 'warn', [NO_NUMBER, ...line.notes]);
      return partAnnotation(named, line, severityIn(first, bom));
    }

    const linesOf = lineReader(lines);
    return {
      sheet,
      headerRow,
      firstRow,
      cellsOf(row) {
        const own = linesOf(row);
        return own.length > 1 ? sideBySide(own.map(annotationOf)) : own[0] && annotationOf(own[0]);
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

/**
 * Finds the lines of one row, of which tables side by side have several; `lines` are in the order of their rows, and
 * it is quick where rows are asked in order, too.
 */
function lineReader(lines: Lines): (row: number) => readonly LineItem[] {
  let place = 0;
  let next = lines.at(0);
  let last = 0;
  return (row) => {
    if (row <= last) {
      place = 0;
      next = lines.at(0);
    }
    last = row;
    while (next && next.row < row) next = lines.at(++place);
    const own: LineItem[] = [];
    for (; next?.row === row; next = lines.at(++place)) own.push(next);
    return own;
  };
}
