import type { ComponentChildren, JSX } from 'preact';

/** One column: its heading, and what a row shows in it. */
export interface Column<Row> {
  readonly name: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Where what is shown does not sort by itself. */
  readonly sortBy?: (row: Row) => string | number | null;
  readonly kind?: 'number' | 'prose' | 'used';
}

interface TableProps<Row> {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** `cards`: each row becomes a card on a narrow screen; `scroll`: the table scrolls in its own box. */
  readonly narrow: 'cards' | 'scroll';
  readonly rowClass?: (row: Row) => string;
}

export function Table<Row>({ id, caption, columns, rows, narrow, rowClass }: TableProps<Row>): JSX.Element {
  const table = (
    <table id={id} class={narrow}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ name, kind }) => (
            <th key={name} scope="col" class={kind}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at} class={rowClass?.(row)}>
            {columns.map(({ name, cell, sortBy, kind }) => (
              <td
                key={name}
                class={kind}
                data-label={narrow === 'cards' ? name : undefined}
                data-sort={sortBy?.(row)}
              >
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  return narrow === 'cards' ? table : <Scrolling label={caption}>{table}</Scrolling>;
}

export function Scrolling({ label, children }: { label: string; children: ComponentChildren }): JSX.Element {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section class="box" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
