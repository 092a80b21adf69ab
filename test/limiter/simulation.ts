import { join } from 'node:path';
import { setImmediate as settled } from 'node:timers/promises';
import { createWindow, type Window } from '../../src/limiter/window.ts';
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
export async function simulate(
  network: Network,
  minutes: number,
  scenario: (world: World) => void,
): Promise<readonly number[]> {
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
  /** What this machine does, it does after its stalls, and a process that was killed does nothing more. */
  const here = (when: number, life: Life): Promise<void> => {
    const free = stalls.reduce((late, { from, to }) => (late >= from && late < to ? to : late), when);
    return new Promise((resolve) => at(free, () => life.alive && resolve()));
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
      const window = createWindow(PACE, store.ledger, { sleep: (ms) => here(time + ms, life) });
      at(from, () => {
        for (let lane = 0; lane < LANES; lane += 1) void work(window, store.ledger, life);
      });
      return {
        kill() {
          life.alive = false;
        },
      };
    },
  };

  /** One lane of a process: one call after the other. */
  async function work(window: Window, ledger: Ledger, life: Life): Promise<void> {
    while (life.jobs > 0) {
      life.jobs -= 1;
      const slot = await window.place();
      await here(time, life);
      const arrives = time + network.up(world);
      at(arrives, () => seen.push(time));
      await here(arrives + network.down(world), life);
      await ledger.settle(PACE.bucket, slot);
    }
  }

  scenario(world);
  while (queue.length > 0) {
    queue.sort((a, b) => a.time - b.time || a.order - b.order);
    const next = queue.shift()!;
    if (next.time > minutes * MINUTE) break;
    clock.advance(next.time - time);
    time = next.time;
    next.happens();
    await settled();
  }
  for (const store of opened) store.close();
  return seen;
}
