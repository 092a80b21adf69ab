const HOUR = 3_600_000;

/** No day of a server ends later than this from now, in milliseconds. */
export const LONGEST_DAY = 25 * HOUR;

/**
 * When the day that `now` is in ends: the first of the stated ends that a day can have now, else 00:00 UTC. Instants in
 * milliseconds since 1970.
 */
export function dayEnd(stated: readonly number[], now: number): number {
  const end = stated.find((one) => one > now && one - now <= LONGEST_DAY);
  return end ?? new Date(now).setUTCHours(24, 0, 0, 0);
}
