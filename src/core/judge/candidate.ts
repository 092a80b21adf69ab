import type { LifecycleWord } from '../words.ts';

/** A product that a part could be, and is not certain to be. */
export interface Candidate {
  readonly mpn: string;
  readonly manufacturer: string;
  readonly lifecycle: LifecycleWord;
  /** Why it is suggested; null where the match says it all. */
  readonly why: string | null;
}
