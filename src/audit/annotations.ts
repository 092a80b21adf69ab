import type { RowAnnotation, TableAnnotation } from '../core/annotation.ts';
import { partAnnotation, plainAnnotation, sideBySide } from '../core/cells.ts';
import type { Bom, LineItem, PartRef } from '../core/line.ts';
import type { PartQuery } from '../core/query.ts';
import type { ReportPart } from '../core/report.ts';

const NOT_AUDITED = plainAnnotation(null, null, 'ok', ['Not fitted: not audited.']);

/** What each table of the user's files gains, in the order of `boms`. */
export function annotations(
  boms: readonly Bom[],
  parts: ReadonlyMap<PartQuery, ReportPart>,
  includeNotFitted: boolean,
): readonly TableAnnotation[] {
  const byRef = new Map<PartRef, ReportPart>();
  for (const [{ refs }, part] of parts) for (const ref of refs) byRef.set(ref, part);
  const shared = new Map<ReportPart, RowAnnotation>();

  function annotationOf(line: LineItem): RowAnnotation {
    if (!line.fitted && !(includeNotFitted && line.parts.length > 0)) return NOT_AUDITED;
    const named = line.parts.flatMap((ref) => byRef.get(ref) ?? []);
    const [only] = named;
    if (!only || named.length > 1 || line.notes.length > 0) return partAnnotation(named, line);
    const annotation = shared.get(only) ?? partAnnotation(named, line);
    shared.set(only, annotation);
    return annotation;
  }

  return boms.map(({ sheet, headerRow, lines }) => ({
    sheet,
    headerRow,
    cellsOf(row) {
      const own = linesOf(lines, row).map(annotationOf);
      return own.length > 1 ? sideBySide(own) : own[0];
    },
  }));
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
