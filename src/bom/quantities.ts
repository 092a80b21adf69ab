import type { LineItem, Lines } from '../core/bom/line.ts';
import { PackedLines } from '../core/bom/packed-lines.ts';
import { expandDesignators } from './designators.ts';

/**
 * Counts the designators of each line against its quantity. A line that disagrees gains a note; when most lines
 * disagree by the same factor, the quantities are of several boards, and one warning says so instead.
 */
export function checkQuantities(lines: Lines): { lines: Lines; warnings: readonly string[] } {
  /** How many are listed, by the place of the line. */
  const odd = new Map<number, number>();
  const factors = new Map<number, number>();
  let compared = 0;
  let place = -1;
  for (const { designators, quantity } of lines) {
    place++;
    if (designators === null || quantity === null) continue;
    const listed = expandDesignators(designators)?.length;
    if (listed === undefined) continue;
    compared++;
    if (listed === quantity) continue;
    odd.set(place, listed);
    factors.set(quantity / listed, (factors.get(quantity / listed) ?? 0) + 1);
  }
  if (odd.size === 0) return { lines, warnings: [] };
  const usual = [...factors].find(
    ([factor, times]) => Number.isInteger(factor) && times >= 3 && times > compared * 0.6,
  )?.[0];
  const noted = new PackedLines();
  for (const line of lines) noted.push(withNote(line, odd.get(noted.length), usual));
  const warnings =
    usual === undefined
      ? []
      : [`The quantities are not those of one board: most count ${usual} for each designator.`];
  return { lines: noted, warnings };
}

function withNote(line: LineItem, listed: number | undefined, usual: number | undefined): LineItem {
  if (listed === undefined || line.quantity === listed * (usual ?? Number.NaN)) return line;
  const count = listed === 1 ? '1 designator is' : `${listed} designators are`;
  return { ...line, notes: [...line.notes, `The quantity is ${line.quantity}, but ${count} listed.`] };
}
