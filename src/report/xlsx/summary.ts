import type { AuditReport } from '../../core/report/report.ts';
import { percent } from '../../core/text.ts';
import { LIFECYCLES, MATCHES, type Verdict } from '../../core/words.ts';
import { sourceText } from '../source.ts';
import { visible } from '../text.ts';
import { LIFECYCLE_WORDING, MATCH_WORDING, VERDICT_WORDING, WORST_FIRST } from '../words.ts';
import { type Cell, FONT, put } from './cell.ts';
import { type Book, pageOf } from './sheet.ts';

const INK: Readonly<Record<Verdict, string>> = { pass: 'FF17502F', fail: 'FF8A1A15', incomplete: 'FF6B4200' };

/** The verdict, its reasons and every count, one under the other. */
export function addSummary(book: Book, report: AuditReport): void {
  const { verdict, reasons } = report;
  const { label, meaning } = VERDICT_WORDING[verdict];
  const sheet = book.addWorksheet('Summary', {
    ...pageOf({ fitToHeight: 1 }),
    views: [{ showGridLines: false }],
  });
  sheet.columns = [{ width: 28 }, { width: 22 }, { width: 60 }];
  const title = sheet.addRow([label]);
  title.font = { ...FONT, size: 22, bold: true, color: { argb: INK[verdict] } };
  title.height = 32;
  sheet.addRow([meaning]).font = { ...FONT, size: 13 };
  for (const reason of reasons) sheet.addRow([visible(`• ${reason}`)]).font = FONT;
  for (const { heading, facts } of blocks(report)) {
    sheet.addRow([]);
    sheet.addRow([heading]).font = { ...FONT, bold: true };
    for (const [name, value] of facts) {
      const row = sheet.addRow([]);
      put(row.getCell(1), name);
      put(row.getCell(2), value);
    }
  }
  sheet.commit();
}

interface Block {
  readonly heading: string;
  readonly facts: readonly (readonly [name: Cell, value: Cell])[];
}

function blocks({ totals, quota, sources, asOf, tool, boms }: AuditReport): readonly Block[] {
  const severities = WORST_FIRST.map((word) => [{ severity: word }, totals.bySeverity[word] ?? 0] as const);
  const lifecycles = LIFECYCLES.map(
    (word) => [LIFECYCLE_WORDING[word].label, totals.byLifecycle[word] ?? 0] as const,
  );
  const matches = MATCHES.map((word) => [MATCH_WORDING[word].label, totals.byMatch[word] ?? 0] as const);
  return [
    {
      heading: 'Audit',
      facts: [
        ['As of (UTC)', { instant: asOf }],
        ['BOMs', boms.length],
        ['Line items', totals.lineItems],
        ['Parts', totals.parts],
        ['Checked', totals.checked],
        ['Coverage', percent(totals.coverage)],
        ['Asked', sources.map(sourceText).join('; ')],
        ['Made by', `${tool.name} ${tool.version}`],
      ],
    },
    { heading: 'Parts by severity', facts: severities },
    { heading: 'Parts by lifecycle', facts: lifecycles },
    { heading: 'Parts by match', facts: matches },
    {
      heading: 'Requests to DigiKey',
      facts: [
        ['Sent', quota.requests],
        ['Of them retries', quota.calls.retries],
        ['Refused as too many', quota.calls.tooMany],
        ['Without an answer', quota.calls.errors],
        ['Median milliseconds', quota.calls.latencyMs?.p50 ?? null],
        ['Answered from the cache', quota.fromCache],
        ['Left today', quota.remainingToday ?? 'not known'],
        ['Reset (UTC)', quota.resetsAt === null ? 'not known' : { instant: quota.resetsAt }],
      ],
    },
  ];
}
