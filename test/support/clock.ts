import { setTimeout } from 'node:timers/promises';
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

export interface Pace {
  /** How many times as fast as the world it runs. */
  readonly speed: number;
  /** Wall time and machine time (both in milliseconds) at which both agree. */
  readonly wall: number;
  readonly machine: number;
}

export const machineTime = (): number => Number(process.hrtime.bigint()) / 1e6;

/** A clock that runs faster than the world; processes with the same pace have the same time. */
export function fastClock({ speed, wall, machine }: Pace): Clock {
  return {
    boot: 'only',
    now: () => wall + (machineTime() - machine) * speed,
    uptime: () => machineTime() * speed,
    sleep: (ms, signal) => setTimeout(ms / speed, undefined, signal ? { signal } : {}),
  };
}

/** The most moments in any 60 s, at any pace; `moments` in milliseconds. */
export function mostInAnyMinute(moments: readonly number[]): number {
  const ascending = [...moments].sort((a, b) => a - b);
  let most = 0;
  let first = 0;
  ascending.forEach((moment, last) => {
    while (ascending[first]! <= moment - 60_000) first += 1;
    most = Math.max(most, last - first + 1);
  });
  return most;
}
