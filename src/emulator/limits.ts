import { nextUtcMidnight, utcDay } from './days.ts';
import { BURST_LIMIT, DAY_LIMIT, type Refusal } from './refusal.ts';

const MINUTE_MS = 60_000;

/** Counts the calls of one client. */
export interface Limits {
  /** Counts one more call; the refusal when it is one too many for the rolling minute or the UTC day. */
  admit(): Refusal | undefined;
  /** What every answer says of the limits; nothing of a limit that is infinite. */
  headers(): Record<string, string>;
}

/**
 * The rolling minute counts every call that arrives, those that it refuses too, so that whoever hammers stays
 * outside. The day counts the calls that the minute let through, whatever became of them.
 */
export function createLimits(perMinute: number, perDay: number, now: () => number): Limits {
  const recent: number[] = [];
  let day = '';
  let usedToday = 0;

  function turnClock(time: number): void {
    while (recent.length > 0 && recent[0]! <= time - MINUTE_MS) recent.shift();
    if (day === utcDay(time)) return;
    day = utcDay(time);
    usedToday = 0;
  }

  return {
    admit() {
      const time = now();
      turnClock(time);
      if (Number.isFinite(perMinute)) recent.push(time);
      if (recent.length > perMinute) {
        const free = recent[recent.length - perMinute]! + MINUTE_MS;
        return burstRefusal(Math.ceil((free - time) / 1000), perMinute, time);
      }
      if (usedToday >= perDay) return dayRefusal(perDay, time);
      usedToday += 1;
      return undefined;
    },
    headers() {
      const time = now();
      turnClock(time);
      const oldest = recent[0] ?? time;
      return {
        ...(Number.isFinite(perDay) && dayHeaders(perDay, perDay - usedToday, time)),
        ...(Number.isFinite(perMinute) &&
          burstHeaders(
            perMinute,
            perMinute - recent.length,
            Math.ceil((oldest + MINUTE_MS - time) / 1000),
            time,
          )),
      };
    },
  };
}

/** A call too many for the minute; there is room again in `seconds`. */
export function burstRefusal(seconds: number, perMinute: number, time: number): Refusal {
  const headers = { 'Retry-After': String(seconds), ...burstHeaders(perMinute, 0, seconds, time) };
  return { ...BURST_LIMIT, headers };
}

/** A call too many for the day, which ends at 00:00 UTC. */
export function dayRefusal(perDay: number, time: number): Refusal {
  const headers = dayHeaders(perDay, 0, time);
  return { ...DAY_LIMIT, headers: { 'Retry-After': headers['X-RateLimit-Reset'], ...headers } };
}

function dayHeaders(limit: number, remaining: number, time: number) {
  const reset = nextUtcMidnight(time);
  return {
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(remaining),
    'X-RateLimit-Reset': String(Math.ceil((reset - time) / 1000)),
    'X-RateLimit-ResetTime': new Date(reset).toISOString(),
  };
}

function burstHeaders(limit: number, remaining: number, seconds: number, time: number) {
  return {
    'X-BurstLimit-Limit': String(limit),
    'X-BurstLimit-Remaining': String(Math.max(0, remaining)),
    'X-BurstLimit-Reset': String(seconds),
    'X-BurstLimit-ResetTime': new Date(time + seconds * 1000).toUTCString(),
  };
}
