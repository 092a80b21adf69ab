import Table from 'cli-table3';
import pc from 'picocolors';
import { CHANGES, type Changes } from '../../core/history/changes.ts';
import type { AuditReport, QuotaUse, ReportPart } from '../../core/report/report.ts';
import { linesOf } from '../../core/report/report-lines.ts';
import { sourceText } from '../../report/source.ts';
import { oneLine, visible } from '../../report/text.ts';
import type { Output } from '../io.ts';

const MOST = 15;

/** The verdict with its reasons and the worst parts, as a person reads it at the end of a run. */
export function summary(report: AuditReport, written: readonly string[], out: Output): string {
  const colors = pc.createColors(out.showsColors === true);
  const paint = { fail: colors.red, warn: colors.yellow, waived: colors.blue, ok: colors.green };
  const notable = report.parts.filter(({ severity }) => severity === 'fail' || severity === 'warn');
  const { totals, quota } = report;
  const lines = [
    ...report.boms.flatMap(({ file, warnings }) =>
      warnings.map((warning) => `${colors.yellow('Note')} ${visible(`${file}: ${warning}`)}`),
    ),
    ...(notable.length > 0
      ? [table(notable.slice(0, MOST), out, (part) => paint[part.severity](part.severity))]
      : []),
    ...(notable.length > MOST ? [`… and ${notable.length - MOST} more in the report`] : []),
    `${totals.checked} of ${totals.parts} parts checked on ${totals.lineItems} lines${asides(report)}; ${calls(quota)}`,
    ...report.sources
      .filter(({ name }) => name !== 'DigiKey')
      .map((one) => `Asked: ${visible(sourceText(one))}`),
    ...(report.changes ? [changed(report.changes)] : []),
    `${colors.bold(verdict(report, colors))}${report.reasons.length > 0 ? `: ${visible(report.reasons.join('; '))}` : ''}`,
    ...(written.length > 0 ? [`Written: ${visible(written.join(', '))}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function changed({ since, list }: Changes): string {
  const counts = CHANGES.map((kind) => [list.filter((one) => one.kind === kind).length, kind] as const);
  const told = counts.filter(([count]) => count > 0).map(([count, kind]) => `${count} ${kind}`);
  return `Since ${since.slice(0, 10)}: ${told.length > 0 ? told.join(', ') : 'nothing changed'}`;
}

/** `96 calls (2 retried, 1 failed; median 80 ms, 95 % within 240 ms), 30 from the cache` */
function calls({ requests, fromCache, calls }: QuotaUse): string {
  const counts = [
    [calls.retries, 'retried'],
    [calls.tooMany, 'refused as too many'],
    [calls.errors, 'failed'],
  ] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  const times = calls.latencyMs;
  const latency = times ? [`median ${times.p50} ms, 95 % within ${times.p95} ms`] : [];
  const detail = [...(told.length > 0 ? [told.join(', ')] : []), ...latency].join('; ');
  return `${requests} calls${detail ? ` (${detail})` : ''}, ${fromCache} from the cache`;
}

function asides({ unidentified, skipped, problems }: AuditReport): string {
  const counts = [
    [unidentified.length, 'without a part number'],
    [skipped.length, 'not fitted'],
    [problems.length, 'unreadable'],
  ] as const;
  const told = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return told.length > 0 ? ` (${told.join(', ')})` : '';
}

function verdict({ verdict }: AuditReport, colors: ReturnType<typeof pc.createColors>): string {
  if (verdict === 'pass') return colors.green('✔ PASS');
  return verdict === 'fail' ? colors.red('✖ FAIL') : colors.yellow('◌ INCOMPLETE');
}

const WIDTHS = [6, 24, 22, 14] as const;
/** Borders and the padding of five cells. */
const FRAME = 16;

function table(parts: readonly ReportPart[], out: Output, severity: (part: ReportPart) => string): string {
  const width = Math.min(Math.max(out.columns ?? 110, 90), 140);
  const rest = width - WIDTHS.reduce<number>((sum, one) => sum + one, 0) - FRAME;
  const shown = new Table({
    head: ['', 'Part', 'Manufacturer', 'Used in', 'What to do'],
    colWidths: [...WIDTHS, rest].map((column) => column + 2),
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  for (const part of parts) {
    const cells = [part.mpn, part.manufacturer ?? '—', usedIn(part), part.reason];
    shown.push([severity(part), ...cells.map((cell) => visible(oneLine(cell)))]);
  }
  return shown.toString();
}

function usedIn(part: ReportPart): string {
  const lines = linesOf(part);
  const [first] = lines;
  const where = first?.designators ?? `row ${first?.row}`;
  return lines.length > 1 ? `${where} +${lines.length - 1}` : where;
}
