import { bomNames } from '../core/bom/names.ts';
import type { AuditReport } from '../core/report/report.ts';
import { count, number, percent } from '../core/text.ts';
import { SEVERITIES } from '../core/words.ts';
import { code, prose } from './md/escape.ts';
import { decisionsTable, unverifiedTable } from './md/parts.ts';
import { type MdTable, renderTable } from './md/table.ts';
import { openPoints } from './open-points.ts';
import { decisions, waived } from './select.ts';
import { sourceText } from './source.ts';
import { minute } from './text.ts';
import { CHANGE_WORDING, SEVERITY_WORDING, VERDICT_WORDING, WAIVER_WORDING } from './words.ts';

/** UTF-8 bytes that the whole text stays under, so that a code host takes it as one comment. */
const MAX_BYTES = 64_000;
/** Bytes kept for headings and closing sentences. */
const RESERVE = 4_000;
const MAX_ITEMS = 20;

/** The verdict, its reasons and the rest in the order of its weight, in under 64 KB; what is left out is counted. */
export function toMarkdown(report: AuditReport): string {
  const names = bomNames(report.boms);
  const head = [verdict(report), boms(report, names), numbers(report)].join('\n\n');
  const tables = [
    decisionsTable(report, names),
    changesTable(report),
    unverifiedTable(report, names),
    waiversTable(report),
  ];
  let room = MAX_BYTES - RESERVE - Buffer.byteLength(head);
  const sections = tables.map((table) => {
    const text = renderTable(table, room);
    room -= Buffer.byteLength(text);
    return text;
  });
  return `${[head, ...sections, notes(report)].filter((text) => text !== '').join('\n\n')}\n`;
}

function verdict({ verdict: word, reasons, tool, asOf, sources }: AuditReport): string {
  const { label, meaning } = VERDICT_WORDING[word];
  return [
    `# BOM audit: ${label}`,
    `**${meaning}**`,
    bullets(reasons.map(prose), 'reason'),
    `As of ${minute(asOf)}, by ${prose(`${tool.name} ${tool.version}`)}. Asked: ${sources.map((one) => prose(sourceText(one))).join('; ')}.`,
  ].join('\n\n');
}

function boms(report: AuditReport, names: readonly string[]): string {
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

function changesTable({ changes }: AuditReport): MdTable {
  return {
    title: `What changed since ${changes === null ? '' : minute(changes.since)}`,
    noun: 'change',
    columns: ['Change', 'Part', 'Manufacturer', 'What happened'],
    rows: (changes?.list ?? []).map(({ kind, mpn, manufacturer, says }) => [
      CHANGE_WORDING[kind].label,
      code(mpn),
      prose(manufacturer ?? ''),
      prose(says),
    ]),
  };
}

/** Those that do what they were granted for need no attention. */
function waiversTable({ waivers }: AuditReport): MdTable {
  return {
    title: 'Waivers to look at',
    noun: 'waiver',
    columns: ['State', 'Waiver for', 'Owner', 'What became of it'],
    rows: waivers
      .filter(({ state }) => state !== 'applied')
      .map(({ state, mpn, owner, says }) => [
        WAIVER_WORDING[state].label,
        code(mpn),
        prose(owner),
        prose(says),
      ]),
  };
}

function notes(report: AuditReport): string {
  const counts = [
    [report.unidentified.length, 'fitted line', 'without a part number: not checked'],
    [report.problems.length, 'row', 'that could not be read'],
    [report.skipped.length, 'line', 'left out on purpose'],
    [waived(report).length, 'part', 'waived'],
  ] as const;
  const open = openPoints(decisions(report)).map(
    ({ says, parts }) => `${count(parts, 'part')}: ${prose(says)}`,
  );
  return [...counts.filter(([n]) => n > 0).map(([n, noun, what]) => `${count(n, noun)} ${what}`), ...open]
    .map((note) => `- ${note}`)
    .join('\n');
}

function bullets(items: readonly string[], noun: string): string {
  const left = items.length - MAX_ITEMS;
  const shown = items.slice(0, MAX_ITEMS).map((item) => `- ${item}`);
  return [...shown, ...(left > 0 ? [`- … and ${count(left, `more ${noun}`)}`] : [])].join('\n');
}
