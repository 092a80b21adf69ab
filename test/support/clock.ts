import { expect } from 'vitest';
import type { Clock } from '../../src/ports.ts';

/** A clock that stands still until the test moves it; nobody may sleep on it. */
export interface ManualClock extends Clock {
  boot: string;
  /** Both clocks go on by so many milliseconds. */
  advance(ms: number): void;
  /** Somebody sets the wall clock. */
  set(wall: number): void;
  /** The machine starts anew: its uptime begins at 0. */
  restart(): void;
}

export const NOON = Date.parse('2026-11-21T12:00:00Z');

export function manualClock(wall = NOON): ManualClock {
  let now = wall;
  let uptime = 5_000_000;
  return {
    boot: 'first',
    now: () => now,
    uptime: () => uptime,
    sleep: async () => expect.unreachable('nobody may sleep here'),
    advance(ms) {
      now += ms;
      uptime += ms;
    },
    set(to) {
      now = to;
    },
    restart() {
      uptime = 0;
      this.boot = `${this.boot} again`;
    },
  };
}
