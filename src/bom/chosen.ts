import type { Column } from './columns.ts';

/** A column that was chosen, by whom or by what, and why, in words. */
export interface Chosen {
  readonly column: Column;
  readonly by: 'person' | 'header' | 'cells';
  readonly why: string;
}

/** A column that its header names, whatever it holds. */
export function byHeader(column: Column): Chosen {
  const isEmpty = column.profile.filled === 0;
  return {
    column,
    by: 'header',
    why: isEmpty ? 'its header says so, but it is empty' : 'its header says so',
  };
}

/** A column of part numbers, with how many of its cells look like some. */
export function withShare(column: Column, by: Chosen['by'], reason: string): Chosen {
  const { filled, mpn } = column.profile;
  const share = Math.round(mpn * 100);
  return { column, by, why: `${reason} (${filled} cells filled, ${share} % look like part numbers)` };
}
