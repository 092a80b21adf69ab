import { scaleUtc } from 'd3-scale';
import type { ReportPart } from '../core/report/report.ts';

/** A part on the timeline; places in percent of its width. */
export interface TimelineRow {
  readonly part: ReportPart;
  /** Null when there is no day to decide. */
  readonly decide: number | null;
  readonly lastBuy: number;
}

export interface Timeline {
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly today: number;
  readonly rows: readonly TimelineRow[];
}

const DAY = 86_400_000;
/** What passed longer ago is left to the list. */
const PAST_DAYS = 180;
/** A day further away would press all others together: it stands at the edge instead. */
const FUTURE = 5 * 365 * DAY;
const LEAST_FUTURE = 180 * DAY;
/** As many rows as can be told apart on one page. */
const MAX_ROWS = 40;
const MAX_TICKS = 6;
/** Percent kept free at either edge. */
const MARGIN = 2;

/** Which of the parts, in the order of their last-buy days, a chart has room for: the soonest and the latest passed. */
export function charted(parts: readonly ReportPart[]): readonly ReportPart[] {
  const recent = parts.filter((part) => daysLeft(part) >= -PAST_DAYS);
  const open = recent.filter((part) => daysLeft(part) >= 0).slice(0, MAX_ROWS);
  const past = recent.filter((part) => daysLeft(part) < 0);
  return [...past.slice(Math.max(0, past.length + open.length - MAX_ROWS)), ...open];
}

/** Lays out parts that have a last-buy day, in their order, around `today` (`YYYY-MM-DD`). */
export function timelineOf(parts: readonly ReportPart[], today: string): Timeline {
  const now = Date.parse(today);
  const days = parts.flatMap((part) => [decideBy(part), lastBuy(part, today)]);
  const instants = days.flatMap((day) => (day === null ? [] : [Date.parse(day)]));
  const first = Math.min(now - 30 * DAY, ...instants);
  const last = Math.min(now + FUTURE, Math.max(now + LEAST_FUTURE, ...instants));
  const place = scaleUtc([first, last], [MARGIN, 100 - MARGIN]).clamp(true);
  const at = (day: string) => round(place(new Date(day)));
  const label = new Intl.DateTimeFormat('en-US', { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return {
    ticks: atMost(MAX_TICKS, place.ticks(MAX_TICKS)).map((tick) => ({
      at: round(place(tick)),
      label: label.format(tick),
    })),
    today: at(today),
    rows: parts.map((part) => {
      const decide = decideBy(part);
      return { part, decide: decide === null ? null : at(decide), lastBuy: at(lastBuy(part, today)) };
    }),
  };
}

function decideBy({ buy }: ReportPart): string | null {
  return buy?.decideBy ?? null;
}

function lastBuy({ matched }: ReportPart, today: string): string {
  return matched?.lastBuyDate ?? today;
}

function daysLeft({ matched }: ReportPart): number {
  return matched?.daysToLastBuy ?? 0;
}

/** Every second, third, … of them, so that no more than `most` are left. */
function atMost<T>(most: number, all: readonly T[]): readonly T[] {
  const step = Math.ceil(all.length / most);
  return all.filter((_, index) => index % step === 0);
}

function round(percent: number): number {
  return Number(percent.toFixed(3));
}
