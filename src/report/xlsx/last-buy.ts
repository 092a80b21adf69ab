import { bomNames } from '../../core/bom/names.ts';
import type { Buy, Need } from '../../core/buying/demand.ts';
import type { AuditReport, ReportPart } from '../../core/report/report.ts';
import { findingOf } from '../words.ts';
import { type Addresses, addAssumptions, addressesOf, type PartAddresses } from './assumptions.ts';
import type { Cell } from './cell.ts';
import { addTable, type Book, type SheetColumn } from './sheet.ts';

/** One part to buy, with the addresses of everything that its formulas compute with. */
interface Row {
  readonly part: ReportPart;
  readonly buy: Buy;
  /** On its own sheet, 1-based. */
  readonly row: number;
  readonly inputs: PartAddresses;
  /** Pieces a year by BOM; null when no line names it first. */
  readonly demand: string | null;
  readonly all: Addresses;
}

/** What one BOM takes of one part. */
interface DemandRow {
  readonly part: ReportPart;
  readonly need: Need;
  readonly row: number;
}

/**
 * The sheets `Last buy`, `Demand` and `Assumptions`: each number of the first is a formula over the others that
 * gives what the audit has worked out, so that a planner may change an assumption and see what follows.
 */
export async function addLastBuy(book: Book, report: AuditReport): Promise<void> {
  const parts = report.parts.filter(({ buy }) => buy !== null);
  const demand = demandRows(parts);
  const ranges = rangesOf(demand);
  const all = addressesOf(parts, report.boms.length);
  const rows = parts.flatMap((part, index): readonly Row[] => {
    const { buy } = part;
    const inputs = all.parts[index];
    if (buy === null || inputs === undefined) return [];
    return [{ part, buy, row: index + 2, inputs, demand: ranges.get(part) ?? null, all }];
  });
  await addTable(book, { name: 'Last buy', columns: COLUMNS, rows, printed: 16 });
  await addTable(book, { name: 'Demand', columns: demandColumns(report, all), rows: demand, fixed: true });
  addAssumptions(book, report, parts);
}

function demandRows(parts: readonly ReportPart[]): readonly DemandRow[] {
  return parts
    .flatMap((part) => (part.buy?.needs ?? []).map((need) => ({ part, need })))
    .map((one, index) => ({ ...one, row: index + 2 }));
}

/** The pieces a year of each part: its rows stand together. */
function rangesOf(demand: readonly DemandRow[]): ReadonlyMap<ReportPart, string> {
  const firsts = new Map<ReportPart, number>();
  const ranges = new Map<ReportPart, string>();
  for (const { part, row } of demand) {
    if (!firsts.has(part)) firsts.set(part, row);
    ranges.set(part, `Demand!$F$${firsts.get(part)}:$F$${row}`);
  }
  return ranges;
}

function demandColumns(report: AuditReport, { boards }: Addresses): readonly SheetColumn<DemandRow>[] {
  const names = bomNames(report.boms);
  const yearly = ({ perBoard, boardsPerYear }: Need) => {
    return perBoard === null || boardsPerYear === null ? null : perBoard * boardsPerYear;
  };
  return [
    { name: 'Part', width: 24, cell: ({ part }) => ({ literal: part.mpn }) },
    { name: 'Manufacturer', width: 22, cell: ({ part }) => ({ literal: part.manufacturer }) },
    { name: 'BOM', width: 26, cell: ({ need }) => names[need.bom] ?? null },
    { name: 'Pieces a board', width: 12, align: 'right', cell: ({ need }) => ({ input: need.perBoard }) },
    {
      name: 'Boards a year',
      width: 12,
      align: 'right',
      cell: ({ need }) => {
        const address = boards[need.bom];
        return asNumber(`IF(ISNUMBER(${address}),${address},"")`, need.boardsPerYear);
      },
    },
    {
      name: 'Pieces a year',
      width: 12,
      align: 'right',
      cell: ({ need, row }) => asNumber(`IF(COUNT(D${row}:E${row})=2,D${row}*E${row},"")`, yearly(need)),
    },
  ];
}

