import type { Row } from '../rows.ts';
import type { Area } from './area.ts';

interface Anchor {
  /** The last row, 1-based. */
  readonly bottom: number;
  readonly text: string;
  readonly fault: string | null | undefined;
}

/** Gives each row what the cells show that are merged down into it. Rows come in their order. */
export class MergedCells {
  /** Those of more than one row, by their first. */
  readonly #areas: readonly Area[];
  #next = 0;
  /** By column. */
  readonly #open = new Map<number, Anchor>();

  constructor(areas: readonly Area[]) {
    this.#areas = areas.filter(({ top, bottom }) => bottom > top).sort((a, b) => a.top - b.top);
  }

  fill(row: Row): Row {
    if (this.#areas.length === 0) return row;
    const filled = this.#open.size === 0 ? row : this.#filled(row);
    for (let area = this.#areas[this.#next]; area !== undefined && area.top < row.row; ) {
      if (area.top === row.row - 1) this.#begin(area, row);
      area = this.#areas[++this.#next];
    }
    return filled;
  }

  #begin({ left, bottom }: Area, { cells, faults }: Row): void {
    const fault = faults?.get(left);
    const text = cells[left] ?? '';
    if (text !== '' || fault !== undefined) this.#open.set(left, { bottom: bottom + 1, text, fault });
  }

  #filled(row: Row): Row {
    const cells = [...row.cells];
    const faults = new Map(row.faults);
    const merged = new Set<number>();
    for (const [column, { bottom, text, fault }] of this.#open) {
      if (bottom < row.row) {
        this.#open.delete(column);
        continue;
      }
      while (cells.length <= column) cells.push('');
      cells[column] = text;
      if (fault === undefined) faults.delete(column);
      else faults.set(column, fault);
      merged.add(column);
    }
    if (merged.size === 0) return row;
    return { row: row.row, cells, merged, ...(faults.size > 0 && { faults }) };
  }
}
