import type { Buy } from '../core/buying/demand.ts';
import type { ReportPart } from '../core/report/report.ts';
import { linesOf, type ReportLine } from '../core/report/report-lines.ts';
import { number } from '../core/text.ts';
import { oneLine } from './text.ts';

/** Where one part stands in one BOM. */
export interface Usage {
  /** Index into the report's `boms`. */
  readonly bom: number;
  /** 1-based, ascending. */
  readonly rows: readonly number[];
  /** Of all its lines, as written and on one line; empty when the BOM has none. */
  readonly designators: string;
  /** Per board; null when a line does not say. */
  readonly quantity: number | null;
  /** True when it is nowhere the first choice. */
  readonly alternate: boolean;
}

/** One entry for each BOM that uses the part, in the order of the BOMs. */
export function usages(part: ReportPart): readonly Usage[] {
  const byBom = new Map<number, ReportLine[]>();
  for (const line of linesOf(part)) {
    const lines = byBom.get(line.bom);
    if (lines === undefined) byBom.set(line.bom, [line]);
    else lines.push(line);
  }
  return [...byBom].map(([bom, lines]) => ({
    bom,
    rows: lines.map(({ row }) => row),
    designators: lines
      .map(({ designators }) => oneLine(designators ?? ''))
      .filter((text) => text !== '')
      .join(', '),
    quantity: lines.reduce<number | null>(
      (sum, { quantity }) => (sum === null || quantity === null ? null : sum + quantity),
      0,
    ),
    alternate: lines.every(({ role }) => role === 'alternate'),
  }));
}

/** The usages as a list in words: `main.csv × 4: U4, U5; power.xlsx × 1: U4`. */
export function usedText(part: ReportPart, names: readonly string[]): string {
  return usages(part)
    .map(({ bom, rows, designators, quantity, alternate }) => {
      const where = `${names[bom] ?? ''}${quantity === null ? '' : ` × ${number(quantity)}`}`;
      return `${where}${alternate ? ' as an alternate' : ''}: ${designators === '' ? `row ${rows.join(', ')}` : designators}`;
    })
    .join('; ');
}

/** What a last buy costs and each piece of it: `40,712.30 USD at 1.7701`; null when no price is known. */
export function costText({ cost, unitPrice, currency }: Buy): string | null {
  if (cost === null || unitPrice === null || cost === 0) return null;
  const total = cost.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return [total, currency, `at ${unitPrice}`].filter((word) => word !== null).join(' ');
}
