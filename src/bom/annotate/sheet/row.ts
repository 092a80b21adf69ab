import { columnLetter } from '../../rows.ts';
import { attribute, isUsed, lastColumn, type RawCell, readCells } from './cells.ts';
import type { WrittenCells } from './write.ts';

/**
 * A row's XML with the cells in these columns. What an earlier run wrote there is replaced, or emptied where nothing
 * is to be said any more; empty cells that have a style keep it then.
 */
export function patchRow(
  xml: string,
  row: number,
  cells: WrittenCells,
  columns: readonly number[],
  prefix: string,
): string {
  if (columns.length === 0) return xml;
  const isBeyond = lastColumn(xml, prefix) < Math.min(...columns);
  const placed = placeCells(row, cells, columns, prefix);
  if (isBeyond && placed.length === 0) return xml;
  const { open, inside, close } = splitRow(xml, prefix, placed.at(-1)?.column ?? -1);
  if (isBeyond && !inside.includes('extLst'))
    return open + inside + placed.map((cell) => cell.xml).join('') + close;
  return open + mergeCells(inside, placed, row, columns, prefix) + close;
}

interface PlacedCell {
  readonly column: number;
  readonly xml: string;
}

function placeCells(
  row: number,
  cells: WrittenCells,
  columns: readonly number[],
  prefix: string,
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

/** The row's tag, its columns' span grown to `last`; what is in it; its end tag, also for a row without any. */
function splitRow(xml: string, prefix: string, last: number) {
  const end = xml.indexOf('>');
  const isEmpty = xml[end - 1] === '/';
  const open = xml.slice(0, isEmpty ? end - 1 : end).replace(/(\sspans=["']\d+:)(\d+)/, (_, from, to) => {
    return from + Math.max(Number(to), last + 1);
  });
  const close = `</${prefix}row>`;
  return { open: `${open}>`, inside: isEmpty ? '' : xml.slice(end + 1, xml.lastIndexOf('</')), close };
}

/** The cells of both in the order of their columns; where they meet, the new ones stay. */
function mergeCells(
  inside: string,
  placed: readonly PlacedCell[],
  row: number,
  columns: readonly number[],
  prefix: string,
): string {
  const pieces: string[] = [];
  const waiting = [...placed];
  let from = 0;
  for (const cell of readCells(inside, prefix)) {
    pieces.push(inside.slice(from, cell.start));
    while (waiting[0] !== undefined && waiting[0].column < cell.column) pieces.push(waiting.shift()!.xml);
    if (waiting[0]?.column === cell.column) pieces.push(waiting.shift()!.xml);
    else if (columns.includes(cell.column) && isUsed(cell)) pieces.push(emptied(cell, row, prefix));
    else pieces.push(inside.slice(cell.start, cell.end));
    from = cell.end;
  }
  return [...pieces, ...waiting.map(({ xml }) => xml), inside.slice(from)].join('');
}

function emptied({ column, attributes }: RawCell, row: number, prefix: string): string {
  const style = attribute(attributes, 's');
  return `<${prefix}c r="${columnLetter(column)}${row}"${style === undefined ? '' : ` s="${style}"`}/>`;
}
