import { assess, type Rules } from '../core/assess.ts';
import { isFresh, type MaxAges } from '../core/freshness.ts';
import type { PartRef } from '../core/line.ts';
import { matchPart } from '../core/match.ts';
import { mpnKey } from '../core/mpn.ts';
import { type Observation, type PartRecord, type SubstituteRef, saysLifecycle } from '../core/part.ts';
import type { LifecycleWord } from '../core/words.ts';
import type {
  AnswerStore,
  Clock,
  Leases,
  ProductQuestion,
  Provider,
  Question,
  StoredAnswer,
} from '../ports.ts';

/** What decides whether a stored answer will do. Instants in milliseconds since 1970. */
export interface Freshness {
  readonly now: number;
  /** When the audit began: an answer since then is never asked again. */
  readonly began: number;
  readonly ages: MaxAges;
}

export interface LookupOptions {
  readonly provider: Provider;
  readonly answers: AnswerStore;
  readonly leases: Leases;
  readonly clock: Clock;
  readonly rules: Rules;
  readonly freshness: Freshness;
  /** `details`: ask for the lifecycle by a call of its own even where the search answer has it. */
  readonly lifecycleFrom: 'search' | 'details';
}

/** How often to look whether another process has the answer, in milliseconds. */
const LOOK_AGAIN = 200;

type Answered = Extract<Observation, { kind: 'answered' }>;

/** What the store has of a part. */
export interface Known {
  readonly state: 'fresh' | 'stale';
  /** Whether it was answered since the audit began. */
  readonly sinceBegin: boolean;
  readonly lifecycle: LifecycleWord;
  readonly observation: Answered;
}

/** Looks parts up: in the store, and by the provider where the store will not do. */
export interface Lookup {
  /** What the store has: a fresh observation, one that is too old, or nothing. */
  known(ref: PartRef): Known | undefined;
  /** Asks the provider: step one validates the part number, step two completes its lifecycle. Throws `AuditError`. */
  ask(ref: PartRef, signal?: AbortSignal): Promise<Answered>;
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
  const { provider, answers, leases, clock, rules, freshness, lifecycleFrom } = options;
  const asked = new Map<string, Promise<StoredAnswer>>();
  const find = (question: Question): StoredAnswer | undefined =>
    answers.find(provider.id, provider.locale, question);

  /** Each question is sent once, however many parts wait for it; an answer is saved before it is read. */
  function fetch(question: Question, signal?: AbortSignal): Promise<StoredAnswer> {
    const key = `${question.kind} ${question.text}`;
    const sent = asked.get(key) ?? send(question, signal);
    asked.set(key, sent);
    return sent;
  }

  /** While another process asks the same question, its answer is waited for. */
  async function send(question: Question, signal?: AbortSignal): Promise<StoredAnswer> {
    const lease = JSON.stringify([provider.id, provider.locale, question.kind, question.text]);
    while (!leases.take(lease)) await clock.sleep(LOOK_AGAIN, signal);
    try {
      const known = find(question);
      return known && known.observedAt >= freshness.began ? known : await pay(question, signal);
    } finally {
      leases.release(lease);
    }
  }

  async function pay(question: Question, signal?: AbortSignal): Promise<StoredAnswer> {
    const body = await provider.ask(question, signal);
    const answer = { body, observedAt: clock.now() };
    answers.save(provider.id, provider.locale, question, answer);
    return answer;
  }

  function read(question: ProductQuestion, { body }: StoredAnswer): readonly PartRecord[] | undefined {
    const reading = provider.read(question, body);
    return reading.kind === 'parts' ? reading.parts : undefined;
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

  return {
    knownSubstitutes,
    async askSubstitutes(part, signal) {
      const question = provider.substitutesOf(part);
      const known = knownSubstitutes(part);
      return known ?? provider.readSubstitutes((await fetch(question, signal)).body) ?? [];
    },
    known(ref) {
      const question = validation(ref);
      const answer = find(question);
      const parts = answer && read(question, answer);
      if (!parts) return undefined;
      const part = incomplete(ref, parts);
      const details = part && find(provider.detailsOf(part));
      if (part && !details) return undefined;
      const completed = part && details ? read(provider.detailsOf(part), details) : undefined;
      const observedAt = Math.min(answer.observedAt, details?.observedAt ?? answer.observedAt);
      const observation = answered(completed ?? parts, observedAt, 'cache');
      const said = assess(ref, observation, rules, day(freshness.now));
      const fresh = isFresh(observedAt, said, freshness.ages, freshness);
      const sinceBegin = observedAt >= freshness.began;
      return { state: fresh ? 'fresh' : 'stale', sinceBegin, lifecycle: said.lifecycle, observation };
    },
    async ask(ref, signal) {
      const validated = await fetch(validation(ref), signal);
      const parts = read(validation(ref), validated) ?? [];
      const part = incomplete(ref, parts);
      if (!part) return answered(parts, validated.observedAt, 'network');
      const lifecycle = await fetch(provider.detailsOf(part), signal);
      return answered(read(provider.detailsOf(part), lifecycle) ?? parts, lifecycle.observedAt, 'network');
    },
  };
}

/** The question of step one; equal for all makers and spellings of a number. */
export function validation(ref: PartRef): ProductQuestion {
  return { kind: 'search', text: mpnKey(ref.mpn) };
}

function answered(parts: readonly PartRecord[], observedAt: number, source: Answered['source']): Answered {
  return { kind: 'answered', parts, observedAt: new Date(observedAt).toISOString(), source };
}

function day(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
