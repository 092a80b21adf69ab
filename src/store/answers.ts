import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type Database from 'better-sqlite3';
import type { AnswerStore, Question, StoredAnswer } from '../ports.ts';

/** Answers as received, one for each provider, locale and question; the newest replaces the older. */
export function createAnswerStore(db: Database.Database): AnswerStore {
  const select = db.prepare<[string, string, string, string], { body: Buffer; observed_at: number }>(
    'SELECT body, observed_at FROM answers WHERE provider = ? AND locale = ? AND kind = ? AND question = ?',
  );
  const save = db.prepare(
    `INSERT INTO answers (provider, locale, kind, question, observed_at, body) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET observed_at = excluded.observed_at, body = excluded.body`,
  );
  function find(provider: string, locale: string, { kind, text }: Question): StoredAnswer | undefined {
    const row = select.get(provider, locale, kind, text);
    return row && { body: inflateRawSync(row.body).toString('utf8'), observedAt: row.observed_at };
  }

  return {
    findMany: async (provider, locale, questions) => questions.map((one) => find(provider, locale, one)),
    async save(provider, locale, question, answer) {
      const { kind, text } = question;
      save.run(provider, locale, kind, text, answer.observedAt, deflateRawSync(answer.body));
    },
  };
}