const COLUMNS: readonly SheetColumn<Row>[] = [
  { name: 'Severity', width: 9, cell: ({ part }) => ({ severity: part.severity }) },
  { name: 'Finding', width: 20, cell: ({ part }) => findingOf(part).label },
  { name: 'Part', width: 24, cell: ({ part }) => ({ literal: part.mpn }) },
  { name: 'Manufacturer', width: 22, cell: ({ part }) => ({ literal: part.manufacturer }) },
  {
    name: 'Last buy',
    width: 12,
    align: 'right',
    cell: ({ part }) => ({ day: part.matched?.lastBuyDate ?? null }),
  },
  computed('Decide by', 12, decideBy),
  { ...computed('Days to decide', 10, daysToDecide), urgent: true },
  computed('Pieces a year', 11, perYear),
  computed('On hand', 10, ({ inputs, buy }) => asNumber(`N(${inputs.onHand})`, buy.onHand)),
  computed('On order', 10, ({ inputs, buy }) => asNumber(`N(${inputs.onOrder})`, buy.onOrder)),
  computed('Wanted', 10, wanted),
  computed('Minimum order', 10, ({ inputs, buy }) => given(inputs.minimum, buy.minimumOrderQuantity)),
  computed('Package', 10, ({ inputs, buy }) => given(inputs.package, buy.standardPackage)),
  computed('To buy', 11, quantity),
  computed('Unit price', 11, unitPrice),
  computed('Cost', 13, ({ row, buy }) => asPrice(`IF(O${row}="","",ROUND(N${row}*O${row},2))`, buy.cost)),
  { name: 'Currency', width: 9, cell: ({ buy }) => ({ literal: buy.currency }) },
  { name: 'Still open', width: 50, cell: ({ buy }) => buy.open.join(' ') },
];

/** Where the last-buy day has passed, as where none is stated, there is nothing to decide in time for. */
function decideBy({ row, buy, all }: Row): Cell {
  const formula = `IF(N(E${row})<${all.asOf},"",E${row}-${all.approvalDays}-${all.purchasingDays})`;
  return { formula, result: buy.decideBy, as: 'day' };
}

function daysToDecide({ row, buy, all }: Row): Cell {
  return asNumber(`IF(F${row}="","",F${row}-${all.asOf})`, buy.daysToDecide);
}

function perYear({ demand, buy }: Row): Cell {
  if (demand === null) return buy.perYear;
  return asNumber(`IF(COUNT(${demand})<ROWS(${demand}),"",SUM(${demand}))`, buy.perYear);
}

/** Rounded to a millionth before it is rounded up, as the audit does. */
function wanted({ row, buy, all: { years, spares, attrition } }: Row): Cell {
  const gross = `ROUNDUP(ROUND(H${row}*${years}*(1+${spares})*(1+${attrition}),6),0)`;
  return asNumber(`IF(H${row}="","",MAX(0,${gross}-I${row}-J${row}))`, buy.wanted);
}

function quantity({ row, buy }: Row): Cell {
  const whole = `CEILING(MAX(K${row},N(L${row})),MAX(1,N(M${row})))`;
  return asNumber(`IF(K${row}="","",IF(K${row}=0,0,${whole}))`, buy.quantity);
}

function unitPrice({ row, buy, inputs: { from, price } }: Row): Cell {
  const tier = `COUNTIF(${from},"<="&N${row})`;
  return asPrice(`IF(N${row}="","",IF(${tier}=0,"",INDEX(${price},${tier})))`, buy.unitPrice);
}

function given(address: string, result: number | null): Cell {
  return asNumber(`IF(ISNUMBER(${address}),${address},"")`, result);
}

function asNumber(formula: string, result: number | null): Cell {
  return { formula, result, as: 'number' };
}

function asPrice(formula: string, result: number | null): Cell {
  return { formula, result, as: 'price' };
}

function computed(name: string, width: number, cell: (row: Row) => Cell): SheetColumn<Row> {
  return { name, width, align: 'right', cell };
}
