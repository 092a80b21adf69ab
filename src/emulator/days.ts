const DAY_MS = 86_400_000;

/** The UTC calendar day, YYYY-MM-DD, of milliseconds since 1970. */
export function utcDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** Milliseconds since 1970 of the next 00:00 UTC. */
export function nextUtcMidnight(ms: number): number {
  return (Math.floor(ms / DAY_MS) + 1) * DAY_MS;
}

/** The day so many days after `day`, or before it when `days` is negative. */
export function addDays(day: string, days: number): string {
  return utcDay(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS);
}

const CHICAGO = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/Chicago',
  hour: 'numeric',
  hourCycle: 'h23',
});

/**
 * Midnight of `day` in US Central time, as DigiKey writes it: `2030-07-30T05:00:00+00:00` in summer, at 06:00 in
 * winter.
 */
export function centralMidnight(day: string): string {
  const summer = `${day}T05:00:00+00:00`;
  return CHICAGO.format(new Date(summer)) === '00' ? summer : `${day}T06:00:00+00:00`;
}
