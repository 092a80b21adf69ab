import type { LifecycleWord, MatchWord } from '../words.ts';

/** For how many days an answer is believed, by what it says. */
export type MaxAges = Readonly<Record<Exclude<LifecycleWord, 'unknown'> | OtherWord, number>>;
type OtherWord = Exclude<MatchWord, 'exact' | 'normalized' | 'no-mpn' | 'unchecked'> | 'unknown';

const DAY = 86_400_000;

/** An answer of `observedAt` may be used without asking again. All instants in milliseconds since 1970. */
export function isFresh(
  observedAt: number,
  said: { readonly match: MatchWord; readonly lifecycle: LifecycleWord },
  ages: MaxAges,
  { now, began }: { readonly now: number; readonly began: number },
): boolean {
  const word =
    said.lifecycle === 'unknown' && said.match in ages ? (said.match as OtherWord) : said.lifecycle;
  return observedAt >= began || now - observedAt <= ages[word] * DAY;
}
