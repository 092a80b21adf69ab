import type Database from 'better-sqlite3';
import type { RunLog } from '../ports.ts';

/** An audit that was left lying longer than this is begun anew, not resumed. */
const RESUMABLE = 7 * 24 * 3_600_000;

/** Unfinished audits by the digest of their BOMs. */
export function createRunLog(db: Database.Database): RunLog {
  const find = db
    .prepare<[string, number, number], number>(
      'SELECT began_at FROM runs WHERE digest = ? AND began_at BETWEEN ? AND ?',
    )
    .pluck();
  const begin = db.prepare(
    'INSERT INTO runs (digest, began_at) VALUES (?, ?) ON CONFLICT DO UPDATE SET began_at = excluded.began_at',
  );
  const finish = db.prepare('DELETE FROM runs WHERE digest = ?');
  return {
    async begin(digest, now) {
      const unfinished = find.get(digest, now - RESUMABLE, now);
      if (unfinished === undefined) begin.run(digest, now);
      return unfinished ?? now;
    },
    async finish(digest) {
      finish.run(digest);
    },
  };
}
