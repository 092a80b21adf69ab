import type { LifecycleWord } from '../words.ts';

/**
 * What one witness says of how alive a part is, kept as it was said. `maker`: its maker's own word. `relay`: a distributor
 * that passes on what the maker says. `offer`: a distributor on what it sells itself, which says nothing of the maker.
 */
export interface Statement {
  /** Who says it, for instance `DigiKey`. */
  readonly source: string;
  readonly kind: 'maker' | 'relay' | 'offer';
  /** Where it stands: a status word, a yes-or-no flag, or the last day to buy. */
  readonly field: 'status' | 'flag' | 'date';
  /** What it means in our words; a last-buy date is `last-buy` until the day has passed. */
  readonly word: LifecycleWord;
  /** As the source writes it. */
  readonly raw: string;
  /** The last day to buy, `YYYY-MM-DD`, where that is what is said; else null. */
  readonly lastBuyDate: string | null;
  /** When the witness said so, ISO 8601 UTC; null where the source does not tell. */
  readonly statedAt: string | null;
  /** When we were told, ISO 8601 UTC. */
  readonly observedAt: string;
  /** A clause that stands in the middle of a sentence. */
  readonly says: string;
}
