import type { AnswerStore, Clock, History, Leases, Ledger, LoginStore, RunLog } from '../ports.ts';
import { createAnswerStore } from './answers.ts';
import { openDatabase, storeFault } from './database.ts';
import { createHistory } from './history.ts';
import { createKeyRing } from './key.ts';
import { createLeases } from './leases.ts';
import { createLedger } from './ledger.ts';
import { createLoginStore } from './logins.ts';
import { createRunLog } from './runs.ts';

/** Everything that outlives a run, in one SQLite file. Every method throws `AuditError('store')` for what fails. */
export interface Store {
  readonly answers: AnswerStore;
  readonly ledger: Ledger;
  readonly runs: RunLog;
  readonly history: History;
  readonly leases: Leases;
  readonly logins: LoginStore;
  close(): void;
}

export interface StoreOptions {
  readonly path: string;
  readonly clock: Clock;
  /** The longest that one call may take, in milliseconds. */
  readonly callTimeout: number;
  /** 32 bytes in base64; undefined: a key file beside the database. */
  readonly tokenKey?: string | undefined;
}

/** Every file that the store at this path has or may come to have. */
export function storeFiles(path: string): readonly string[] {
  return [path, `${path}-wal`, `${path}-shm`, keyFile(path)];
}

const keyFile = (path: string): string => `${path}.key`;

/** Opens the store. Throws `AuditError('store')`. */
export function openStore(options: StoreOptions): Store {
  const db = openDatabase(options.path);
  try {
    return furnish(db, options);
  } catch (error) {
    db.close();
    throw storeFault(error, options.path);
  }
}

function furnish(
  db: ReturnType<typeof openDatabase>,
  { path, clock, callTimeout, tokenKey }: StoreOptions,
): Store {
  const { abandon, ...leases } = createLeases(db, clock);
  return {
    answers: guarded(createAnswerStore(db), path),
    ledger: guarded(createLedger(db, clock, callTimeout), path),
    runs: guarded(createRunLog(db), path),
    history: guarded(createHistory(db), path),
    leases: guarded(leases, path),
    logins: guarded(createLoginStore(db, createKeyRing(tokenKey, keyFile(path))), path),
    close() {
      abandon();
      db.close();
    },
  };
}

/** The same methods, whose faults are told as what to do. */
function guarded<T extends object>(methods: T, path: string): T {
  const guard =
    (method: (...args: unknown[]) => Promise<unknown>) =>
    async (...args: unknown[]) => {
      try {
        return await method(...args);
      } catch (error) {
        throw storeFault(error, path);
      }
    };
  return Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, guard(method)])) as T;
}
