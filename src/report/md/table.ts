import { count, number } from '../../core/text.ts';

/** A section that is one table; cells are Markdown already, without line breaks. */
export interface MdTable {
  readonly title: string;
  /** What a row is, in the singular. */
  readonly noun: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The section with as many rows as fit into `room` UTF-8 bytes, the rest counted; empty without rows. */
export function renderTable({ title, noun, columns, rows }: MdTable, room: number): string {
  if (rows.length === 0) return '';
  const head = [`## ${title} (${number(rows.length)})\n`, rowOf(columns), rowOf(columns.map(() => '---'))];
  const shown: string[] = [];
  let left = room;
  for (const cells of rows) {
    const row = rowOf(cells);
    left -= Buffer.byteLength(row) + 1;
    if (left < 0) break;
    shown.push(row);
  }
  const more = rows.length - shown.length;
  const rest = more === 0 ? [] : ['', `… and ${count(more, `more ${noun}`)}: see the other reports.`];
  return [...head, ...shown, ...rest].join('\n');
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
