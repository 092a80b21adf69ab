import { stringify } from 'csv-stringify/sync';
import type { AuditReport } from '../core/report/report.ts';
import { type AuditedLine, auditedLines } from './lines.ts';
import { visibleLines } from './text.ts';

/** The columns of report.csv, in their order; words are those of report.json. */
const COLUMNS = [
  'bom',
  'sheet',
  'row',
  'designators',
  'quantity',
  'kind',
  'mpn',
  'manufacturer',
  'severity',
  'match',
  'lifecycle',
  'reason',
  'lastBuyDate',
  'daysToLastBuy',
  'decideBy',
  'quantityToBuy',
  'change',
  'matchedMpn',
  'matchedManufacturer',
  'dkpn',
  'statusText',
  'quantityAvailable',
  'marketplaceQuantity',
  'leadWeeks',
  'candidates',
  'conflicts',
  'observedAt',
  'productUrl',
] as const;
type CsvRow = Readonly<Record<(typeof COLUMNS)[number], string | number | null | undefined>>;

/** Rows that are encoded at once: many enough to be quick, few enough to be small. */
const BATCH = 1000;

/**
 * One row for each line of each BOM, in the order of the files, with a byte order mark so that Excel takes it
 * for UTF-8. Text that a spreadsheet would run as a formula gets an apostrophe in front, invisible characters but line breaks are
 * shown as signs; numbers stay numbers.
 */
export function* toCsv(report: AuditReport): Iterable<string> {
  const lines = auditedLines(report);
  yield stringify([COLUMNS], { bom: true });
  for (let at = 0; at < lines.length; at += BATCH) {
    const rows = lines.slice(at, at + BATCH).map((line) => csvRow(line, report));
    yield stringify(rows, { columns: [...COLUMNS], escape_formulas: true, cast: { string: visibleLines } });
  }
}

function csvRow({ part, ...line }: AuditedLine, report: AuditReport): CsvRow {
  const bom = report.boms[line.bom];
  const matched = part?.matched;
  return {
    bom: bom?.file,
    sheet: bom?.sheet,
    row: line.row,
    designators: line.designators,
    quantity: line.quantity,
    kind: line.kind,
    mpn: part?.mpn,
    manufacturer: part?.manufacturer,
    severity: line.severity,
    match: line.match,
    lifecycle: part?.lifecycle,
    reason: line.reason,
    lastBuyDate: matched?.lastBuyDate,
    daysToLastBuy: matched?.daysToLastBuy,
    decideBy: part?.buy?.decideBy,
    quantityToBuy: part?.buy?.quantity,
    change: part?.change,
    matchedMpn: matched?.mpn,
    matchedManufacturer: matched?.manufacturer,
    dkpn: matched?.dkpn,
    statusText: matched?.statusText,
    quantityAvailable: matched?.quantityAvailable,
    marketplaceQuantity: matched?.marketplaceQuantity,
    leadWeeks: matched?.leadWeeks,
    candidates: part?.candidates.map(({ mpn, manufacturer }) => `${mpn} (${manufacturer})`).join('; '),
    conflicts: part?.conflicts.join(' '),
    observedAt: part?.observedAt,
    productUrl: matched?.productUrl,
  };
}
