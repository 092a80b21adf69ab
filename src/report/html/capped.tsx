import type { JSX } from 'preact';
import { number } from '../../core/text.ts';

/** So many parts a section shows, and so many lines the table of all: a page that no browser chokes on. */
export const MAX_PARTS = 1000;
export const MAX_LINES = 5000;

/** Says what a section leaves out and where it is; nothing when it is whole. */
export function Capped({ total, shown = MAX_PARTS }: { total: number; shown?: number }): JSX.Element | null {
  if (total <= shown) return null;
  return (
    <p class="capped">
      Shown are the first {number(shown)} of {number(total)}. All of them are in the xlsx, csv and json
      formats of this report.
    </p>
  );
}
