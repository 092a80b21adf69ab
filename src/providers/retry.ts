/** How often one question is tried in all, and how long the pauses between may grow. */
export const ATTEMPTS = 5;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 30_000;
/** A longer wait than this, asked for by the server, ends the run instead: nobody watches a sleeping job. */
export const LONGEST_HOLD = 5 * 60_000;

/**
 * The pause before attempt `attempt + 1` (the first is 1): exponential, with full jitter, in milliseconds.
 * `random` is in [0, 1).
 */
export function backoff(attempt: number, random: number): number {
  const ceiling = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1));
  return Math.round(ceiling * random);
}

/** `Retry-After` in milliseconds from `now`: seconds or an HTTP date; null when it is absent or nonsense. */
export function retryAfter(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
