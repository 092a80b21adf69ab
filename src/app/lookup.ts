import DataLoader from 'dataloader';
import type { PartRef } from '../core/bom/line.ts';
import { mpnKey, numbersWithin, otherForms } from '../core/identity/mpn.ts';
import { type Assessment, assess } from '../core/judge/assess.ts';
import { completedBy } from '../core/judge/fold.ts';
import { isDatedAhead, isFresh, isSinceBegin, type MaxAges, type Present } from '../core/judge/freshness.ts';
import { type PartRecord, type SubstituteRef, saysLifecycle } from '../core/judge/listing.ts';
import { type Match, type MatchRules, matchPart } from '../core/judge/match.ts';
import type { Answer, ProductQuestion, Question } from '../ports.ts';
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
  readonly rules: MatchRules;
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
  /** By what the store has of each, in their order: a fresh answer, one that is too old, or nothing. */
  known(refs: readonly PartRef[]): Promise<readonly (Known | undefined)[]>;
  /** Asks the provider: step one validates the part number, step two completes its lifecycle. Throws `AuditError`. */
  ask(ref: PartRef, signal?: AbortSignal): Promise<Assessment>;
}

/** Looks up what may stand in for a product. */
export interface SubstituteLookup {
  /** What the store has of a product's substitutes, if it is fresh. */
  knownSubstitutes(part: Orderable): Promise<readonly SubstituteRef[] | undefined>;
  /**
   * The same, asked of the provider where the store will not do; with `refresh` whatever the age. Throws `AuditError`.
   */
  askSubstitutes(part: Orderable, refresh: boolean, signal?: AbortSignal): Promise<readonly SubstituteRef[]>;
}

type Orderable = Pick<PartRecord, 'mpn' | 'dkpn'>;

/** So many parts are looked up in the store together: their answers are in memory at once. */
const BATCH = 500;

/** Answers a question; undefined where there is no answer and none may be asked for. */
type Answering = (question: Question) => Promise<Answer | undefined>;

/** What answers say together: their products, and the instant that stands for all of them. */
interface Heard {
  readonly parts: readonly PartRecord[];
  /** How many products were listed that could not be read. */
  readonly leftOut: number;
  readonly observedAt: number;
}

/** What was heard of a part, and which of the products it is. */
interface Validated extends Heard {
  readonly match: Match;
}

