import Bottleneck from 'bottleneck';
import type { Clock, Ledger, Limiter, Pace } from '../ports.ts';
import { takeSlot } from './window.ts';

/**
 * Bottleneck queues the calls and bounds how many are in flight; the ledger grants each one its place in the
 * rolling minute, which Bottleneck's own reservoir does not keep over refills, restarts and other processes.
 */
export function createLimiter(pace: Pace, atOnce: number, ledger: Ledger, clock: Clock): Limiter {
  const queue = new Bottleneck({ maxConcurrent: atOnce });
  let requests = 0;
  return {
    run: (call, signal) =>
      queue.schedule(async () => {
        const slot = await takeSlot(pace, ledger, clock, signal);
        requests += 1;
        try {
          return await call();
        } finally {
          ledger.settle(slot);
        }
      }),
    hold: (ms) => ledger.hold(pace.bucket, ms),
    learnDay: (quota) => ledger.learnDay(pace.bucket, quota),
    spending: () => ({ requests, freeNow: ledger.freeNow(pace), day: ledger.day(pace) }),
  };
}
