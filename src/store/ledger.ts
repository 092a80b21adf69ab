import type Database from 'better-sqlite3';
import type { Clock, DayNews, DayQuota, Grant, Ledger, Pace } from '../ports.ts';
import { type Day, dayAt, learnt, leftOf, spend } from './day.ts';

/** The server's minute, and a little for clocks that do not run equally fast. */
const MINUTE = 60_000 + 50;
/** Slots of an earlier start of the machine that are older than this cannot matter to any rolling minute. */
const FORGOTTEN = 3_600_000;
/** How long to wait at most before looking again: a slot in flight may settle at any time. */
const LOOK_AGAIN = 1_000;

/**
 * The rolling minute in one table, so that restarts and other processes count too. A slot is taken when a call is
 * sent and comes free 60 s after it settled; the server saw the call before that, so no 60 s of the server's hold
 * more. A slot whose process died frees itself after `callTimeout` and 60 s. Times are the machine's uptime, which
 * nobody can set; after a restart of the machine, slots of the time before count as settled just now.
 */
export function createLedger(db: Database.Database, clock: Clock, callTimeout: number): Ledger {
  const longest = callTimeout + MINUTE;
  const forget = db.prepare(
    'DELETE FROM slots WHERE bucket = ? AND ((boot = ? AND free_at <= ?) OR (boot <> ? AND taken_at < ?))',
  );
  const adopt = db.prepare(
    'UPDATE slots SET boot = ?, free_at = ?, in_flight = 0 WHERE bucket = ? AND (boot <> ? OR free_at > ?)',
  );
  const taken = db.prepare<[string], { count: number; next: number | null; inFlight: number }>(
    'SELECT count(*) AS count, min(free_at) AS next, total(in_flight) AS inFlight FROM slots WHERE bucket = ?',
  );
  const free = db
    .prepare<[string, string, number], number>(
      'SELECT count(*) FROM slots WHERE bucket = ? AND (boot <> ? OR free_at > ?)',
    )
    .pluck();
  const insert = db.prepare(
    'INSERT INTO slots (bucket, boot, free_at, taken_at, in_flight) VALUES (?, ?, ?, ?, 1)',
  );
  const settle = db.prepare(
    `INSERT INTO slots (id, bucket, boot, free_at, taken_at, in_flight) VALUES (?, ?, ?, ?, ?, 0)
     ON CONFLICT (id) DO UPDATE SET free_at = excluded.free_at, in_flight = 0`,
  );
  const drop = db.prepare('DELETE FROM slots WHERE id = ? AND bucket = ?');
  const heldUntil = db
    .prepare<[string, string], number>('SELECT until FROM holds WHERE bucket = ? AND boot = ?')
    .pluck();
  const setHold = db.prepare(
    `INSERT INTO holds (bucket, boot, until) VALUES (@bucket, @boot, @until) ON CONFLICT (bucket) DO UPDATE
     SET until = CASE WHEN boot = @boot THEN max(until, @until) ELSE @until END, boot = @boot`,
  );
  const notedDay = db.prepare<[string], Day>(
    'SELECT resets_at AS resetsAt, sent, remaining, per_day AS "limit" FROM days WHERE bucket = ?',
  );
  const noteDay = db.prepare(
    'REPLACE INTO days (bucket, resets_at, sent, remaining, per_day) VALUES (@bucket, @resetsAt, @sent, @remaining, @limit)',
  );

  const today = (bucket: string): Day => dayAt(notedDay.get(bucket), clock.now());

  function day({ bucket, perDay }: Pace): DayQuota {
    const now = today(bucket);
    return { remaining: leftOf(now, perDay), resetsAt: now.resetsAt, limit: now.limit ?? perDay };
  }

  /** Frees what is due; a slot of another boot, or one that no clock of this boot can have made, settles now. */
  function tidy(bucket: string, now: number): void {
    forget.run(bucket, clock.boot, now, clock.boot, clock.now() - FORGOTTEN);
    adopt.run(clock.boot, now + MINUTE, bucket, clock.boot, now + longest);
  }

  const take = db.transaction((pace: Pace, wanted: number): Grant => {
    const { bucket } = pace;
    const now = clock.uptime();
    const { remaining, resetsAt } = day(pace);
    const spent = { spentUntil: resetsAt };
    if (remaining === 0) return { slots: [], refusal: spent };
    const pause = (heldUntil.get(bucket, clock.boot) ?? 0) - now;
    if (pause > 0) return { slots: [], refusal: { waitMs: pause } };
    tidy(bucket, now);
    const { count, next } = taken.get(bucket)!;
    const granted = Math.min(wanted, remaining, Math.max(0, pace.perMinute - count));
    const slots = Array.from({ length: granted }, () => takeOne(bucket, now));
    if (granted === wanted) return { slots, refusal: null };
    if (granted === remaining) return { slots, refusal: spent };
    return { slots, refusal: { waitMs: Math.min(Math.max(1, (next ?? now + longest) - now), LOOK_AGAIN) } };
  });

  function takeOne(bucket: string, now: number): number {
    noteDay.run({ bucket, ...spend(today(bucket), 1) });
    return Number(insert.run(bucket, clock.boot, now + longest, clock.now()).lastInsertRowid);
  }

  const giveBack = db.transaction((bucket: string, slot: number) => {
    if (drop.run(slot, bucket).changes > 0) noteDay.run({ bucket, ...spend(today(bucket), -1) });
  });

  const learn = db.transaction((bucket: string, news: DayNews, overlapped: boolean) => {
    const others = Math.max(0, taken.get(bucket)!.inFlight - 1);
    noteDay.run({ bucket, ...learnt(today(bucket), news, others, overlapped || others > 0) });
  });

  return {
    take: async (pace, wanted) => take.immediate(pace, wanted),
    giveBack: async (bucket, slot) => giveBack.immediate(bucket, slot),
    async settle(bucket, slot) {
      settle.run(slot, bucket, clock.boot, clock.uptime() + MINUTE, clock.now());
    },
    async hold(bucket, ms) {
      setHold.run({ bucket, boot: clock.boot, until: clock.uptime() + ms });
    },
    learnDay: async (bucket, news, overlapped) => learn.immediate(bucket, news, overlapped),
    day: async (pace) => day(pace),
    freeNow: async ({ bucket, perMinute }) =>
      Math.max(0, perMinute - free.get(bucket, clock.boot, clock.uptime())!),
  };
}
