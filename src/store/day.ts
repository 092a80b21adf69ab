import { dayEnd, LONGEST_DAY } from '../core/day-end.ts';
import type { DayNews } from '../ports.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Two reset times this near mean the same day. */
const SAME_DAY = HOUR;

/** One day of one account: what was counted here, and what the server said last. */
export interface Day {
  /** Milliseconds since 1970. */
  readonly resetsAt: number;
  readonly sent: number;
  readonly remaining: number | null;
  readonly limit: number | null;
}

/**
 * The day that `now` is in: the noted one, or the next, which begins where that one was reset; else the UTC day. A day
 * that would end too late was noted under a clock that was wrong.
 */
export function dayAt(noted: Day | undefined, now: number): Day {
  const known = noted && noted.resetsAt - now <= LONGEST_DAY;
  if (known && now < noted.resetsAt) return noted;
  const resetsAt = known
    ? noted.resetsAt + (Math.floor((now - noted.resetsAt) / DAY) + 1) * DAY
    : dayEnd([], now);
  return { resetsAt, sent: 0, remaining: null, limit: noted?.limit ?? null };
}

/** So many calls more; fewer, where `calls` is negative. */
export function spend(day: Day, calls: number): Day {
  return {
    ...day,
    sent: Math.max(0, day.sent + calls), // what is given back may be of the day before
    remaining: day.remaining === null ? null : Math.max(0, day.remaining - calls),
  };
}

/**
 * The day after the server's word, while `others` more calls are in flight. Replies overtake each other, so of calls
 * that `overlapped` the smaller count is believed; a call that was alone is exact, and gives back what was counted
 * too much.
 */
export function learnt(day: Day, news: DayNews, others: number, overlapped: boolean): Day {
  const same = Math.abs(news.resetsAt - day.resetsAt) < SAME_DAY;
  const atLeast = Math.max(0, news.remaining - others);
  const counted =
    same && day.remaining !== null && overlapped ? Math.min(day.remaining, news.remaining) : atLeast;
  return { resetsAt: news.resetsAt, sent: day.sent, remaining: counted, limit: news.limit ?? day.limit };
}

/** Calls that are left of the day, where `perDay` is what it holds unless the server has said. */
export function leftOf({ remaining, limit, sent }: Day, perDay: number): number {
  return remaining ?? Math.max(0, (limit ?? perDay) - sent);
}
