import { count, instant } from './stated.ts';

/** How often one question is tried in all. */
export const ATTEMPTS = 5;
/** So many calls in a row without an answer, of whatever questions, and the provider is taken to be down. */
export const OUTAGE = 20;
/** So many calls in a row, of whatever questions, that all meet the same page, and it is a wall: not to be hammered. */
export const WALL = 10;
/** A longer wait than this, asked for by the server, ends the run instead: nobody watches a sleeping job. */
export const LONGEST_HOLD = 5 * 60_000;

const LONGEST_PAUSE = 30_000;
/** The first pause after a fault, and after a refusal for going too fast: a minute that is full stays full longer. */
const FIRST_PAUSE = { again: 1_000, slower: 4_000 } as const;

/**
 * The pause before attempt `attempt + 1` (the first is 1): exponential, with full jitter, in milliseconds.
 * `random` is in [0, 1).
 */
export function backoff(kind: keyof typeof FIRST_PAUSE, attempt: number, random: number): number {
  const ceiling = Math.min(LONGEST_PAUSE, FIRST_PAUSE[kind] * 2 ** (attempt - 1));
  return Math.round(ceiling * random);
}

/** `Retry-After` in milliseconds from `now`: seconds or an HTTP date; null when it is absent or nonsense. */
export function retryAfter(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  const seconds = count(text);
  if (seconds !== undefined) return seconds * 1_000;
  const date = instant(/^[A-Z]/i.test(text) ? Date.parse(text) : Number.NaN);
  return date === undefined ? null : Math.max(0, date - now);
}
