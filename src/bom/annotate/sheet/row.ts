import { columnLetter } from '../../rows.ts';
import type { Cell, RowElement } from '../../xlsx/worksheet.ts';
import type { Edits } from '../../xlsx/xml/edit.ts';
import type { WrittenCells } from './write.ts';

/**
 * Puts the cells of a row into their columns. What an earlier run wrote there is replaced, or emptied where nothing
 * is to be said any more; empty cells that have a style keep it then. Of the elements that a row has, the last one
 * takes the cells, and the others lose theirs.
 */
export function patchRow(
  edits: Edits,
  element: RowElement,
  cells: WrittenCells,
  columns: readonly number[],
  isLast: boolean,
): void {
  const placed = placeCells(element.row, element.prefix, cells, columns);
  const written = new Set(placed.map(({ column }) => column));
  const waiting = isLast ? placed : [];
  growSpans(edits, element, waiting.at(-1)?.column ?? -1);
  let next = 0;
  for (const cell of element.cells) {
    for (; next < waiting.length && waiting[next]!.column < cell.column; next++)
      edits.insert(cell.from, waiting[next]!.xml);
    if (waiting[next]?.column === cell.column) edits.replace(cell, waiting[next++]!.xml);
    else if (written.has(cell.column)) edits.replace(cell, '');
    else if (cell.isUsed && columns.includes(cell.column)) edits.replace(cell, emptied(cell, element));
  }
  const rest = waiting.slice(next).map(({ xml }) => xml);
  if (rest.length > 0) append(edits, element, rest.join(''));
}

/** A row that the sheet leaves out, with these cells; nothing when there are none. */
export function newRow(row: number, prefix: string, cells: WrittenCells, columns: readonly number[]): string {
  const placed = placeCells(row, prefix, cells, columns).map(({ xml }) => xml);
  return placed.length === 0 ? '' : `<${prefix}row r="${row}">${placed.join('')}</${prefix}row>`;
}

interface PlacedCell {
  readonly column: number;
  readonly xml: string;
}

function placeCells(
  row: number,
  prefix: string,
  cells: WrittenCells,
  columns: readonly number[],
): PlacedCell[] {
  const placed: PlacedCell[] = [];
  for (const [index, column] of columns.entries()) {
    const cell = cells[index];
    if (cell === undefined) continue;
    const place = `<${prefix}c r="${columnLetter(column)}${row}"`;
    placed.push({ column, xml: `${place}${cell.attributes}>${cell.content}</${prefix}c>` });
  }
  return placed.sort((a, b) => a.column - b.column);
}

/** The declared range of columns takes in the last of the new cells. */
function growSpans(edits: Edits, { spans }: RowElement, last: number): void {
  if (spans === null) return;
  const grown = spans.text.replace(/\d+$/, (to) => String(Math.max(Number(to), last + 1)));
  if (grown !== spans.text) edits.replace(spans.value, grown);
}

function append(edits: Edits, { isEmpty, tagTo, cellsTo, prefix }: RowElement, cells: string): void {
  if (isEmpty) edits.replace({ from: tagTo - '/>'.length, to: tagTo }, `>${cells}</${prefix}row>`);
  else edits.insert(cellsTo, cells);
}

function emptied({ column, style }: Cell, { row, prefix }: RowElement): string {
  return `<${prefix}c r="${columnLetter(column)}${row}"${style === undefined ? '' : ` s="${style}"`}/>`;
}
