import ical, { type ICalEventData, ICalEventTransparency } from 'ical-generator';
import { bomNames } from '../core/bom/names.ts';
import type { AuditReport, ReportPart } from '../core/report/report.ts';
import { count } from '../core/text.ts';
import { partId } from './ids.ts';
import { dated } from './select.ts';
import { visible, webAddress } from './text.ts';
import { usedText } from './usage.ts';
import { nameOf } from './words.ts';

const DAY = 86_400_000;

/**
 * A calendar of the days to decide and of the last days to buy, each a whole day. The id of an event stays the
 * same from audit to audit and its sequence grows by the day, so that a day which moves is moved in a calendar too.
 */
export function toIcs(report: AuditReport): string {
  const names = bomNames(report.boms);
  const calendar = ical({
    name: 'Last buys',
    prodId: { company: 'bom-audit', product: 'bom-audit', language: 'EN' },
    events: dated(report).flatMap((part) => eventsOf(part, report.asOf, names)),
  });
  return `${calendar.toString().trimEnd()}\r\n`;
}

function eventsOf(part: ReportPart, asOf: string, names: readonly string[]): readonly ICalEventData[] {
  const { buy, matched } = part;
  const what = visible(nameOf(part));
  const waived = part.severity === 'waived' ? ', waived' : '';
  const event = (kind: string, day: string, summary: string): ICalEventData => ({
    id: `${kind}-${partId(part)}@bom-audit`,
    sequence: Math.floor(Date.parse(asOf) / DAY),
    stamp: new Date(asOf),
    start: new Date(`${day}T00:00:00Z`),
    allDay: true,
    summary,
    description: descriptionOf(part, names),
    transparency: ICalEventTransparency.TRANSPARENT,
    url: addressOf(matched?.productUrl ?? null),
  });
  const day = matched?.lastBuyDate ?? '';
  return [
    ...(buy?.decideBy == null
      ? []
      : [event('decide', buy.decideBy, `Decide by today on the last buy of ${what}${waived}`)]),
    event('last-buy', day, `Last day to buy ${what}${waived}`),
  ];
}

function descriptionOf(part: ReportPart, names: readonly string[]): string {
  const { reason, buy } = part;
  const quantity = buy?.quantity ?? null;
  const lines = [
    reason,
    quantity === null ? '' : `To buy: ${count(quantity, 'piece')} (${buy?.formula ?? ''}).`,
    `Last buy: ${part.matched?.lastBuyDate ?? ''}.`,
    `Used in ${usedText(part, names)}.`,
  ];
  return lines
    .filter((line) => line !== '')
    .map(visible)
    .join('\n');
}

/** Without the two characters that the library would escape, as an address must not be. */
function addressOf(url: string | null): string | null {
  return webAddress(url)?.replaceAll(',', '%2C').replaceAll(';', '%3B') ?? null;
}
