import { bomNames } from '../../core/bom/names.ts';
import type { AuditReport, ReportPart } from '../../core/report/report.ts';
import { type Cell, put } from './cell.ts';
import { type Book, FROZEN, HEADER, letterOf, pageOf } from './sheet.ts';

/** Where the formulas find what they compute with: addresses on the sheet `Assumptions`, with `$`. */
export interface Addresses {
  readonly asOf: string;
  readonly years: string;
  readonly spares: string;
  readonly attrition: string;
  readonly approvalDays: string;
  readonly purchasingDays: string;
  /** By BOM. */
  readonly boards: readonly string[];
  /** By the parts to buy, in their order. */
  readonly parts: readonly PartAddresses[];
}

export interface PartAddresses {
  readonly onHand: string;
  readonly onOrder: string;
  readonly minimum: string;
  readonly package: string;
  readonly currency: string;
  /** Ranges of one row: from so many pieces on, ascending, and the price of one; empty where nothing is known. */
  readonly from: string;
  readonly price: string;
}

const NAME = 'Assumptions';
const BOARDS_ROW = 10;
const FIRST_TIER = 8;

/** Writes every input of the last buys, to be changed by hand, each where `addressesOf` says. */
export function addAssumptions(book: Book, report: AuditReport, parts: readonly ReportPart[]): void {
  const sheet = book.addWorksheet(NAME, { ...pageOf({ orientation: 'landscape' }), views: [FROZEN] });
  const numbers = Array.from({ length: 5 + 2 * breaksOf(parts) }, () => ({ width: 12 }));
  sheet.columns = [{ width: 32 }, { width: 24 }, ...numbers];
  for (const { heads, cells } of rowsOf(report, parts)) {
    const row = sheet.addRow([]);
    for (const [index, cell] of cells.entries()) {
      put(row.getCell(index + 1), cell);
      if (heads) row.getCell(index + 1).style = HEADER;
    }
    row.commit();
  }
  sheet.commit();
}

/** One row of the sheet; `heads` those below it. */
interface Row {
  readonly heads: boolean;
  readonly cells: readonly Cell[];
}

function rowsOf({ buying, boms, asOf }: AuditReport, parts: readonly ReportPart[]): readonly Row[] {
  const names = bomNames(boms);
  const breaks = breaksOf(parts);
  const head = (...cells: readonly string[]): Row => ({ heads: true, cells });
  const row = (...cells: readonly Cell[]): Row => ({ heads: false, cells });
  return [
    head('Assumption', 'Value'),
    row('Day of the audit', { day: asOf.slice(0, 10) }),
    row('Years that the parts are to last', { input: buying.years }),
    row('Spares, of what is mounted', { share: buying.sparesPercent / 100 }),
    row('Attrition, of what is taken', { share: buying.attritionPercent / 100 }),
    row('Approval, days', { input: buying.approvalDays }),
    row('Purchasing, days', { input: buying.purchasingDays }),
    row(),
    head('BOM', 'Boards a year'),
    ...boms.map(({ boardsPerYear }, index) => row(names[index] ?? '', { input: boardsPerYear })),
    row(),
    head(
      'Part',
      'Manufacturer',
      'On hand',
      'On order',
      'Minimum order',
      'Package',
      'Currency',
      ...tiers(breaks),
    ),
    ...parts.map((part) => row(...partCells(part, breaks))),
  ];
}

/** Columns for price breaks: one at least, so that a price can be filled in. */
function breaksOf(parts: readonly ReportPart[]): number {
  return Math.max(1, ...parts.map(({ buy }) => buy?.prices.length ?? 0));
}

function tiers(breaks: number): readonly string[] {
  const numbers = Array.from({ length: breaks }, (_, index) => index + 1);
  return [...numbers.map((n) => `From, ${n}`), ...numbers.map((n) => `Price, ${n}`)];
}

function partCells({ mpn, manufacturer, buy }: ReportPart, breaks: number): readonly Cell[] {
  if (buy === null) return [];
  const padding = new Array<null>(breaks - buy.prices.length).fill(null);
  const inputs = (values: readonly (number | null)[]) => values.map((input) => ({ input }));
  return [
    { literal: mpn },
    { literal: manufacturer },
    ...inputs([buy.onHand, buy.onOrder, buy.minimumOrderQuantity, buy.standardPackage]),
    { literal: buy.currency },
    ...inputs([...buy.prices.map(({ from }) => from), ...padding]),
    ...inputs([...buy.prices.map(({ price }) => price), ...padding]),
  ];
}

/** Where the sheet `Assumptions` of these parts and so many BOMs holds each input. */
export function addressesOf(parts: readonly ReportPart[], boms: number): Addresses {
  const at = (column: string | number, row: number) => {
    return `${NAME}!$${typeof column === 'number' ? letterOf(column) : column}$${row}`;
  };
  const breaks = breaksOf(parts);
  const firstPart = BOARDS_ROW + boms + 2;
  const tier = (first: number, row: number) => `${at(first, row)}:$${letterOf(first + breaks - 1)}$${row}`;
  return {
    asOf: at('B', 2),
    years: at('B', 3),
    spares: at('B', 4),
    attrition: at('B', 5),
    approvalDays: at('B', 6),
    purchasingDays: at('B', 7),
    boards: Array.from({ length: boms }, (_, bom) => at('B', BOARDS_ROW + bom)),
    parts: parts.map((_, index) => {
      const row = firstPart + index;
      return {
        ...{ onHand: at('C', row), onOrder: at('D', row), minimum: at('E', row) },
        ...{ package: at('F', row), currency: at('G', row) },
        from: tier(FIRST_TIER, row),
        price: tier(FIRST_TIER + breaks, row),
      };
    }),
  };
}
