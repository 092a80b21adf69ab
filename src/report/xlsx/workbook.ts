import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import { bomNames } from '../../core/bom/names.ts';
import { BUY_FORMULA } from '../../core/buying/demand.ts';
import type { AuditReport } from '../../core/report/report.ts';
import { LIFECYCLES, MATCHES } from '../../core/words.ts';
import { auditedLines } from '../lines.ts';
import { decisions, openLines, unverified, waived } from '../select.ts';
import { usedText } from '../usage.ts';
import { LIFECYCLE_WORDING, MATCH_WORDING, METHOD, SEVERITY_WORDING, WORST_FIRST } from '../words.ts';

import { BOM_COLUMNS, decisionColumns, lineColumns, type OpenRow, openColumns } from './columns.ts';
import { addLastBuy } from './last-buy.ts';
import { CHANGE_COLUMNS, TREND_COLUMNS, WAIVER_COLUMNS, whereUsedColumns } from './section-columns.ts';
import { addTable, type Book, type SheetColumn } from './sheet.ts';
import { addSummary } from './summary.ts';

/** The report as a workbook, row by row as it is made, so that memory does not grow with the BOM. */
export function toXlsx(report: AuditReport): AsyncIterable<Uint8Array> {
  const bytes = new PassThrough();
  const book: Book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: bytes, useStyles: true });
  book.creator = report.tool.name;
  book.created = new Date(report.asOf);
  book.modified = book.created;
  fill(book, report).catch((fault) => bytes.destroy(fault));
  return bytes;
}

async function fill(book: Book, report: AuditReport): Promise<void> {
  const names = bomNames(report.boms);
  addSummary(book, report);
  await addTable(book, {
    name: 'Decisions',
    columns: decisionColumns(names),
    rows: [...decisions(report), ...waived(report)],
    printed: 12,
  });
  const { trend, totals, asOf, changes } = report;
  const audits = [...trend, { asOf, parts: totals.parts, byLifecycle: totals.byLifecycle }];
  await addTable(book, { name: 'Trend', columns: TREND_COLUMNS, rows: audits });
  await addTable(book, { name: 'Changes', columns: CHANGE_COLUMNS, rows: changes?.list ?? [] });
  await addLastBuy(book, report);
  await addTable(book, {
    name: 'Where used',
    columns: whereUsedColumns(report, names),
    rows: report.whereUsed,
  });
  await addTable(book, { name: 'Could not verify', columns: openColumns(), rows: openRows(report, names) });
  await addTable(book, { name: 'Waivers', columns: WAIVER_COLUMNS, rows: report.waivers });
  await addTable(book, {
    name: 'All lines',
    columns: lineColumns(names),
    rows: auditedLines(report),
    printed: 12,
  });
  await addTable(book, { name: 'BOMs', columns: BOM_COLUMNS, rows: report.boms, printed: 9 });
  await addTable(book, { name: 'Method', columns: METHOD_COLUMNS, rows: methodRows() });
  await book.commit();
}

function openRows(report: AuditReport, names: readonly string[]): readonly OpenRow[] {
  return [
    ...unverified(report).map((part) => ({
      part,
      severity: part.severity,
      what: MATCH_WORDING[part.match].label,
      why: part.reason,
      step: MATCH_WORDING[part.match].step,
      where: usedText(part, names),
    })),
    ...openLines(report).map(({ bom, row, designators, severity, why, step }) => ({
      part: null,
      severity,
      what: severity === null ? 'Not read' : MATCH_WORDING['no-mpn'].label,
      why,
      step,
      where: `${names[bom] ?? ''}: row ${row}${designators === null ? '' : `, ${designators}`}`,
    })),
  ];
}

interface MethodRow {
  readonly about: string;
  readonly word: string;
  readonly meaning: string;
}

const METHOD_COLUMNS: readonly SheetColumn<MethodRow>[] = [
  { name: 'About', width: 14, cell: ({ about }) => about },
  { name: 'Word', width: 24, cell: ({ word }) => word },
  { name: 'Meaning', width: 110, cell: ({ meaning }) => meaning },
];

function methodRows(): readonly MethodRow[] {
  const row = (about: string, { label, meaning }: { label: string; meaning: string }): MethodRow => {
    return { about, word: label, meaning };
  };
  return [
    { about: 'Method', word: '', meaning: METHOD },
    { about: 'Last buy', word: '', meaning: BUY_FORMULA },
    ...WORST_FIRST.map((word) => row('Severity', SEVERITY_WORDING[word])),
    ...LIFECYCLES.map((word) => row('Lifecycle', LIFECYCLE_WORDING[word])),
    ...MATCHES.map((word) => row('Match', MATCH_WORDING[word])),
  ];
}
