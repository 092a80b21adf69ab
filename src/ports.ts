import type { PartRecord, Reading } from './core/part.ts';

/** Wall clock and a clock that nobody can set. */
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Milliseconds that only grow, shared by all processes of this machine since it started. */
  uptime(): number;
  /** Resolves after `ms`; rejects with the signal's reason when it is aborted first. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** One question to a provider: what is paid for, stored and resumed. */
export interface Question {
  readonly kind: 'search' | 'details';
  /** The part number or order number, as it is sent. */
  readonly text: string;
}

/**
 * A source of part data. `ask` spends quota and returns the document as received; `read` is pure and free, so
 * that a better reader costs no new calls.
 */
export interface Provider {
  readonly id: string;
  /** Part of the key under which answers are stored: the same question elsewhere is another question. */
  readonly locale: string;
  /** Throws `AuditError`: `auth`, `quota` and `stopped` end the run, `provider` leaves this question open. */
  ask(question: Question, signal?: AbortSignal): Promise<string>;
  read(question: Question, body: string): Reading;
  /** The details question that completes this record, when the search answer did not. */
  detailsOf(part: PartRecord): Question;
}

/** An answer as received. */
export interface StoredAnswer {
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly observedAt: number;
}

export interface AnswerStore {
  find(provider: string, locale: string, question: Question): StoredAnswer | undefined;
  /** Durable when it returns: its own transaction. */
  save(provider: string, locale: string, question: Question, answer: StoredAnswer): void;
}

/** Remembers audits that did not end whole, so that the same command goes on with the same freshness. */
export interface RunLog {
  /** When the unfinished audit of the same BOMs began, or `now` when there is none. */
  begin(digest: string, now: number): number;
  finish(digest: string): void;
}

/** A place in the rolling minute, taken; `waitMs` when there is none: try again after it. */
export type Slot = { readonly id: number } | { readonly waitMs: number };

/** The rolling minute and the day, shared by every process of one client id on this machine. */
export interface Ledger {
  take(bucket: string, limit: number): Slot;
  /** To be called when the answer has arrived or the call has failed: the slot is free 60 s later. */
  settle(slot: number): void;
  /** Nobody takes a slot for `ms` from now. */
  hold(bucket: string, ms: number): void;
  /** Slots that could be taken at once. */
  free(bucket: string, limit: number): number;
  /** What the server says of the day, `resetsAt` in milliseconds since 1970. */
  day(bucket: string): DayQuota;
  setDay(bucket: string, quota: DayQuota): void;
  /** Calls sent since 00:00 UTC. */
  sentToday(bucket: string): number;
}

export interface DayQuota {
  readonly remaining: number | null;
  readonly resetsAt: number | null;
}

/** Runs calls within the pace: the rolling minute, the shared pause and so many at once. */
export interface Limiter {
  run<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** A refusal for going too fast: everyone waits. */
  hold(ms: number): void;
}
