import { isSinceBegin } from '../core/judge/freshness.ts';
import type { Answer, AnswerStore, Clock, Leases, Provider, Question } from '../ports.ts';

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
  /** One answer for each question, in their order; undefined where none is stored. */
  findMany(questions: readonly Question[]): Promise<readonly (Answer | undefined)[]>;
  /** Each question is sent once, however many wait for it; an answer is saved before it is read. Throws `AuditError`. */
  ask(question: Question, signal?: AbortSignal): Promise<Answer>;
}

/** How often to look whether another process has the answer, in milliseconds. */
const LOOK_AGAIN = 200;

export function createQuestions({ provider, answers, leases, clock, began }: QuestionsOptions): Questions {
  const asked = new Map<string, Promise<Answer>>();

  async function findMany(questions: readonly Question[]): Promise<readonly (Answer | undefined)[]> {
    const stored = await answers.findMany(provider.id, provider.locale, questions);
    return stored.map((one, index) => one && { ...one, reading: provider.read(questions[index]!, one) });
  }

  /** While another process asks the same question, its answer is waited for. */
  async function send(question: Question, signal?: AbortSignal): Promise<Answer> {
    const lease = JSON.stringify([provider.id, provider.locale, question.kind, question.text]);
    while (!(await leases.take(lease))) await clock.sleep(LOOK_AGAIN, signal);
    try {
      const [known] = await findMany([question]);
      const isRecent = known && isSinceBegin(known.observedAt, { now: clock.now(), began });
      return isRecent ? known : await pay(question, signal);
    } finally {
      await leases.release(lease);
    }
  }

  async function pay(question: Question, signal?: AbortSignal): Promise<Answer> {
    const answer = await provider.ask(question, signal);
    await answers.save(provider.id, provider.locale, question, answer);
    return answer;
  }

  return {
    findMany,
    ask(question, signal) {
      const key = `${question.kind} ${question.text}`;
      const sent = asked.get(key) ?? send(question, signal);
      asked.set(key, sent);
      return sent;
    },
  };
}
