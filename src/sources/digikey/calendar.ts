import { instant } from '../stated.ts';

/** A day as `YYYY-MM-DD`; null: none is stated; undefined: something is stated that cannot be read as a day. */
export type StatedDay = string | null | undefined;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How services write a day, each read where the ones before it give no real day: `31/12/2026` has no month 31. */
const FORMS: readonly RegExp[] = [
  /^(?<year>\d{4})([-/.])(?<month>\d{1,2})\2(?<day>\d{1,2})/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?!\d)/,
  /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})/,
  /^(?<day>\d{1,2})([-/.])(?<month>\d{1,2})\2(?<year>\d{4})/,
  /^(?:[a-z]{3,9},? )?(?<day>\d{1,2})[- ](?<month>[a-z]{3,9})[- ](?<year>\d{4})/i,
  /^(?:[a-z]{3,9},? )?(?<month>[a-z]{3,9}) (?<day>\d{1,2}),? (?<year>\d{4})/i,
];
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const TIME =
  /^(?:[T ]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?(?: ?(?<half>[AP]M))?)? ?(?<zone>Z|GMT|UTC|[+-]\d{2}:?\d{2})?$/i;

/** Milliseconds since 1970 as .NET wrote them, or bare seconds or milliseconds. */
const TICKS = /^\/Date\((?<dotNet>-?\d+)(?<zone>[+-]\d{4})?\)\/$|^(?<bare>-?\d+)$/;
/** Bare numbers below this are seconds: as milliseconds they would all lie before 1974. */
const LEAST_MILLISECONDS = 1e11;

/**
 * The day that a field states. The year 1, zeros and a dash are how a program says that there is none. A day without
 * time or zone, or at midnight in its own notation, is itself; any other instant is a day in US Central, DigiKey's.
 */
export function calendarDay(stated: unknown): StatedDay {
  if (stated === null || stated === undefined) return null;
  if (typeof stated !== 'string' && typeof stated !== 'number') return undefined;
  const text = String(stated).trim();
  if (/^[-0/.: TZ]*$/.test(text)) return null;
  for (const form of FORMS) {
    const day = written(text, form);
    if (day !== undefined) return day;
  }
  return ticked(text);
}

function written(text: string, form: RegExp): StatedDay {
  const found = form.exec(text);
  const time = found && TIME.exec(text.slice(found[0].length))?.groups;
  const midnight = found && midnightOf(found.groups!);
  const sinceMidnight = time && timeOf(time);
  if (midnight == null || sinceMidnight == null) return undefined;
  return dayOf(midnight + sinceMidnight, offsetOf(time?.zone));
}

/** Milliseconds since 1970 as if in UTC; undefined for a day that no month has. */
function midnightOf({ year, month = '', day = '' }: Partial<Record<string, string>>): number | undefined {
  const number = /\d/.test(month)
    ? month
    : String(1 + MONTHS.findIndex((name) => name.startsWith(month.toLowerCase())));
  const iso = `${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const midnight = Date.parse(`${iso}T00:00:00Z`);
  const isReal = !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(iso);
  return isReal ? midnight : undefined;
}

/** Milliseconds since midnight. */
function timeOf({ hour = '0', minute = '0', second = '0', half }: Partial<Record<string, string>>) {
  const hours = half ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour);
  const isReal = hours <= 24 && Number(minute) < 60 && Number(second) < 60;
  return isReal ? hours * HOUR + Number(minute) * MINUTE + Number(second) * 1_000 : undefined;
}

function ticked(text: string): StatedDay {
  const { dotNet, zone, bare } = TICKS.exec(text)?.groups ?? {};
  const value = Number(dotNet ?? bare);
  const isSeconds = dotNet === undefined && Math.abs(value) < LEAST_MILLISECONDS;
  const offset = offsetOf(zone) ?? 0;
  return dayOf(value * (isSeconds ? 1_000 : 1) + offset, offset);
}

/** What the zone's clocks are ahead of UTC, in milliseconds. */
function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * HOUR + Number(minutes ?? 0) * MINUTE);
}

const centralDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago', dateStyle: 'short' });

/** The day of an instant on the clock of its own notation, which is `offset` ahead of UTC; undefined: it has no zone. */
function dayOf(local: number, offset: number | undefined): StatedDay {
  const year = new Date(local).getUTCFullYear();
  if (year === 0 || year === 1) return null;
  if (instant(local) === undefined) return undefined;
  if (offset === undefined || local % DAY === 0) return new Date(local).toISOString().slice(0, 10);
  const utc = local - offset;
  return centralDay.format(isCentralMidnight(utc) ? utc + HOUR : utc);
}

/** `05:00:00+00:00` and `06:00:00+00:00`; DigiKey forgets summer time at times, so that one of them is an hour early. */
function isCentralMidnight(utc: number): boolean {
  return utc % DAY === 5 * HOUR || utc % DAY === 6 * HOUR;
}
