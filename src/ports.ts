import type { KeptAudits } from './core/history/kept-audits.ts';
import type { Snapshot } from './core/history/snapshot.ts';
import type { TrendPoint } from './core/history/trend.ts';
import type { PartRecord, Reading } from './core/judge/listing.ts';
import type { LifeChange, PartLife, PastLife } from './core/judge/memory.ts';
import type { CallCounts } from './core/report/report.ts';

/** Wall clock and a clock that nobody can set. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Milliseconds that only grow, shared by all processes of this machine since it started. */
  uptime(): number;
  /** Which start of the machine `uptime` counts from. */
  readonly boot: string;
  /** Resolves after `ms`; rejects with the signal's reason when it is aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** One question to a provider: what is paid for, stored and resumed. */
export interface Question {
  readonly kind: 'search' | 'details' | 'substitutes';
  /** The part number or order number, as it is sent. */
  readonly text: string;
}

/** A question whose answer holds products. */
export type ProductQuestion = Question & { readonly kind: 'search' | 'details' };

/**
 * A source of part data. `ask` spends quota and returns the document as received, read once; `read` is pure and free, so
 * that a better reader costs no new calls.
 */
export interface Provider {
  readonly id: string;
  /** Part of the key under which answers are stored: the same question elsewhere is another question. */
  readonly locale: string;
  /** Throws `AuditError`: `provider` leaves this question open, every other code ends the run. */
  ask(question: Question, signal?: AbortSignal): Promise<Answer>;
  /** What a stored answer to the question says. */
  read(question: Question, answer: StoredAnswer): Reading;
  /** The details question that completes this record, when the search answer did not. */
  detailsOf(part: PartRecord): ProductQuestion;
  /** The question for what may stand in for this product. */
  substitutesOf(part: Pick<PartRecord, 'mpn' | 'dkpn'>): Question;
  /** What became of the calls of this run. */
  calls(): CallCounts;
}

/** An answer as received. */
export interface StoredAnswer {
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly observedAt: number;
}

/** An answer that has been read. */
export interface Answer extends StoredAnswer {
  readonly reading: Reading;
}

export interface AnswerStore {
  /** One for each question, in their order; undefined where none is stored. */
  findMany(
    provider: string,
    locale: string,
    questions: readonly Question[],
  ): Promise<readonly (StoredAnswer | undefined)[]>;
  /** Durable when it resolves: its own transaction. */
  save(provider: string, locale: string, question: Question, answer: StoredAnswer): Promise<void>;
}

/** Remembers audits that did not end whole, so that the same command goes on with the same freshness. */
export interface RunLog {
  /** When the unfinished audit of the same BOMs began, or `now` when there is none. */
  begin(digest: string, now: number): Promise<number>;
  finish(digest: string): Promise<void>;
}

/** Work that only one process at a time may do, so that no question is asked and no token spent twice. */
export interface Leases {
  /** True when it is ours now; false while a living process holds it. */
  take(name: string): Promise<boolean>;
  release(name: string): Promise<void>;
}

/** What a three-legged login is worth. Instants in milliseconds since 1970. */
export interface Login {
  readonly accessToken: string;
  readonly expiresAt: number;
  /** Good for one refresh, which brings the next one. */
  readonly refreshToken: string;
}

/** Logins, sealed at rest, by account. */
export interface LoginStore {
  /** Throws `AuditError('auth')` when it was sealed with another key. */
  find(account: string): Promise<Login | undefined>;
  /** To be called before a token is spent: throws what would keep its successor from being saved. */
  ready(): Promise<void>;
  /** Durable when it resolves. */
  save(account: string, login: Login): Promise<void>;
  /** False when there was none. */
  remove(account: string): Promise<boolean>;
}

/** What earlier audits found. */
export interface History {
  /** Complete audits of one set of BOMs, the newest first. */
  audits(boms: string): Promise<KeptAudits>;
  keep(boms: string, snapshot: Snapshot, point: TrendPoint): Promise<void>;
  /**
   * Remembers these lifecycles as those of the instant `at` (milliseconds since 1970), and returns for each, in their
   * order, the state before its present one; undefined where it never changed or is null.
   */
  note(
    provider: string,
    locale: string,
    states: readonly (PartLife | null)[],
    at: number,
  ): Promise<readonly (PastLife | undefined)[]>;
  /** The changes seen at or after `since` (milliseconds since 1970), in their order. */
  changes(provider: string, locale: string, since: number): Promise<readonly LifeChange[]>;
}

/** What one client id may spend. */
export interface Pace {
  /** Names the account: one for each server and client id. */
  readonly bucket: string;
  /** Calls in any rolling 60 s, as the server counts them. */
  readonly perMinute: number;
  /** Calls in a day, where the server does not say. */
  readonly perDay: number;
}

/** What came of asking for places in the rolling minute. */
export interface Grant {
  /** The places that were taken, each named by its id: at most as many as were asked for. */
  readonly slots: readonly number[];
  /** Why they are fewer: the minute is full, ask again after so long; or the day is spent until (ms since 1970). */
  readonly refusal: { readonly waitMs: number } | { readonly spentUntil: number } | null;
}

/** A day's calls: those that are left, all that it holds, and when it starts anew (milliseconds since 1970). */
export interface DayQuota {
  readonly remaining: number;
  readonly limit: number;
  readonly resetsAt: number;
}

/** The server's word on the day; `limit` is null when it did not say. */
export type DayNews = Omit<DayQuota, 'limit'> & { readonly limit: number | null };

/** The rolling minute and the day, shared by every process of one client id. */
export interface Ledger {
  /** Takes up to `count` places at once. */
  take(pace: Pace, count: number): Promise<Grant>;
  /** To be called when the answer has arrived or the call has failed: the slot is free 60 s later. */
  settle(bucket: string, slot: number): Promise<void>;
  /** Frees a slot at once, for which no call was sent. */
  giveBack(bucket: string, slot: number): Promise<void>;
  /** Nobody takes a slot for `ms` from now. */
  hold(bucket: string, ms: number): Promise<void>;
  /**
   * The server's own word on the day, which counts more than ours; unless `overlapped`: another call of this process
   * was under way meanwhile, so that a later reply may have come before it.
   */
  learnDay(bucket: string, news: DayNews, overlapped: boolean): Promise<void>;
  /** As the server said last, else as counted here, where a day starts at 00:00 UTC. */
  day(pace: Pace): Promise<DayQuota>;
  /** Slots of the rolling minute that could be taken now. */
  freeNow(pace: Pace): Promise<number>;
}

/** What a run has spent so far and what is left. */
export interface Spending {
  /** Calls sent by this run, retries included. */
  readonly requests: number;
  /** Calls that could be sent at once. */
  readonly freeNow: number;
  readonly day: DayQuota;
}

/** Runs calls within the pace: the rolling minute, the day, the shared pause, and so many at once. */
export interface Limiter {
  /** Throws `AuditError('quota')` when the day or the run's budget is spent. */
  run<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** A refusal for going too fast: everyone waits. */
  hold(ms: number): Promise<void>;
  learnDay(news: DayNews): Promise<void>;
  spending(): Promise<Spending>;
}

/** What happens on the way, for a log. Fields never hold secrets, tokens or bodies. */
export interface Log {
  debug(fields: Readonly<Record<string, unknown>>, message: string): void;
  warn(fields: Readonly<Record<string, unknown>>, message: string): void;
}
