import { isSinceBegin } from '../core/freshness.ts';
import type { AnswerStore, Clock, Leases, Provider, Question, StoredAnswer } from '../ports.ts';

export interface QuestionsOptions {
  readonly provider: Provider;
  readonly answers: AnswerStore;
  readonly leases: Leases;
  readonly clock: Clock;
  /** Milliseconds since 1970: an answer since then is never asked again. */
  readonly began: number;
}

/** Single questions: what the store has, and how to pay for what it has not. */
export interface Questions {
  find(question: Question): StoredAnswer | undefined;
  /** Each question is sent once, however many wait for it; an answer is saved before it is read. Throws `AuditError`. */
  ask(question: Question, signal?: AbortSignal): Promise<StoredAnswer>;
}

/** How often to look whether another process has the answer, in milliseconds. */
const LOOK_AGAIN = 200;

export function createQuestions({ provider, answers, leases, clock, began }: QuestionsOptions): Questions {
  const asked = new Map<string, Promise<StoredAnswer>>();
  const find = (question: Question): StoredAnswer | undefined =>
    answers.find(provider.id, provider.locale, question);

  /** While another process asks the same question, its answer is waited for. */
  async function send(question: Question, signal?: AbortSignal): Promise<StoredAnswer> {
    const lease = JSON.stringify([provider.id, provider.locale, question.kind, question.text]);
    while (!leases.take(lease)) await clock.sleep(LOOK_AGAIN, signal);
    try {
      const known = find(question);
      return known && isSinceBegin(known.observedAt, { now: clock.now(), began })
        ? known
        : await pay(question, signal);
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

  return {
    find,
    ask(question, signal) {
      const key = `${question.kind} ${question.text}`;
      const sent = asked.get(key) ?? send(question, signal);
      asked.set(key, sent);
      return sent;
    },
  };
}
