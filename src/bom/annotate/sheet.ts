import { AUDIT_COLUMNS, type RowAnnotation, type TableAnnotation } from '../../core/annotation.ts';
import { type CellStyle, headerCells, type WrittenCells, writeCells } from './cells-xml.ts';
import { growHead, growTail } from './sheet-frame.ts';
import { patchRow } from './sheet-row.ts';
import { mapSheet, type SheetVisitor } from './sheet-scan.ts';
import type { SheetLayout } from './sheet-survey.ts';

/** So many rows' cells are kept as they were written, since rows of one part share theirs. */
const KEPT = 100_000;

/** The worksheet's XML with the audit cells in their columns; all else in it stays as it is. */
export function annotateSheet(
  chunks: AsyncIterable<Buffer>,
  layout: SheetLayout,
  table: TableAnnotation,
  style: CellStyle,
): AsyncGenerator<Buffer> {
  return mapSheet(chunks, sheetVisitor(layout, table, style));
}

const NOTHING: WrittenCells = AUDIT_COLUMNS.map(() => undefined);

function sheetVisitor(layout: SheetLayout, table: TableAnnotation, style: CellStyle): SheetVisitor {
  const kept = new Map<RowAnnotation, WrittenCells>();
  let prefix = '';
  let next = layout.headerRow ?? 1;
  const cellsOf = (row: number): WrittenCells => {
    if (row === table.headerRow) return headerCells(prefix, layout.headerStyle);
    const annotation = table.cellsOf(row);
    if (annotation === undefined) return NOTHING;
    const known = kept.get(annotation);
    if (known !== undefined) return known;
    const cells = writeCells(annotation, prefix, style);
    if (kept.size >= KEPT) kept.clear();
    kept.set(annotation, cells);
    return cells;
  };
  /** Rows that the sheet leaves out because they are empty. */
  const missing = (until: number): string => {
    let rows = '';
    for (; next < until; next++) {
      const cells = cellsOf(next);
      if (cells !== NOTHING)
        rows += patchRow(`<${prefix}row r="${next}"/>`, next, cells, layout.columns, prefix);
    }
    return rows;
  };
  return {
    head(xml, own) {
      prefix = own;
      return growHead(xml, prefix, layout);
    },
    row(xml, row) {
      if (row < next) return xml;
      const before = missing(row);
      next = row + 1;
      return before + patchRow(xml, row, cellsOf(row), layout.columns, prefix);
    },
    tail: (xml) => growTail(xml, layout),
  };
}