export function createLookup(options: LookupOptions): Lookup & SubstituteLookup {
  const { provider, rules, freshness, lifecycleFrom, clock } = options;
  const { findMany, ask } = createQuestions({ ...options, began: freshness.began });
  const today = new Date(freshness.now).toISOString().slice(0, 10);
  const present = (): Present => ({ now: clock.now(), began: freshness.began });
  const stored = new DataLoader(findMany, { cache: false, maxBatchSize: BATCH });
  const fromStore: Answering = (question) => stored.load(question);

  /** Undefined while one of the questions has no answer. */
  async function hear(questions: readonly ProductQuestion[], answer: Answering): Promise<Heard | undefined> {
    const answers = await Promise.all(questions.map(answer));
    if (!answers.every((one) => one !== undefined)) return undefined;
    const listed = answers.flatMap(({ reading }) => (reading.kind === 'parts' ? [reading] : []));
    return {
      parts: listed.flatMap(({ parts }) => parts),
      leftOut: listed.reduce((sum, { leftOut }) => sum + leftOut, 0),
      observedAt: together(answers.map(({ observedAt }) => observedAt)),
    };
  }

  /** The oldest; or one whose age nobody knows. */
  function together(instants: readonly number[]): number {
    const latest = Math.max(...instants);
    return isDatedAhead(latest, present()) ? latest : Math.min(...instants);
  }

  function validated(ref: PartRef, heard: Heard): Validated {
    return { ...heard, match: matchPart(ref, heard.parts, rules) };
  }

  /** A number that is not listed may be written otherwise there, or hold the one that was meant. */
  function otherwise({ mpn, manufacturer }: PartRef, { parts }: Heard): readonly ProductQuestion[] {
    const listed = new Set(parts.map((part) => mpnKey(part.mpn)));
    return [...otherForms(mpn, manufacturer), ...numbersWithin(mpn)]
      .filter((form) => !listed.has(mpnKey(form)))
      .map((form) => validation({ mpn: form, manufacturer }));
  }

  /** Step one; a number that is not listed is asked in its other forms, too. */
  async function validate(ref: PartRef, answer: Answering): Promise<Validated | undefined> {
    const heard = await hear([validation(ref)], answer);
    const first = heard && validated(ref, heard);
    if (!first || isListed(first.match)) return first;
    const forms = otherwise(ref, first);
    if (forms.length === 0) return first;
    const more = await hear(forms, answer);
    return (
      more &&
      validated(ref, {
        parts: [...first.parts, ...more.parts],
        leftOut: first.leftOut + more.leftOut,
        observedAt: together([first.observedAt, more.observedAt]),
      })
    );
  }

  /** Step two completes the lifecycle where the answer of step one lacks it. */
  async function look(ref: PartRef, answer: Answering): Promise<Validated | undefined> {
    const listed = await validate(ref, answer);
    const part = listed?.match.part;
    if (!part || (lifecycleFrom === 'search' && saysLifecycle(part))) return listed;
    const details = await hear([provider.detailsOf(part)], answer);
    if (!details) return undefined;
    const observedAt = together([listed.observedAt, details.observedAt]);
    const leftOut = listed.leftOut + details.leftOut;
    return validated(ref, { parts: completedBy(details.parts, listed.parts), leftOut, observedAt });
  }

  function judge(
    ref: PartRef,
    { match, leftOut, observedAt }: Validated,
    source: 'network' | 'cache',
  ): Assessment {
    return assess(ref, match, { observedAt: new Date(observedAt).toISOString(), source, leftOut }, today);
  }

  async function known(ref: PartRef): Promise<Known | undefined> {
    const found = await look(ref, fromStore);
    if (!found) return undefined;
    const { observedAt } = found;
    const assessment = judge(ref, found, 'cache');
    const at = present();
    return {
      state: isFresh(observedAt, assessment, freshness.ages, at) ? 'fresh' : 'stale',
      sinceBegin: isSinceBegin(observedAt, at),
      datedAhead: isDatedAhead(observedAt, at),
      assessment,
    };
  }

  /** Undefined where the store has no answer that will do. */
  async function knownSubstitutes(
    part: Orderable,
    refresh = false,
  ): Promise<readonly SubstituteRef[] | undefined> {
    const answer = await fromStore(provider.substitutesOf(part));
    if (!answer || !isFresh(answer.observedAt, ACTIVE, freshness.ages, present())) return undefined;
    if (refresh && !isSinceBegin(answer.observedAt, present())) return undefined;
    return substitutesIn(answer);
  }

  return {
    knownSubstitutes,
    async askSubstitutes(part, refresh, signal) {
      const stands = await knownSubstitutes(part, refresh);
      return stands ?? substitutesIn(await ask(provider.substitutesOf(part), signal)) ?? [];
    },
    async known(refs) {
      const found: (Known | undefined)[] = [];
      for (let start = 0; start < refs.length; start += BATCH)
        found.push(...(await Promise.all(refs.slice(start, start + BATCH).map(known))));
      return found;
    },
    async ask(ref, signal) {
      const found = await look(ref, (question) => ask(question, signal));
      return judge(ref, found!, 'network');
    },
  };
}

/** A list of substitutes is believed for as long as an active part. */
const ACTIVE = { match: 'exact', lifecycle: 'active' } as const;

function substitutesIn({ reading }: Answer): readonly SubstituteRef[] | undefined {
  return reading.kind === 'substitutes' ? reading.substitutes : undefined;
}

function isListed({ word }: Match): boolean {
  return word !== 'near' && word !== 'not-found';
}

/** The question of step one; equal for all makers and spellings of a number. */
export function validation(ref: PartRef): ProductQuestion {
  return { kind: 'search', text: mpnKey(ref.mpn) };
}
