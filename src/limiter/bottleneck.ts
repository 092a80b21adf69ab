import Bottleneck from 'bottleneck';
import type { Clock, Ledger, Limiter, Pace } from '../ports.ts';
import { budgetSpent } from './quota.ts';
import { createWindow } from './window.ts';

export interface LimiterOptions {
  readonly pace: Pace;
  /** Calls in flight. */
  readonly atOnce: number;
  /** Calls that this run may send in all; null: as many as the day holds. */
  readonly budget: number | null;
  readonly ledger: Ledger;
  readonly clock: Clock;
}

/**
 * The limiter of one run. Bottleneck queues the calls and bounds how many are in flight; the ledger grants each one its
 * place in the rolling minute, which Bottleneck's own reservoir does not keep over refills, restarts and other
 * processes.
 */
export function createLimiter({ pace, atOnce, budget, ledger, clock }: LimiterOptions): Limiter {
  const queue = new Bottleneck({ maxConcurrent: atOnce });
  const window = createWindow(pace, ledger, clock);
  let requests = 0;
  let inFlight = 0;
  let overlapped = false;

  function sent(): void {
    inFlight += 1;
    overlapped ||= inFlight > 1;
  }

  function ended(): void {
    inFlight -= 1;
    overlapped &&= inFlight > 0;
  }

  /** Counts before it waits, so that calls that wait together keep within the budget. */
  async function admit(signal?: AbortSignal): Promise<number> {
    if (budget !== null && requests >= budget) throw budgetSpent(budget);
    requests += 1;
    try {
      return await window.place(signal);
    } catch (error) {
      requests -= 1;
      throw error;
    }
  }

  return {
    run: (call, signal) =>
      queue.schedule(async () => {
        const slot = await admit(signal);
        sent();
        try {
          return await call();
        } finally {
          ended();
          await ledger.settle(pace.bucket, slot);
        }
      }),
    hold: (ms) => ledger.hold(pace.bucket, ms),
    learnDay: (news) => ledger.learnDay(pace.bucket, news, overlapped),
    async spending() {
      return { requests, freeNow: await ledger.freeNow(pace), day: await ledger.day(pace) };
    },
  };
}
