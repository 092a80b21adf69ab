import type Database from 'better-sqlite3';
import type { Clock, DayQuota, Ledger, Pace, Slot } from '../ports.ts';

const MINUTE = 60_000;
/** Slots of an earlier start of the machine that are older than this cannot matter to any rolling minute. */
const FORGOTTEN = 60 * MINUTE;
/** How long to wait at most before looking again: a slot in flight may settle at any time. */
const LOOK_AGAIN = 1_000;
/** Two reset times that the server gave mean the same day when they are this near. */
const SAME_DAY = 60 * MINUTE;

interface DayRow {
  readonly day: string;
  readonly sent: number;
  readonly remaining: number | null;
  readonly resetsAt: number | null;
}

/**
 * The rolling minute in one table, so that restarts and other processes count too. A slot is taken when a call is
 * sent and comes free 60 s after it settled; the server saw the call before that, so no 60 s of the server's hold
 * more. A slot whose process died frees itself after `callTimeout` and 60 s. Times are the machine's uptime, which
 * nobody can set; after a restart of the machine, slots of the time before count as settled just now.
 */
export function createLedger(db: Database.Database, clock: Clock, callTimeout: number): Ledger {
  const forget = db.prepare(
    'DELETE FROM slots WHERE bucket = ? AND ((boot = ? AND free_at <= ?) OR (boot <> ? AND taken_at < ?))',
  );
  const adopt = db.prepare('UPDATE slots SET boot = ?, free_at = ? WHERE bucket = ? AND boot <> ?');
  const taken = db.prepare<[string], { count: number; next: number | null }>(
    'SELECT count(*) AS count, min(free_at) AS next FROM slots WHERE bucket = ?',
  );
  const insert = db.prepare('INSERT INTO slots (bucket, boot, free_at, taken_at) VALUES (?, ?, ?, ?)');
  const settle = db.prepare('UPDATE slots SET free_at = ? WHERE id = ? AND boot = ?');
  const heldUntil = db
    .prepare<[string, string], number>('SELECT until FROM holds WHERE bucket = ? AND boot = ?')
    .pluck();
  const setHold = db.prepare(
    `INSERT INTO holds (bucket, boot, until) VALUES (@bucket, @boot, @until) ON CONFLICT (bucket) DO UPDATE
     SET until = CASE WHEN boot = @boot THEN max(until, @until) ELSE @until END, boot = @boot`,
  );
  const spend = db.prepare(
    `INSERT INTO days (bucket, day, sent) VALUES (@bucket, @day, 1) ON CONFLICT (bucket) DO UPDATE
     SET sent = CASE WHEN day = @day THEN sent + 1 ELSE 1 END, day = @day, remaining = remaining - 1`,
  );
  const learn = db.prepare(
    `INSERT INTO days (bucket, day, sent, remaining, resets_at) VALUES (@bucket, @day, 0, @remaining, @resetsAt)
     ON CONFLICT (bucket) DO UPDATE SET resets_at = @resetsAt, remaining =
       CASE WHEN abs(resets_at - @resetsAt) < ${SAME_DAY} THEN min(remaining, @remaining) ELSE @remaining END`,
  );
  const dayOf = db.prepare<[string], DayRow>(
    'SELECT day, sent, remaining, resets_at AS resetsAt FROM days WHERE bucket = ?',
  );

  const today = (): string => new Date(clock.now()).toISOString().slice(0, 10);

  function day({ bucket, perDay }: Pace): DayQuota {
    const row = dayOf.get(bucket);
    if (row && row.remaining !== null && row.resetsAt !== null && row.resetsAt > clock.now()) {
      return { remaining: Math.max(0, row.remaining), resetsAt: row.resetsAt };
    }
    const sent = row?.day === today() ? row.sent : 0;
    return {
      remaining: Math.max(0, perDay - sent),
      resetsAt: new Date(clock.now()).setUTCHours(24, 0, 0, 0),
    };
  }

  function tidy(bucket: string, now: number): void {
    forget.run(bucket, clock.boot, now, clock.boot, clock.now() - FORGOTTEN);
    adopt.run(clock.boot, now + MINUTE, bucket, clock.boot);
  }

  const take = db.transaction((pace: Pace): Slot => {
    const { bucket } = pace;
    const now = clock.uptime();
    const { remaining, resetsAt } = day(pace);
    if (remaining === 0) return { spentUntil: resetsAt };
    const pause = (heldUntil.get(bucket, clock.boot) ?? 0) - now;
    if (pause > 0) return { waitMs: pause };
    tidy(bucket, now);
    const { count, next } = taken.get(bucket)!;
    if (count >= pace.perMinute) return { waitMs: Math.min(Math.max(1, (next ?? now) - now), LOOK_AGAIN) };
    spend.run({ bucket, day: today() });
    const { lastInsertRowid } = insert.run(bucket, clock.boot, now + callTimeout + MINUTE, clock.now());
    return { id: Number(lastInsertRowid) };
  });

  return {
    take: (pace) => take.immediate(pace),
    settle(slot) {
      settle.run(clock.uptime() + MINUTE, slot, clock.boot);
    },
    hold(bucket, ms) {
      setHold.run({ bucket, boot: clock.boot, until: clock.uptime() + ms });
    },
    learnDay(bucket, quota) {
      learn.run({ bucket, day: today(), ...quota });
    },
    day,
    freeNow({ bucket, perMinute }) {
      tidy(bucket, clock.uptime());
      return Math.max(0, perMinute - taken.get(bucket)!.count);
    },
  };
}
