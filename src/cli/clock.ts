import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../ports.ts';

/** This machine's clocks. */
export const systemClock: Clock = {
  now: () => Date.now(),
  uptime: () => Number(process.hrtime.bigint()) / 1e6,
  boot: bootId(),
  sleep: (ms, signal) => setTimeout(ms, undefined, signal ? { signal } : {}),
};

/** Linux numbers its starts; elsewhere the minute in which the machine started tells them apart. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return `started ${Math.round((Date.now() - uptime() * 1_000) / 60_000)}`;
  }
}
