import type { LineItem } from '../core/line.ts';
import { expandDesignators } from './designators.ts';

/** A line whose quantity is not the number of its designators. */
interface Disagreement {
  readonly listed: number;
  readonly quantity: number;
}

/**
 * Counts the designators of each line against its quantity. A line that disagrees gains a note; when most lines
 * disagree by the same factor, the quantities are of several boards, and one warning says so instead.
 */
export function checkQuantities(lines: readonly LineItem[]): {
  lines: readonly LineItem[];
  warnings: readonly string[];
} {
  const odd = new Map<number, Disagreement>();
  const factors = new Map<number, number>();
  let compared = 0;
  for (const [at, { designators, quantity }] of lines.entries()) {
    if (designators === null || quantity === null) continue;
    const listed = expandDesignators(designators)?.length;
    if (listed === undefined) continue;
    compared++;
    if (listed === quantity) continue;
    odd.set(at, { listed, quantity });
    factors.set(quantity / listed, (factors.get(quantity / listed) ?? 0) + 1);
  }
  if (odd.size === 0) return { lines, warnings: [] };
  const usual = [...factors].find(
    ([factor, times]) => Number.isInteger(factor) && times >= 3 && times > compared * 0.6,
  )?.[0];
  const noted = lines.map((line, at) => withNote(line, odd.get(at), usual));
  const warnings =
    usual === undefined
      ? []
      : [`The quantities are not those of one board: most count ${usual} for each designator.`];
  return { lines: noted, warnings };
}

function withNote(line: LineItem, odd: Disagreement | undefined, usual: number | undefined): LineItem {
  if (odd === undefined || odd.quantity === odd.listed * (usual ?? Number.NaN)) return line;
  const listed = odd.listed === 1 ? '1 designator is' : `${odd.listed} designators are`;
  return { ...line, notes: [...line.notes, `The quantity is ${odd.quantity}, but ${listed} listed.`] };
}
