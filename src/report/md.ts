import { bomNames } from '../core/names.ts';
import type { AuditReport, ReportPart } from '../core/report.ts';
import { isValid, SEVERITIES } from '../core/words.ts';
import { decisions, unverified, waived } from './select.ts';
import { clip, count, fromNow, minute, number, oneLine, percent, visible } from './text.ts';
import { usedText } from './usage.ts';
import { LIFECYCLE_WORDING, MATCH_WORDING, SEVERITY_WORDING, VERDICT_WORDING } from './words.ts';

/** UTF-8 bytes that the whole text stays under, so that a code host takes it as one comment. */
const MAX_BYTES = 64_000;
/** Bytes kept for headings and closing sentences. */
const RESERVE = 2_000;
const MAX_ITEMS = 20;
const MAX_CELL = 300;
const MAX_USED = 120;

/** The verdict, its reasons and the worst parts in under 64 KB; what is left out is counted. */
export function toMarkdown(report: AuditReport): string {
  const head = [verdict(report), boms(report), numbers(report)].join('\n\n');
  const room = MAX_BYTES - RESERVE - Buffer.byteLength(head);
  const needed = table('Decisions needed', decisions(report), report, room);
  const open = table('Could not verify', unverified(report), report, room - Buffer.byteLength(needed));
  return `${[head, needed, open, lineNotes(report)].filter((text) => text !== '').join('\n\n')}\n`;
}

function verdict({ verdict: word, reasons, tool, asOf }: AuditReport): string {
  const { label, meaning } = VERDICT_WORDING[word];
  return [
    `# BOM audit: ${label}`,
    `**${meaning}**`,
    bullets(reasons.map(prose), 'reason'),
    `As of ${minute(asOf)}, by ${prose(`${tool.name} ${tool.version}`)}.`,
  ].join('\n\n');
}

function boms(report: AuditReport): string {
  const names = bomNames(report.boms);
  const items = report.boms.map(({ lineItems }, index) => {
    return `${code(names[index] ?? '')}: ${count(lineItems, 'line item')}`;
  });
  return bullets(items, 'BOM');
}

function numbers({ totals }: AuditReport): string {
  const severities = SEVERITIES.map(
    (word) => `${SEVERITY_WORDING[word].label} ${number(totals.bySeverity[word] ?? 0)}`,
  );
  return [
    `${count(totals.parts, 'part')}, ${number(totals.checked)} checked (${percent(totals.coverage)}).`,
    `${severities.join(', ')}.`,
  ].join(' ');
}

/** The section with as many rows as fit into `room` bytes; empty when there are no parts. */
function table(title: string, parts: readonly ReportPart[], report: AuditReport, room: number): string {
  if (parts.length === 0) return '';
  const names = bomNames(report.boms);
  const rows = [
    `## ${title} (${number(parts.length)})\n`,
    '| Severity | Finding | Part | Manufacturer | Last buy | Used in | What is known |',
    '| --- | --- | --- | --- | --- | --- | --- |',
  ];
  let left = room;
  let shown = 0;
  for (const part of parts) {
    const row = `| ${cells(part, names).join(' | ')} |`;
    left -= Buffer.byteLength(row) + 1;
    if (left < 0) break;
    rows.push(row);
    shown += 1;
  }
  if (shown < parts.length)
    rows.push('', `… and ${count(parts.length - shown, 'more part')}: see the other reports.`);
  return rows.join('\n');
}

function cells(part: ReportPart, names: readonly string[]): string[] {
  const { matched, match, lifecycle, severity } = part;
  const valid = isValid(match);
  const days = matched?.daysToLastBuy ?? null;
  return [
    SEVERITY_WORDING[severity].label,
    valid ? LIFECYCLE_WORDING[lifecycle].label : MATCH_WORDING[match].label,
    code(part.mpn),
    part.manufacturer === null ? '' : prose(part.manufacturer),
    `${prose(matched?.lastBuyDate ?? '')}${days === null ? '' : ` (${fromNow(days)})`}`,
    code(clip(usedText(part, names), MAX_USED)),
    [prose(part.reason), ...candidates(part), valid ? '' : MATCH_WORDING[match].step].join(' ').trim(),
  ];
}

function candidates(part: ReportPart): string[] {
  const list = part.candidates.map(({ mpn, manufacturer }) => `${code(mpn)} from ${prose(manufacturer)}`);
  return list.length === 0 ? [] : [`It could be ${list.join(', ')}.`];
}

function lineNotes(report: AuditReport): string {
  const notes = [
    [report.unidentified.length, 'fitted line', 'without a part number: not checked'],
    [report.problems.length, 'row', 'that could not be read'],
    [report.skipped.length, 'line', 'left out on purpose'],
    [waived(report).length, 'part', 'waived'],
  ] as const;
  return notes
    .filter(([n]) => n > 0)
    .map(([n, noun, what]) => `- ${count(n, noun)} ${what}`)
    .join('\n');
}

function bullets(items: readonly string[], noun: string): string {
  const left = items.length - MAX_ITEMS;
  const shown = items.slice(0, MAX_ITEMS).map((item) => `- ${item}`);
  return [...shown, ...(left > 0 ? [`- … and ${count(left, `more ${noun}`)}`] : [])].join('\n');
}

/** Text from anywhere as a code span that ends where it should, also within a table. */
function code(text: string): string {
  const shown = clip(visible(oneLine(text)), MAX_CELL);
  if (shown === '') return '';
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${shown.replaceAll('|', '\\|')}${space}${fence}`;
}

/** Text from anywhere as plain prose: no markup, no mention and no link comes out of it. */
function prose(text: string): string {
  return clip(visible(oneLine(text)), MAX_CELL)
    .replace(/[\\`*_[\]#|<>&~]/g, '\\$&')
    .replace(/@|:(?=\/\/)|www(?=\.)/gi, '$&\u200b');
}
