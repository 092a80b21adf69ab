import { columnIndex, columnLetter } from '../rows.ts';

/** A rectangle of cells, all 0-based and inclusive. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Reads `A1:K20` or `A1`; undefined for anything else, e.g. whole columns. */
export function readArea(reference: string): Area | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?$/i.exec(reference.trim());
  if (match === null) return undefined;
  const [, left = '', top, right = left, bottom = top] = match;
  return {
    left: columnIndex(left),
    top: Number(top) - 1,
    right: columnIndex(right),
    bottom: Number(bottom) - 1,
  };
}

/** The inverse of `readArea`. */
export function writeArea({ left, top, right, bottom }: Area): string {
  return `${columnLetter(left)}${top + 1}:${columnLetter(right)}${bottom + 1}`;
}
