import { join } from 'node:path';
import type { Ledger } from '../../src/ports.ts';
import { openStore } from '../../src/store/sqlite.ts';
import { type ManualClock, manualClock } from '../support/clock.ts';
import { quickFolder } from '../support/folder.ts';

export const SECOND = 1_000;
export const MINUTE = 60_000;
const TIMEOUT = 30_000;
const LANES = 10;
export const PACE = { bucket: 'one', perMinute: 99, perDay: 1_000_000 };

/** A world of processes, a network and a server, whose time is the server's and passes in jumps. */
export interface World {
  readonly clock: ManualClock;
  /** In [0, 1), from a fixed seed. */
  random(): number;
  at(time: number, happens: () => void): void;
  /** A process that has `jobs` calls to send, from `time` on. */
  process(time: number, jobs: number): Process;
  /** When the server saw each call, in milliseconds. */
  readonly seen: number[];
  /** The machine does nothing from `time` on for `ms`; calls on their way go on. */
  stall(time: number, ms: number): void;
}

export interface Process {
  kill(): void;
}

interface Life {
  alive: boolean;
  jobs: number;
}

export interface Network {
  /** Milliseconds to the server, and back. */
  up(world: World): number;
  down(world: World): number;
}

/** Plays the scenario for `minutes` and returns when the server saw each call. */
export function simulate(
  network: Network,
  minutes: number,
  scenario: (world: World) => void,
): readonly number[] {
  const path = join(quickFolder(), 'ledger.db');
  const clock = manualClock();
  const queue: { time: number; order: number; happens: () => void }[] = [];
  const stalls: { from: number; to: number }[] = [];
  const seen: number[] = [];
  const opened: { close(): void }[] = [];
  let time = 0;
  let state = 42;
  let order = 0;

  const at = (when: number, happens: () => void): void => {
    queue.push({ time: Math.max(when, time), order: order++, happens });
  };
  /** What this machine does, it does after its stalls. */
  const here = (when: number, happens: () => void): void => {
    at(
      stalls.reduce((late, { from, to }) => (late >= from && late < to ? to : late), when),
      happens,
    );
  };

  const world: World = {
    clock,
    seen,
    at,
    random() {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 2 ** 32;
    },
    stall: (from, ms) => stalls.push({ from, to: from + ms }),
    process(from, jobs) {
      const store = openStore({ path, clock, callTimeout: TIMEOUT });
      opened.push(store);
      const life = { alive: true, jobs };
      at(from, () => {
        for (let lane = 0; lane < LANES; lane += 1) step(store.ledger, life);
      });
      return {
        kill() {
          life.alive = false;
        },
      };
    },
  };

  function step(ledger: Ledger, life: Life): void {
    if (!life.alive || life.jobs === 0) return;
    const slot = ledger.take(PACE);
    if ('spentUntil' in slot) return;
    if ('waitMs' in slot) {
      here(time + Math.ceil(slot.waitMs), () => step(ledger, life));
      return;
    }
    life.jobs -= 1;
    here(time, () => send(ledger, life, slot.id));
  }

  function send(ledger: Ledger, life: Life, slot: number): void {
    if (!life.alive) return;
    const arrives = time + network.up(world);
    at(arrives, () => seen.push(time));
    here(arrives + network.down(world), () => {
      if (!life.alive) return;
      ledger.settle(PACE.bucket, slot);
      step(ledger, life);
    });
  }

  scenario(world);
  while (queue.length > 0) {
    queue.sort((a, b) => a.time - b.time || a.order - b.order);
    const next = queue.shift()!;
    if (next.time > minutes * MINUTE) break;
    clock.advance(next.time - time);
    time = next.time;
    next.happens();
  }
  for (const store of opened) store.close();
  return seen;
}
