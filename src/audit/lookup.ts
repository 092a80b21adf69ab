import { type Assessment, assess, type Rules } from '../core/assess.ts';
import { isDatedAhead, isFresh, isSinceBegin, type MaxAges, type Present } from '../core/freshness.ts';
import type { PartRef } from '../core/line.ts';
import { matchPart } from '../core/match.ts';
import { mpnKey, zeroPadded } from '../core/mpn.ts';
import { type Observation, type PartRecord, type SubstituteRef, saysLifecycle } from '../core/part.ts';
import type { ProductQuestion, StoredAnswer } from '../ports.ts';
import { createQuestions, type QuestionsOptions } from './questions.ts';

/** What decides whether a stored answer will do. Instants in milliseconds since 1970. */
export interface Freshness {
  /** The instant that is judged for: its day is today. */
  readonly now: number;
  /** When the audit began: an answer since then is never asked again. */
  readonly began: number;
  readonly ages: MaxAges;
}

export interface LookupOptions extends Omit<QuestionsOptions, 'began'> {
  readonly rules: Rules;
  readonly freshness: Freshness;
  /** `details`: ask for the lifecycle by a call of its own even where the search answer has it. */
  readonly lifecycleFrom: 'search' | 'details';
}

/** What the store has of a part. */
export interface Known {
  readonly state: 'fresh' | 'stale';
  /** Whether it was answered since the audit began. */
  readonly sinceBegin: boolean;
  /** Whether it is dated later than now, so that nobody knows its age. */
  readonly datedAhead: boolean;
  readonly assessment: Assessment;
}

/** Looks parts up and judges them: by the store, and by the provider where the store will not do. */
export interface Lookup {
  /** By what the store has: a fresh answer, one that is too old, or nothing. */
  known(ref: PartRef): Known | undefined;
  /** Asks the provider: step one validates the part number, step two completes its lifecycle. Throws `AuditError`. */
  ask(ref: PartRef, signal?: AbortSignal): Promise<Assessment>;
}

/** Looks up what may stand in for a product. */
export interface SubstituteLookup {
  /** What the store has of a product's substitutes, if it is fresh. */
  knownSubstitutes(part: Orderable): readonly SubstituteRef[] | undefined;
  /** The same, asked of the provider where the store will not do. Throws `AuditError`. */
  askSubstitutes(part: Orderable, signal?: AbortSignal): Promise<readonly SubstituteRef[]>;
}

type Orderable = Pick<PartRecord, 'mpn' | 'dkpn'>;

