import type { LifecycleWord, MatchWord } from '../words.ts';

/** For how many days an answer is believed, by what it says. */
export type MaxAges = Readonly<Record<Exclude<LifecycleWord, 'unknown'> | OtherWord, number>>;
type OtherWord = Exclude<MatchWord, 'exact' | 'normalized' | 'no-mpn' | 'unchecked'> | 'unknown';

/** The present, and when the audit began. Instants in milliseconds since 1970. */
export interface Present {
  readonly now: number;
  readonly began: number;
}

const DAY = 86_400_000;

/** An answer of `observedAt` (milliseconds since 1970) may be used without asking again. */
export function isFresh(
  observedAt: number,
  said: { readonly match: MatchWord; readonly lifecycle: LifecycleWord },
  ages: MaxAges,
  present: Present,
): boolean {
  if (isDatedAhead(observedAt, present)) return false;
  const word =
    said.lifecycle === 'unknown' && said.match in ages ? (said.match as OtherWord) : said.lifecycle;
  return isSinceBegin(observedAt, present) || present.now - observedAt <= ages[word] * DAY;
}

/** It was answered since the audit began, so that it need not be asked again whatever is said of ages. */
export function isSinceBegin(observedAt: number, present: Present): boolean {
  return observedAt >= present.began && !isDatedAhead(observedAt, present);
}

/** It was noted under a clock that was wrong, so that nobody knows its age. */
export function isDatedAhead(observedAt: number, { now }: Pick<Present, 'now'>): boolean {
  return observedAt > now;
}
