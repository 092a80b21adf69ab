import { AUDIT_COLUMNS } from '../core/report/audit-columns.ts';
import type { Row } from './rows.ts';
import { plainHeader } from './vocabulary.ts';

/** The columns of tables whose header reads as `headers`. */
export interface Layout {
  readonly headers: readonly string[];
  readonly mpnColumns: readonly string[];
  readonly manufacturerColumns: readonly string[];
  readonly quantityColumn: string | null;
  readonly designatorColumn: string | null;
}

/** What a layout completes. */
export interface ColumnOptions {
  readonly mpnColumns?: readonly string[];
  readonly manufacturerColumns?: readonly string[];
  readonly quantityColumn?: string;
  readonly designatorColumn?: string;
  /** Settled once for all files with the same header; what is said beside it wins. */
  readonly layouts?: readonly Layout[];
}

/** The row of the sample that is the header of one of the layouts. */
export function layoutRow(sample: readonly Row[], layouts: readonly Layout[] = []): number | undefined {
  return sample.find(({ cells }) => layouts.some((layout) => hasHeaders(layout, cells)))?.row;
}

/** The options, completed by the layout of a table with these headers. */
export function withLayout<T extends ColumnOptions>(options: T, headers: readonly string[]): T {
  const layout = options.layouts?.find((one) => hasHeaders(one, headers));
  if (layout === undefined) return options;
  const { mpnColumns, manufacturerColumns, quantityColumn, designatorColumn } = layout;
  return {
    mpnColumns,
    manufacturerColumns,
    ...(quantityColumn === null ? {} : { quantityColumn }),
    ...(designatorColumn === null ? {} : { designatorColumn }),
    ...options,
  };
}

/** Blank cells at the end do not count, nor do the columns of an earlier audit. */
function hasHeaders({ headers }: Layout, cells: readonly string[]): boolean {
  const key = (names: readonly string[]) =>
    names
      .map(plainHeader)
      .join('\n')
      .trimEnd()
      .split(`\n${plainHeader(AUDIT_COLUMNS[0])}`)[0];
  return key(headers) === key(cells);
}
