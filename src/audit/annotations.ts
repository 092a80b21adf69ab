import type { RowAnnotation, TableAnnotation } from '../core/annotation.ts';
import { partAnnotation, plainAnnotation } from '../core/cells.ts';
import type { Bom, LineItem } from '../core/line.ts';
import type { PartQuery } from '../core/query.ts';
import type { ReportPart } from '../core/report.ts';

/** What each table of the user's files gains, in the order of `boms`. */
export function annotations(
  boms: readonly Bom[],
  parts: ReadonlyMap<PartQuery, ReportPart>,
): readonly TableAnnotation[] {
  const byLine = new Map<LineItem, ReportPart[]>();
  for (const [query, part] of parts) {
    for (const { line, role } of query.uses) {
      const named = byLine.get(line) ?? [];
      byLine.set(line, role === 'primary' ? [part, ...named] : [...named, part]);
    }
  }
  const shared = new Map<ReportPart, RowAnnotation>();

  function annotationOf(line: LineItem): RowAnnotation {
    const named = byLine.get(line) ?? [];
    if (!line.fitted && named.length === 0)
      return plainAnnotation(null, null, 'ok', ['Not fitted: not audited.']);
    const [only] = named;
    if (!only || named.length > 1 || line.notes.length > 0) return partAnnotation(named, line);
    const annotation = shared.get(only) ?? partAnnotation(named, line);
    shared.set(only, annotation);
    return annotation;
  }

  return boms.map(({ sheet, headerRow, lines }) => {
    const byRow = new Map(lines.map((line) => [line.row, line]));
    return {
      sheet,
      headerRow,
      cellsOf(row) {
        const line = byRow.get(row);
        return line && annotationOf(line);
      },
    };
  });
}
