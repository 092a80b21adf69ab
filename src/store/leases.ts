import { randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Clock, Leases } from '../ports.ts';

/** Longer than any question or refresh takes; after it a lease counts for nothing, whoever holds it. */
const LONGEST = 15 * 60_000;

interface Row {
  readonly owner: string;
  readonly pid: number;
  readonly boot: string;
  readonly until: number;
}

/** Owners of this process: a lease of our own process number that none of them holds is of a dead one. */
const ours = new Set<string>();

/**
 * Leases in a table; one whose process has died is free at once. `abandon` frees what this owner has not released,
 * without writing: the disk may be full.
 */
export function createLeases(db: Database.Database, clock: Clock): Leases & { abandon(): void } {
  const owner = randomUUID();
  ours.add(owner);
  const find = db.prepare<[string], Row>('SELECT owner, pid, boot, until FROM leases WHERE name = ?');
  const put = db.prepare('REPLACE INTO leases (name, owner, pid, boot, until) VALUES (?, ?, ?, ?, ?)');
  const drop = db.prepare('DELETE FROM leases WHERE name = ? AND owner = ?');

  const isHeld = ({ owner, pid, boot, until }: Row): boolean =>
    boot === clock.boot && until > clock.uptime() && (pid === process.pid ? ours.has(owner) : isAlive(pid));

  const take = db.transaction((name: string): boolean => {
    const row = find.get(name);
    if (row && isHeld(row)) return false;
    put.run(name, owner, process.pid, clock.boot, clock.uptime() + LONGEST);
    return true;
  });

  return {
    take: async (name) => take.immediate(name),
    async release(name) {
      drop.run(name, owner);
    },
    abandon() {
      ours.delete(owner);
    },
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
