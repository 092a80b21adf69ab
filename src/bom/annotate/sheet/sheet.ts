import type { TableAnnotation } from '../../../core/annotation.ts';
import { remember } from '../remember.ts';
import { addedNames, growHead, growTail } from './frame.ts';
import { patchRow } from './row.ts';
import { mapSheet, type SheetVisitor } from './scan.ts';
import type { SheetLayout } from './survey.ts';
import { type CellStyle, headerCells, writeCells } from './write.ts';

/** The worksheet's XML with the audit cells in their columns; all else in it stays as it is. */
export function annotateSheet(
  chunks: AsyncIterable<Buffer>,
  layout: SheetLayout,
  table: TableAnnotation,
  style: CellStyle,
): AsyncGenerator<Buffer> {
  return mapSheet(chunks, sheetVisitor(layout, table, style));
}

function sheetVisitor(layout: SheetLayout, table: TableAnnotation, style: CellStyle): SheetVisitor {
  const { columns, added, headerRow, firstRow, headerStyle } = layout;
  let prefix = '';
  let next = firstRow;
  const cellsOf = remember((annotation) => writeCells(annotation, prefix, style));
  const annotate = (xml: string, row: number): string => {
    if (row === headerRow) {
      return patchRow(xml, row, headerCells(addedNames(layout), prefix, headerStyle), added, prefix);
    }
    const annotation = table.cellsOf(row);
    return patchRow(xml, row, annotation === undefined ? [] : cellsOf(annotation), columns, prefix);
  };
  /** Rows that the sheet leaves out because they are empty. */
  const missing = (until: number): string => {
    let rows = '';
    for (; next < until; next++) {
      const bare = `<${prefix}row r="${next}"/>`;
      const row = annotate(bare, next);
      if (row !== bare) rows += row;
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
      return before + annotate(xml, row);
    },
    tail: (xml) => growTail(xml, layout),
  };
}
