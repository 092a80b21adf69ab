import type { Bom, LineItem, Lines, PartRef } from '../core/bom/line.ts';
import type { RowAnnotation, TableAnnotation } from '../core/report/audit-columns.ts';
import type { ReportPart } from '../core/report/report.ts';
import { partAnnotation, plainAnnotation, sideBySide } from '../core/report/row-annotation.ts';
import { worseSeverity } from '../core/rule/policy.ts';
import type { Severity } from '../core/words.ts';
import type { Audited } from './audit.ts';

const NO_NUMBER = 'Names no part number: nobody checked it.';
const NOT_AUDITED = plainAnnotation(null, null, 'ok', ['Not fitted: not audited.']);

/** What each table of the user's files gains, in the order of `boms`. */
export function annotations(
  boms: readonly Bom[],
  { partOf, report }: Pick<Audited, 'partOf' | 'report'>,
  includeNotFitted: boolean,
): readonly TableAnnotation[] {
  const unidentified = new Map(report.unidentified.map((line) => [`${line.bom} ${line.row}`, line]));
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
      const [first, ...alternates] = line.parts.map(reported);
      if (first) return partAnnotation([first, ...alternates], line, severityIn(first, bom));
      const { severity } = unidentified.get(`${bom} ${line.row}`)!;
      return plainAnnotation('unknown', 'no-mpn', severity, [NO_NUMBER, ...line.notes]);
    }

    function reported(ref: PartRef): ReportPart {
      const part = partOf(ref);
      if (!part) throw new Error(`the report has no part ${ref.mpn}`);
      return part;
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
