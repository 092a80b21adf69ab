/**
 * The schema, one step after another. Append only: a step that has run on somebody's machine never changes.
 * The number of steps that a database has seen is its `user_version`.
 */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE answers (
     provider TEXT NOT NULL, locale TEXT NOT NULL, kind TEXT NOT NULL, question TEXT NOT NULL,
     observed_at INTEGER NOT NULL,  -- milliseconds since 1970
     body BLOB NOT NULL,            -- as received, deflated
     PRIMARY KEY (provider, locale, kind, question)
   );
   CREATE TABLE slots (
     id INTEGER PRIMARY KEY, bucket TEXT NOT NULL,
     boot TEXT NOT NULL, free_at REAL NOT NULL,  -- milliseconds of uptime of that boot
     taken_at INTEGER NOT NULL                   -- milliseconds since 1970
   );
   CREATE INDEX slots_by_bucket ON slots (bucket, free_at);
   CREATE TABLE holds (bucket TEXT PRIMARY KEY, boot TEXT NOT NULL, until REAL NOT NULL);
   CREATE TABLE days (
     bucket TEXT PRIMARY KEY, day TEXT NOT NULL, sent INTEGER NOT NULL,
     remaining INTEGER, resets_at INTEGER        -- as the server said last
   );
   CREATE TABLE runs (digest TEXT PRIMARY KEY, began_at INTEGER NOT NULL);`,
];
