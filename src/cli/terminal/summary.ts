import Table from 'cli-table3';
import pc from 'picocolors';
import type { AuditReport, ReportPart } from '../../core/report.ts';
import type { Output } from '../io.ts';

const MOST = 15;

/** The verdict with its reasons and the worst parts, as a person reads it at the end of a run. */
export function summary(report: AuditReport, written: readonly string[], out: Output): string {
  const colors = pc.createColors(out.isTTY === true);
  const paint = { fail: colors.red, warn: colors.yellow, waived: colors.blue, ok: colors.green };
  const notable = report.parts.filter(({ severity }) => severity === 'fail' || severity === 'warn');
  const { totals, quota } = report;
  const lines = [
    ...report.boms.flatMap(({ file, warnings }) =>
      warnings.map((warning) => `${colors.yellow('Note')} ${file}: ${warning}`),
    ),
    ...(notable.length > 0
      ? [table(notable.slice(0, MOST), out, (part) => paint[part.severity](part.severity))]
      : []),
    ...(notable.length > MOST ? [`… and ${notable.length - MOST} more in the report`] : []),
    `${totals.checked} of ${totals.parts} parts checked on ${totals.lineItems} lines${asides(report)}; ${quota.requests} calls, ${quota.fromCache} from the cache`,
    `${colors.bold(verdict(report, colors))}${report.reasons.length > 0 ? `: ${report.reasons.join('; ')}` : ''}`,
    ...(written.length > 0 ? [`Written: ${written.join(', ')}`] : []),
  ];
  return `${lines.join('\n')}\n`;
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
    shown.push([severity(part), ...cells.map(visible)]);
  }
  return shown.toString();
}

function usedIn({ lines }: ReportPart): string {
  const [first] = lines;
  const where = first?.designators ?? `row ${first?.row}`;
  return lines.length > 1 ? `${where} +${lines.length - 1}` : where;
}

/** Cells come from foreign files: a control sequence in one must not reach the terminal. */
function visible(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to take out
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
}
