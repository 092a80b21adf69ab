import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { AuditError } from '../core/errors.ts';
import { MIGRATIONS } from './migrations.ts';
import { forOwnerOnly } from './owner.ts';

/** "BOMA": tells our databases from every other SQLite file. */
const APPLICATION_ID = 0x424f4d41;

/** How long another process's transaction is waited for, in milliseconds. */
const PATIENCE = 10_000;

/** Of the database in memory: an answer is read once in a run, and the driver's own 16 MB would fill for nothing. */
const CACHE_KIB = 2_000;

/**
 * Opens the database for its owner's eyes only, making and migrating it as needed. Throws
 * `AuditError('store')` when the file cannot be opened, is not ours, or was made by a newer version.
 */
export function openDatabase(path: string, patience = PATIENCE): Database.Database {
  let db: Database.Database | undefined;
  try {
    if (path !== ':memory:') prepareFile(path);
    db = new Database(path, { timeout: patience });
    db.transaction(refuseForeign)(db, path); // one view of the file: another process may be making it right now
    for (const end of ['', '-wal', '-shm']) forOwnerOnly(`${path}${end}`);
    writeAhead(db);
    db.pragma('synchronous = FULL');
    db.pragma(`cache_size = -${CACHE_KIB}`);
    migrate(db);
    return db;
  } catch (error) {
    db?.close();
    throw storeFault(error, path);
  }
}

function prepareFile(path: string): void {
  makeFolder(dirname(path));
  closeSync(openSync(path, 'a', 0o600));
}

/** Node 20's own recursive mkdir never ends where the system refuses a folder as it does below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}

/** The switch to WAL does not wait for other processes as all else does, so that it is tried again, for a second. */
function writeAhead(db: Database.Database, tries = 50): void {
  try {
    db.pragma('journal_mode = WAL');
  } catch (error) {
    const isBusy = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
    if (!isBusy || tries === 0) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    writeAhead(db, tries - 1);
  }
}

function refuseForeign(db: Database.Database, path: string): void {
  const id = db.pragma('application_id', { simple: true });
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (id !== APPLICATION_ID && tables !== 0) {
    throw new AuditError('store', `${path} is a database of another program`, {
      hint: 'Name another file with --db or BOM_AUDIT_DB.',
    });
  }
  const version = Number(db.pragma('user_version', { simple: true }));
  if (version > MIGRATIONS.length) {
    throw new AuditError('store', `${path} was written by a newer version of bom-audit`, {
      hint: 'Update bom-audit, or name another file with --db.',
    });
  }
}

function migrate(db: Database.Database): void {
  const step = db.transaction(() => {
    const done = Number(db.pragma('user_version', { simple: true }));
    for (const sql of MIGRATIONS.slice(done)) db.exec(sql);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${MIGRATIONS.length}`);
  });
  step.immediate();
}

const ADVICE: readonly (readonly [code: string, message: string, hint: string])[] = [
  ['SQLITE_NOTADB', 'is not a database', 'Name another file with --db or BOM_AUDIT_DB.'],
  ['SQLITE_CORRUPT', 'is damaged', 'Move it away: the answers in it will be asked again.'],
  ['Z_', 'is damaged', 'Move it away: the answers in it will be asked again.'],
  [
    'SQLITE_FULL',
    'cannot grow: the disk is full',
    'Make room and run the same command again: what was saved is kept.',
  ],
  ['SQLITE_IOERR', 'cannot be read or written', 'Check the disk, then run the same command again.'],
  ['SQLITE_READONLY', 'cannot be written', 'Check its permissions, or name another file with --db.'],
  [
    'SQLITE_CANTOPEN',
    'cannot be opened',
    'Check that the folder exists and may be written, or name another with --db.',
  ],
  ['SQLITE_BUSY', 'is locked by another program', 'Wait until it is done, or name another file with --db.'],
];

/** SQLite's own words, put as what to do; errors that are not SQLite's or the file system's pass unchanged. */
export function storeFault(error: unknown, path: string): unknown {
  if (error instanceof AuditError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const advice = ADVICE.find(([prefix]) => code.startsWith(prefix));
  if (advice)
    return new AuditError('store', `The database ${path} ${advice[1]}`, { hint: advice[2], cause: error });
  if (error instanceof Database.SqliteError || /^E[A-Z]+$/.test(code)) {
    return new AuditError('store', `The database ${path} cannot be used`, {
      hint: 'Name another file with --db or BOM_AUDIT_DB.',
      cause: error,
    });
  }
  return error;
}
