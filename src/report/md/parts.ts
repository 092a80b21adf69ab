import type { AuditReport, ReportPart } from '../../core/report/report.ts';
import { number } from '../../core/text.ts';
import { isValid } from '../../core/words.ts';
import { decisions, unverified } from '../select.ts';
import { clip, fromNow } from '../text.ts';
import { costText, usedText } from '../usage.ts';
import { CHANGE_WORDING, findingOf, MATCH_WORDING, SEVERITY_WORDING } from '../words.ts';
import { code, prose } from './escape.ts';
import type { MdTable } from './table.ts';

const MAX_USED = 120;

/** What somebody must decide, by when, and how many to buy. */
export function decisionsTable(report: AuditReport, names: readonly string[]): MdTable {
  return {
    title: 'Decisions needed',
    noun: 'part',
    columns: [
      'Severity',
      'Finding',
      'Part',
      'Manufacturer',
      'Decide by',
      'To buy',
      'Used in',
      'What is known',
    ],
    rows: decisions(report).map((part) => [
      ...headOf(part),
      decideBy(part),
      toBuy(part),
      ...tailOf(part, names),
    ]),
  };
}

/** What nobody can vouch for, with the step that would settle it. */
export function unverifiedTable(report: AuditReport, names: readonly string[]): MdTable {
  return {
    title: 'Could not verify',
    noun: 'part',
    columns: ['Severity', 'Finding', 'Part', 'Manufacturer', 'Used in', 'What is known'],
    rows: unverified(report).map((part) => [...headOf(part), ...tailOf(part, names)]),
  };
}

function headOf(part: ReportPart): readonly string[] {
  const { severity, mpn, manufacturer, change } = part;
  const news = change === null ? '' : `, ${CHANGE_WORDING[change].label.toLowerCase()}`;
  return [
    SEVERITY_WORDING[severity].label,
    `${findingOf(part).label}${news}`,
    code(mpn),
    manufacturer === null ? '' : prose(manufacturer),
  ];
}

function tailOf(part: ReportPart, names: readonly string[]): readonly string[] {
  const { match, reason } = part;
  const known = [
    prose(reason),
    candidates(part),
    substitutes(part),
    isValid(match) ? '' : MATCH_WORDING[match].step,
  ];
  return [code(clip(usedText(part, names), MAX_USED)), known.filter((text) => text !== '').join(' ')];
}

function decideBy({ buy, matched }: ReportPart): string {
  const lastBuy = matched?.lastBuyDate ?? null;
  if (lastBuy === null) return '';
  if (buy?.decideBy == null || buy.daysToDecide === null)
    return `last buy ${prose(lastBuy)} (${fromNow(matched?.daysToLastBuy ?? 0)})`;
  return `${prose(buy.decideBy)} (${fromNow(buy.daysToDecide)}), last buy ${prose(lastBuy)}`;
}

function toBuy({ buy }: ReportPart): string {
  if (buy === null || buy.quantity === null) return '';
  const cost = costText(buy);
  return cost === null ? number(buy.quantity) : `${number(buy.quantity)} for ${prose(cost)}`;
}

function candidates({ candidates }: ReportPart): string {
  const list = candidates.map(({ mpn, manufacturer }) => `${code(mpn)} from ${prose(manufacturer)}`);
  return list.length === 0 ? '' : `It could be ${list.join(', ')}.`;
}

function substitutes({ substitutes }: ReportPart): string {
  const list = (substitutes ?? []).map(({ mpn, manufacturer, lifecycle }) => {
    return `${code(mpn)} from ${prose(manufacturer)} (${lifecycle})`;
  });
  return list.length === 0 ? '' : `Candidates as substitutes, approved by nobody: ${list.join(', ')}.`;
}
