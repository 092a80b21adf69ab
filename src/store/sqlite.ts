import type { AnswerStore, Clock, Ledger, RunLog } from '../ports.ts';
import { createAnswerStore } from './answers.ts';
import { openDatabase } from './database.ts';
import { createLedger } from './ledger.ts';
import { createRunLog } from './runs.ts';

/** Everything that outlives a run, in one SQLite file. */
export interface Store {
  readonly answers: AnswerStore;
  readonly ledger: Ledger;
  readonly runs: RunLog;
  close(): void;
}

/**
 * Opens the store at `path`. `callTimeout` is the longest that one call may take, in milliseconds. Throws
 * `AuditError('store')`.
 */
export function openStore(path: string, clock: Clock, callTimeout: number): Store {
  const db = openDatabase(path);
  return {
    answers: createAnswerStore(db),
    ledger: createLedger(db, clock, callTimeout),
    runs: createRunLog(db),
    close: () => db.close(),
  };
}
