import { type Assessment, assess, type Rules } from '../core/assess.ts';
import { isFresh, type MaxAges } from '../core/freshness.ts';
import type { PartRef } from '../core/line.ts';
import { matchPart } from '../core/match.ts';
import { mpnKey, numbersWithin, otherForms } from '../core/mpn.ts';
import { type PartRecord, type SubstituteRef, saysLifecycle } from '../core/part.ts';
import type { ProductQuestion, StoredAnswer } from '../ports.ts';
import { createQuestions, type QuestionsOptions } from './questions.ts';

/** What decides whether a stored answer will do. Instants in milliseconds since 1970. */
export interface Freshness {
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
  const { provider, rules, freshness, lifecycleFrom } = options;
  const { find, ask } = createQuestions({ ...options, began: freshness.began });
  const today = new Date(freshness.now).toISOString().slice(0, 10);

  function read(question: ProductQuestion, { body }: StoredAnswer): readonly PartRecord[] | undefined {
    const reading = provider.read(question, body);
    return reading.kind === 'parts' ? reading.parts : undefined;
  }

  /** A number that is not listed may be written otherwise there, or hold the one that was meant: that is asked, too. */
  function otherwise(ref: PartRef, listed: readonly PartRecord[]): readonly ProductQuestion[] {
    const { word } = matchPart(ref, listed, rules);
    if (word !== 'near' && word !== 'not-found') return [];
    const known = new Set(listed.map(({ mpn }) => mpnKey(mpn)));
    return [...otherForms(ref.mpn, ref.manufacturer), ...numbersWithin(ref.mpn)]
      .filter((mpn) => !known.has(mpnKey(mpn)))
      .map((mpn) => validation({ ...ref, mpn }));
  }

  /** What the store has of step one; undefined while a question of it is open. */
  function knownListing(ref: PartRef): Listing | undefined {
    const question = validation(ref);
    const answer = find(question);
    const listed = answer && read(question, answer);
    if (!listed) return undefined;
    const others: Answered[] = [];
    for (const other of otherwise(ref, listed)) {
      const found = find(other);
      if (!found) return undefined;
      others.push({ question: other, answer: found });
    }
    return listing({ question, answer }, others);
  }

  async function askListing(ref: PartRef, signal?: AbortSignal): Promise<Listing> {
    const question = validation(ref);
    const answer = await ask(question, signal);
    const others = otherwise(ref, read(question, answer) ?? []).map(async (other) => ({
      question: other,
      answer: await ask(other, signal),
    }));
    return listing({ question, answer }, await Promise.all(others));
  }

  /** As old as the oldest of its answers. */
  function listing(first: Answered, others: readonly Answered[]): Listing {
    const all = [first, ...others];
    return {
      parts: all.flatMap(({ question, answer }) => read(question, answer) ?? []),
      observedAt: Math.min(...all.map(({ answer }) => answer.observedAt)),
    };
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
    if (!answer || !isFresh(answer.observedAt, said, freshness.ages, freshness)) return undefined;
    return provider.readSubstitutes(answer.body);
  }

  function judge(
    ref: PartRef,
    parts: readonly PartRecord[],
    observedAt: number,
    source: 'network' | 'cache',
  ): Assessment {
    return assess(ref, { parts, observedAt: new Date(observedAt).toISOString(), source }, rules, today);
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
      const observedAt = Math.min(listing.observedAt, details?.observedAt ?? listing.observedAt);
      const assessment = judge(ref, completedBy(completed, listing.parts), observedAt, 'cache');
      const fresh = isFresh(observedAt, assessment, freshness.ages, freshness);
      return { state: fresh ? 'fresh' : 'stale', sinceBegin: observedAt >= freshness.began, assessment };
    },
    async ask(ref, signal) {
      const { parts, observedAt } = await askListing(ref, signal);
      const part = incomplete(ref, parts);
      if (!part) return judge(ref, parts, observedAt, 'network');
      const details = await ask(provider.detailsOf(part), signal);
      const completed = read(provider.detailsOf(part), details);
      const since = Math.min(observedAt, details.observedAt);
      return judge(ref, completedBy(completed, parts), since, 'network');
    },
  };
}

/** What step two says of a product stands in place of what step one said; the other listings stay. */
function completedBy(
  details: readonly PartRecord[] = [],
  parts: readonly PartRecord[],
): readonly PartRecord[] {
  const isSame = (a: PartRecord, b: PartRecord): boolean =>
    a.dkpns.some((dkpn) => b.dkpns.includes(dkpn)) ||
    (a.mpn === b.mpn && a.manufacturer.name === b.manufacturer.name && a.dkpns.length * b.dkpns.length === 0);
  return [...details, ...parts.filter((part) => !details.some((one) => isSame(one, part)))];
}

interface Answered {
  readonly question: ProductQuestion;
  readonly answer: StoredAnswer;
}

/** The products that step one found. */
interface Listing {
  readonly parts: readonly PartRecord[];
  readonly observedAt: number;
}

/** The question of step one; equal for all makers and spellings of a number. */
export function validation(ref: PartRef): ProductQuestion {
  return { kind: 'search', text: mpnKey(ref.mpn) };
}