export function createLookup(options: LookupOptions): Lookup & SubstituteLookup {
  const { provider, rules, freshness, lifecycleFrom, clock } = options;
  const { find, ask } = createQuestions({ ...options, began: freshness.began });
  const today = new Date(freshness.now).toISOString().slice(0, 10);

  const present = (): Present => ({ now: clock.now(), began: freshness.began });

  /** The instant that stands for several answers: that of the oldest, or of one whose age nobody knows. */
  function together(instants: readonly number[]): number {
    const latest = Math.max(...instants);
    return isDatedAhead(latest, present()) ? latest : Math.min(...instants);
  }

  function read(question: ProductQuestion, { body }: StoredAnswer): Listed | undefined {
    const reading = provider.read(question, body);
    return reading.kind === 'parts' ? reading : undefined;
  }

  /** A number that is not listed may have lost zeros in a spreadsheet: it is asked with them, too. */
  function withZeros(ref: PartRef, listed: readonly PartRecord[]): readonly ProductQuestion[] {
    const { word } = matchPart(ref, listed, rules);
    const isListed = word !== 'near' && word !== 'not-found';
    return isListed ? [] : zeroPadded(ref.mpn).map((mpn) => validation({ ...ref, mpn }));
  }

  /** What the store has of step one; undefined while a question of it is open. */
  function knownListing(ref: PartRef): Listing | undefined {
    const question = validation(ref);
    const answer = find(question);
    const listed = answer && read(question, answer);
    if (!listed) return undefined;
    const padded = withZeros(ref, listed.parts).map((one) => ({ question: one, answer: find(one) }));
    if (padded.some((one) => one.answer === undefined)) return undefined;
    const more = padded.map((one) => read(one.question, one.answer!));
    const instants = [answer, ...padded.map((one) => one.answer!)].map(({ observedAt }) => observedAt);
    return { ...joined([listed, ...more]), observedAt: together(instants) };
  }

  async function askListing(ref: PartRef, signal?: AbortSignal): Promise<Listing> {
    const question = validation(ref);
    const answer = await ask(question, signal);
    const listed = read(question, answer);
    const padded = withZeros(ref, listed?.parts ?? []).map(async (one) => read(one, await ask(one, signal)));
    return { ...joined([listed, ...(await Promise.all(padded))]), observedAt: answer.observedAt };
  }

  /** The record whose lifecycle step two has to complete. */
  function incomplete(ref: PartRef, parts: readonly PartRecord[]): PartRecord | undefined {
    const { part } = matchPart(ref, parts, rules);
    return part && (lifecycleFrom === 'details' || !saysLifecycle(part)) ? part : undefined;
  }

  function knownSubstitutes(part: Orderable): readonly SubstituteRef[] | undefined {
    const question = provider.substitutesOf(part);
    const answer = find(question);
    const said = { match: 'exact', lifecycle: 'active' } as const;
    if (!answer || !isFresh(answer.observedAt, said, freshness.ages, present())) return undefined;
    return provider.readSubstitutes(answer.body);
  }

  function judge(
    ref: PartRef,
    { parts, leftOut }: Listed,
    observedAt: number,
    source: 'network' | 'cache',
  ): Assessment {
    const observation = { parts, leftOut, observedAt: new Date(observedAt).toISOString(), source };
    return assess(ref, observation, rules, today);
  }

  return {
    knownSubstitutes,
    async askSubstitutes(part, signal) {
      const question = provider.substitutesOf(part);
      const known = knownSubstitutes(part);
      return known ?? provider.readSubstitutes((await ask(question, signal)).body) ?? [];
    },
    known(ref) {
      const listing = knownListing(ref);
      const part = listing && incomplete(ref, listing.parts);
      const details = part && find(provider.detailsOf(part));
      if (!listing || (part && !details)) return undefined;
      const completed = part && details ? read(provider.detailsOf(part), details) : undefined;
      const observedAt = together([listing.observedAt, details?.observedAt ?? listing.observedAt]);
      const assessment = judge(ref, completed ?? listing, observedAt, 'cache');
      const at = present();
      return {
        state: isFresh(observedAt, assessment, freshness.ages, at) ? 'fresh' : 'stale',
        sinceBegin: isSinceBegin(observedAt, at),
        datedAhead: isDatedAhead(observedAt, at),
        assessment,
      };
    },
    async ask(ref, signal) {
      const listing = await askListing(ref, signal);
      const part = incomplete(ref, listing.parts);
      if (!part) return judge(ref, listing, listing.observedAt, 'network');
      const details = await ask(provider.detailsOf(part), signal);
      return judge(ref, read(provider.detailsOf(part), details) ?? listing, details.observedAt, 'network');
    },
  };
}

type Listed = Pick<Observation, 'parts' | 'leftOut'>;

/** The products that step one found. */
interface Listing extends Listed {
  readonly observedAt: number;
}

/** What several answers list, as one. */
function joined(answers: readonly (Listed | undefined)[]): Listed {
  const listed = answers.filter((answer) => answer !== undefined);
  return {
    parts: listed.flatMap(({ parts }) => parts),
    leftOut: listed.reduce((total, { leftOut }) => total + leftOut, 0),
  };
}

/** The question of step one; equal for all makers and spellings of a number. */
export function validation(ref: PartRef): ProductQuestion {
  return { kind: 'search', text: mpnKey(ref.mpn) };
}
