import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type Database from 'better-sqlite3';
import type { Snapshot } from '../core/history/snapshot.ts';
import type { Life, LifeChange, PartLife } from '../core/judge/memory.ts';
import type { LifecycleWord } from '../core/words.ts';
import type { History } from '../ports.ts';

/** So many audits of one set of BOMs are kept. */
const KEPT_AUDITS = 100;

interface LifeRow {
  readonly lifecycle: LifecycleWord;
  readonly last_buy_date: string | null;
  readonly since: number;
}

interface ChangeRow extends LifeRow {
  readonly mpn: string;
  readonly manufacturer: string;
  readonly was: LifecycleWord;
  readonly was_last_buy_date: string | null;
}

/** Complete audits by their BOMs, and the lifecycles that each product went through. */
export function createHistory(db: Database.Database): History {
  const audits = db.prepare<[string], { id: number; point: string }>(
    'SELECT id, point FROM audits WHERE boms = ? ORDER BY id DESC',
  );
  const snapshot = db.prepare<[number], Buffer>('SELECT snapshot FROM audits WHERE id = ?').pluck();
  const keep = db.prepare('INSERT INTO audits (boms, point, snapshot) VALUES (?, ?, ?)');
  const prune = db.prepare(
    'DELETE FROM audits WHERE boms = @boms AND id <= (SELECT id FROM audits WHERE boms = @boms ORDER BY id DESC LIMIT 1 OFFSET @kept)',
  );
  const lives = db.prepare<[string, string, string, string], LifeRow>(
    `SELECT lifecycle, last_buy_date, since FROM lifecycles
     WHERE provider = ? AND locale = ? AND mpn = ? AND manufacturer = ? ORDER BY id DESC LIMIT 2`,
  );
  const add = db.prepare(
    `INSERT INTO lifecycles (provider, locale, mpn, manufacturer, lifecycle, last_buy_date, since)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const changes = db.prepare<[string, string, number], ChangeRow>(
    `SELECT * FROM (
       SELECT id, mpn, manufacturer, lifecycle, last_buy_date, since,
         lag(lifecycle) OVER life AS was, lag(last_buy_date) OVER life AS was_last_buy_date
       FROM lifecycles WHERE provider = ? AND locale = ?
       WINDOW life AS (PARTITION BY mpn, manufacturer ORDER BY id)
     ) WHERE was IS NOT NULL AND since >= ? ORDER BY since, mpn, manufacturer, id`,
  );

  function past(provider: string, locale: string, state: PartLife, at: number) {
    const { mpn, manufacturer, lifecycle, lastBuyDate } = state;
    const [last, before] = lives.all(provider, locale, mpn, manufacturer);
    if (last?.lifecycle === lifecycle && last.last_buy_date === lastBuyDate)
      return before && { ...toLife(before), until: toInstant(last.since) };
    add.run(provider, locale, mpn, manufacturer, lifecycle, lastBuyDate, at);
    return last && { ...toLife(last), until: toInstant(at) };
  }

  const note = db.transaction(
    (provider: string, locale: string, states: readonly (PartLife | null)[], at: number) =>
      states.map((state) => (state === null ? undefined : past(provider, locale, state, at))),
  );
  const keepAudit = db.transaction((boms: string, point: string, body: Buffer) => {
    keep.run(boms, point, body);
    prune.run({ boms, kept: KEPT_AUDITS });
  });

  const snapshotOf = (id: number): Snapshot => JSON.parse(inflateRawSync(snapshot.get(id)!).toString('utf8'));

  return {
    async audits(boms) {
      const kept = audits.all(boms);
      return {
        points: kept.map(({ point }) => JSON.parse(point)),
        snapshots: kept.slice(0, 2).map(({ id }) => snapshotOf(id)),
      };
    },
    async keep(boms, kept, point) {
      keepAudit.immediate(boms, JSON.stringify(point), deflateRawSync(JSON.stringify(kept)));
    },
    note: async (provider, locale, states, at) => note.immediate(provider, locale, states, at),
    changes: async (provider, locale, since) => changes.all(provider, locale, since).map(toChange),
  };
}

function toChange({ mpn, manufacturer, since, was, was_last_buy_date, ...to }: ChangeRow): LifeChange {
  const from = { lifecycle: was, lastBuyDate: was_last_buy_date };
  return { mpn, manufacturer, at: toInstant(since), from, to: toLife({ ...to, since }) };
}

function toLife({ lifecycle, last_buy_date }: LifeRow): Life {
  return { lifecycle, lastBuyDate: last_buy_date };
}

function toInstant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
