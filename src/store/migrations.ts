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

  `CREATE TABLE places (
     id INTEGER PRIMARY KEY AUTOINCREMENT,       -- never used again: its owner may settle it late
     bucket TEXT NOT NULL, boot TEXT NOT NULL,
     free_at REAL NOT NULL,                      -- milliseconds of uptime of that boot
     taken_at INTEGER NOT NULL,                  -- milliseconds since 1970
     in_flight INTEGER NOT NULL                  -- 1 until the answer has arrived
   );
   INSERT INTO places SELECT id, bucket, boot, free_at, taken_at, 0 FROM slots;
   DROP TABLE slots;
   ALTER TABLE places RENAME TO slots;
   CREATE INDEX slots_by_bucket ON slots (bucket, free_at);
   DROP TABLE days;
   CREATE TABLE days (
     bucket TEXT PRIMARY KEY, resets_at INTEGER NOT NULL,  -- milliseconds since 1970
     sent INTEGER NOT NULL,                                -- as counted here
     remaining INTEGER, per_day INTEGER                    -- as the server said last
   );
   CREATE TABLE leases (
     name TEXT PRIMARY KEY, owner TEXT NOT NULL, pid INTEGER NOT NULL,
     boot TEXT NOT NULL, until REAL NOT NULL     -- milliseconds of uptime of that boot
   );
   CREATE TABLE logins (account TEXT PRIMARY KEY, sealed BLOB NOT NULL);`,

  `CREATE TABLE audits (
     id INTEGER PRIMARY KEY AUTOINCREMENT,       -- in the order of time
     boms TEXT NOT NULL,                         -- names the set of BOMs
     point TEXT NOT NULL,                        -- counts, JSON
     snapshot BLOB NOT NULL                      -- the state of each part, JSON, deflated
   );
   CREATE INDEX audits_by_boms ON audits (boms, id);
   CREATE TABLE lifecycles (
     id INTEGER PRIMARY KEY AUTOINCREMENT,       -- in the order of time
     provider TEXT NOT NULL, locale TEXT NOT NULL, mpn TEXT NOT NULL, manufacturer TEXT NOT NULL,
     lifecycle TEXT NOT NULL, last_buy_date TEXT,
     since INTEGER NOT NULL                      -- milliseconds since 1970: when it was first seen so
   );
   CREATE INDEX lifecycles_by_part ON lifecycles (provider, locale, mpn, manufacturer, id);`,
];
