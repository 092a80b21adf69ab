import type { RowAnnotation, TableAnnotation } from '../../../core/report/audit-columns.ts';
import type { Workbook } from '../../xlsx/package.ts';
import { type RowElement, type SheetVisitor, SheetWalker } from '../../xlsx/worksheet.ts';
import { type Edits, editXml } from '../../xlsx/xml/edit.ts';
import { remember } from '../remember.ts';
import { frameEditor } from './frame.ts';
import { newRow, patchRow } from './row.ts';
import { addedNames, type SheetLayout } from './sheet-layout.ts';
import { type CellStyle, headerCells, type WrittenCells, writeCells } from './write.ts';

/** The worksheet's XML with the audit cells in their columns; all else in it stays as it is. */
export function annotateSheet(
  workbook: Workbook,
  part: string,
  layout: SheetLayout,
  table: TableAnnotation,
  style: CellStyle,
): AsyncGenerator<Buffer> {
  const cellsOf = cellWriter(layout, table, style);
  return editXml(workbook, part, (edits) => new SheetWalker(sheetEditor(edits, layout, cellsOf)));
}

/** The audit cells of a row, in tags of that prefix. */
type CellsOf = (row: number, prefix: string) => WrittenCells;

function cellWriter(layout: SheetLayout, table: TableAnnotation, style: CellStyle): CellsOf {
  const annotationOf = inOrder(layout, table);
  const writers = new Map<string, (annotation: RowAnnotation) => WrittenCells>();
  return (row, prefix) => {
    const annotation = annotationOf(row);
    if (annotation === undefined) return [];
    const write = writers.get(prefix) ?? remember((one) => writeCells(one, prefix, style));
    writers.set(prefix, write);
    return write(annotation);
  };
}

/** Where the rows of the file are in no order, their annotations are asked for before. */
function inOrder(
  { isOrdered, headerRow, firstRow, lastRow }: SheetLayout,
  { cellsOf }: TableAnnotation,
): TableAnnotation['cellsOf'] {
  if (isOrdered) return cellsOf;
  const annotations = new Map<number, RowAnnotation | undefined>();
  for (let row = firstRow; row <= lastRow; row++) if (row !== headerRow) annotations.set(row, cellsOf(row));
  return (row) => annotations.get(row);
}

function sheetEditor(edits: Edits, layout: SheetLayout, cellsOf: CellsOf): SheetVisitor {
  const { columns, added, headerRow, firstRow, headerStyle } = layout;
  const frame = frameEditor(edits, layout);
  const left = layout.elements.slice();
  let next = firstRow;
  let prefix = '';

  function annotate(element: RowElement): void {
    const isLast = --left[element.row]! <= 0;
    if (element.row === headerRow) {
      const names = headerCells(addedNames(layout), element.prefix, headerStyle);
      patchRow(edits, element, names, added, isLast);
    } else patchRow(edits, element, cellsOf(element.row, element.prefix), columns, isLast);
  }
  /** Adds the rows before `until` that the sheet leaves out because they are empty, where anything is to be said of them. */
  function addMissing(until: number, at: number): void {
    for (; next < until; next++) {
      if (layout.elements[next] === 0 && next !== headerRow)
        edits.insert(at, newRow(next, prefix, cellsOf(next, prefix), columns));
    }
  }
  return {
    rowStart: (from) => edits.hold(from),
    row(element) {
      addMissing(element.row, element.from);
      if (element.row >= firstRow) annotate(element);
      edits.release();
    },
    open(tag, section) {
      if (tag.name === 'sheetData') prefix = tag.prefix;
      frame.open(tag, section);
    },
    close(name, endTag) {
      if (name === 'sheetData') addMissing(layout.lastRow, endTag.from);
      frame.close(name, endTag);
    },
  };
}
