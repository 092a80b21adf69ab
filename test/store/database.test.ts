import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { AuditError } from '../../src/core/errors.ts';
import { openDatabase, storeFault } from '../../src/store/database.ts';
import { MIGRATIONS } from '../../src/store/migrations.ts';
import { quickFolder } from '../support/folder.ts';

let folder: string;
beforeEach(() => {
  folder = quickFolder();
});

const fault = (run: () => unknown): AuditError => {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(AuditError);
    return error as AuditError;
  }
  return expect.unreachable('nothing was thrown');
};

test('a new database is made with its folders, for its owner only', () => {
  const path = join(folder, 'a', 'b', 'new.db');
  openDatabase(path).close();
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o700);
});

test('one that others may read is taken from them, with its log; what is not ours is left as it is', () => {
  const path = join(folder, 'open.db');
  const before = openDatabase(path);
  for (const end of ['', '-wal', '-shm']) chmodSync(`${path}${end}`, 0o644);
  openDatabase(path).close();
  for (const end of ['', '-wal', '-shm']) expect(statSync(`${path}${end}`).mode & 0o777).toBe(0o600);
  before.close();
  const songs = join(folder, 'songs.db');
  new Database(songs).exec('CREATE TABLE songs (title)').close();
  chmodSync(songs, 0o644);
  fault(() => openDatabase(songs));
  expect(statSync(songs).mode & 0o777).toBe(0o644);
});

test('the log beside an open database is for its owner only, too', () => {
  const path = join(folder, 'new.db');
  const db = openDatabase(path);
  expect(statSync(`${path}-wal`).mode & 0o777).toBe(0o600);
  db.close();
  expect(existsSync(`${path}-wal`)).toBe(false);
});

test('opened again it is what it was', () => {
  const path = join(folder, 'x.db');
  openDatabase(path).exec("INSERT INTO runs VALUES ('digest', 7)").close();
  const db = openDatabase(path);
  expect(db.prepare('SELECT began_at FROM runs').pluck().get()).toBe(7);
  expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
  db.close();
});

test('an older database is brought up to date with what is in it', () => {
  const path = join(folder, 'old.db');
  new Database(path)
    .exec(`${MIGRATIONS[0]} PRAGMA application_id = ${0x424f4d41}; PRAGMA user_version = 1;
      INSERT INTO answers VALUES ('digikey', 'US', 'search', 'NE555P', 5, x'00');
      INSERT INTO slots VALUES (3, 'bucket', 'boot', 60000, 1);`)
    .close();
  const db = openDatabase(path);
  expect(db.prepare('SELECT question FROM answers').pluck().all()).toEqual(['NE555P']);
  expect(db.prepare('SELECT id, free_at, in_flight FROM slots').all()).toEqual([
    { id: 3, free_at: 60_000, in_flight: 0 },
  ]);
  db.close();
});

test.each<[what: string, make: (path: string) => void, says: RegExp, hint: RegExp]>([
  [
    'a text file',
    (path) => writeFileSync(path, 'a letter to a friend'.repeat(99)),
    /is not a database/,
    /--db/,
  ],
  [
    "another program's database",
    (path) => new Database(path).exec('CREATE TABLE songs (title)').close(),
    /is a database of another program/,
    /--db/,
  ],
  [
    "a newer version's database",
    (path) => openDatabase(path).exec('PRAGMA user_version = 99').close(),
    /written by a newer version/,
    /Update/,
  ],
  [
    'a damaged database',
    (path) => {
      openDatabase(path).close();
      const bytes = readFileSync(path);
      writeFileSync(path, bytes.fill(0xff, 100, 4096));
    },
    /is damaged/,
    /asked again/,
  ],
  [
    'a folder in the place of the file',
    (path) => void openDatabase(join(path, 'x.db')),
    /cannot be used/,
    /--db/,
  ],
])('%s is refused and left as it is', (_what, make, says, hint) => {
  const path = join(folder, 'odd.db');
  make(path);
  const before = statSync(path).isFile() ? readFileSync(path) : null;
  const { code, message, hint: told } = fault(() => openDatabase(path));
  expect(code).toBe('store');
  expect(message).toMatch(says);
  expect(message).toContain(path);
  expect(told).toMatch(hint);
  if (before) expect(readFileSync(path)).toEqual(before);
});

test('a database that another program locks is told after the patience is over', () => {
  const path = join(folder, 'busy.db');
  const other = openDatabase(path);
  other.exec('BEGIN EXCLUSIVE');
  const { code, message } = fault(() => openDatabase(path, 20).exec("INSERT INTO runs VALUES ('x', 1)"));
  expect({ code, message }).toMatchObject({ code: 'store', message: expect.stringMatching(/is locked/) });
  other.close();
});

test.each([
  ['SQLITE_FULL', /disk is full/],
  ['SQLITE_IOERR_WRITE', /cannot be read or written/],
  ['SQLITE_READONLY_DBMOVED', /cannot be written/],
  ['SQLITE_BUSY_SNAPSHOT', /is locked/],
  ['SQLITE_CONSTRAINT', /cannot be used/],
  ['Z_DATA_ERROR', /is damaged/],
  ['EACCES', /cannot be used/],
])('%s is told as what to do', (code, says) => {
  const cause = Object.assign(new Database.SqliteError('words', code));
  expect(storeFault(cause, '/x.db')).toMatchObject({
    code: 'store',
    message: expect.stringMatching(says),
    cause,
  });
});

test.each([new TypeError('a bug'), new AuditError('quota', 'spent')])(
  '%s is no fault of the store',
  (error) => {
    expect(storeFault(error, '/x.db')).toBe(error);
  },
);
