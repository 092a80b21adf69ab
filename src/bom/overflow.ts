import type { Problem } from '../core/bom/line.ts';
import type { Choice } from './choose.ts';
import type { Column } from './columns.ts';
import { looksLikeDesignators } from './designators.ts';
import type { Header } from './header.ts';
import { isMaker, mentionOf } from './mention.ts';
import { cellText, columnLetter, type Row } from './rows.ts';
import { isCount, isPrice, isUrl, looksLikeMpn } from './shapes.ts';

/** A row as it is to be read, and what a person should know of that; null for a row that is as wide as its header. */
export interface Mended {
  readonly row: Row;
  readonly problem: Problem | null;
}

/** Rows of which more are too long belong to a header that is too short. */
const MOST = 0.4;

/** True when most rows have more cells than the header, so that it is the header that is short. */
export function isHeaderShort({ row, names, body }: Header): boolean {
  const long = body.filter((one) => lengthOf(one) > names.length).length;
  return row !== null && long > 0 && long >= body.length * MOST;
}

/**
 * Mends rows of a text file that have more cells than the header, as a delimiter makes them that stands in a cell without
 * quotes: `BAT54S,215`. The pieces are joined where only one way makes every cell what its column holds, or where the number
 * itself proves it; else the number of the row is not read. Either way it is told.
 */
export function overflowMender(
  columns: readonly Column[],
  choice: Choice,
  width: number,
  delimiter: string,
): (row: Row) => Mended {
  const tests = columns.map((column) => testOf(column, choice));
  const numbers = new Set(choice.mpn.map(({ column }) => column.index));
  const read = [...choice.mpn, ...choice.manufacturer, choice.quantity, choice.designators];
  const readingOf = (cells: readonly string[]) =>
    read.map((chosen) => (chosen === null ? '' : cellText(cells, chosen.column.index))).join('\n');

  return (row) => {
    const extra = lengthOf(row) - width;
    if (extra <= 0) return { row, problem: null };
    const ways = Array.from({ length: width }, (_, at) => joinedAt(row.cells, at, extra, delimiter))
      .filter((cells, at) => !numbers.has(at) || isWhole(row.cells, at, extra, cells[at]!))
      .map((cells) => ({ cells, fitting: tests.filter((test, at) => test(cellText(cells, at))).length }));
    const most = Math.max(...ways.map(({ fitting }) => fitting));
    const best = ways.filter(({ fitting }) => fitting === most).map(({ cells }) => cells);
    const proven = best.find((cells) =>
      choice.mpn.some(({ column }) => hasPackingCode(cellText(cells, column.index))),
    );
    const isSettled = new Set(best.map(readingOf)).size === 1 && most >= tests.length - 1;
    const settled = proven ?? (isSettled ? best[0] : undefined);
    const said = `The row has ${width + extra} cells under a header of ${width}`;
    return settled === undefined
      ? {
          row: without(row, numbers),
          problem: problem(
            row,
            `${said}, and which of them belong together is not clear; its part number was not read. Put the cell with the delimiter in quotes.`,
          ),
        }
      : { row: { ...row, cells: settled }, problem: problem(row, `${said}: ${tellOf(row.cells, settled)}.`) };
  };
}

function problem({ row }: Row, message: string): Problem {
  return { row, message };
}

function lengthOf({ cells }: Row): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

function joinedAt(cells: readonly string[], at: number, extra: number, delimiter: string): string[] {
  const pieces = cells.slice(at, at + extra + 1);
  return [...cells.slice(0, at), pieces.join(delimiter), ...cells.slice(at + extra + 1)];
}

/** Which cells were taken for one. */
function tellOf(cells: readonly string[], settled: readonly string[]): string {
  const at = settled.findIndex((cell, place) => cell !== cells[place]);
  return at < 0
    ? 'those beyond it were not read'
    : `"${settled[at]!.trim().slice(0, 60)}" was read as one (${columnLetter(at)})`;
}

function without({ row, cells }: Row, numbers: ReadonlySet<number>): Row {
  return { row, cells: cells.map((cell, at) => (numbers.has(at) ? '' : cell)) };
}

/** Commas in makers' numbers are decimal, or stand before a code of packing. */
function isWhole(cells: readonly string[], at: number, extra: number, joined: string): boolean {
  if (extra > 1) return false;
  const [left, right] = [cells[at]!.trim(), cells[at + 1]!.trim()];
  return hasPackingCode(joined) || (/\d$/.test(left) && /^\d/.test(right) && !looksLikeMpn(left));
}

/** NXP's and Nexperia's numbers end in three digits for the packing: `BAT54S,215`. */
function hasPackingCode(text: string): boolean {
  return /^(?=.*\d)[A-Z][A-Z\d/.-]{3,},\s?[1-6]\d{2}$/.test(text);
}

/** What the cells of a column must be: numbers and counts where they were chosen, else what nearly all of them are. */
function testOf(column: Column, choice: Choice): (text: string) => boolean {
  const isIn = (...chosen: readonly Choice['quantity'][]) => chosen.some((one) => one?.column === column);
  const usual = KINDS.find(([share]) => column.profile[share] >= MOSTLY)?.[1];
  const test = isIn(...choice.mpn) ? isNumber : isIn(choice.quantity) ? isCount : usual;
  return (text) => text === '' || test === undefined || test(text);
}

const MOSTLY = 0.7;
const KINDS = [
  ['counts', isCount],
  [
    'designators',
    (text: string) => text.split(/[\s,;]+/).every((item) => item === '' || looksLikeDesignators(item)),
  ],
  ['makers', isMaker],
  ['prose', (text: string) => isPrice(text) || isUrl(text) || /\s/.test(text)],
] as const;

function isNumber(text: string): boolean {
  return looksLikeMpn(mentionOf(text).mpn);
}
