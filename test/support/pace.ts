import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../../src/ports.ts';

/** How a time runs beside the machine's. */
export interface Pace {
  /** How many times as fast as the world it runs. */
  readonly speed: number;
  /** Wall time and machine time (both in milliseconds) at which both agree. */
  readonly wall: number;
  readonly machine: number;
}

export const machineTime = (): number => Number(process.hrtime.bigint()) / 1e6;

/** A clock that runs faster than the world, and can be turned on. */
export interface FastClock extends Clock {
  skip(ms: number): void;
}

/** Processes with the same pace have the same time, until one of them skips some. */
export function fastClock({ speed, wall, machine }: Pace): FastClock {
  let skipped = 0;
  return {
    boot: 'only',
    now: () => wall + (machineTime() - machine) * speed + skipped,
    uptime: () => machineTime() * speed + skipped,
    sleep: (ms, signal) => setTimeout(ms / speed, undefined, signal ? { signal } : {}),
    skip(ms) {
      skipped += ms;
    },
  };
}
