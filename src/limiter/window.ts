import type { Clock, Ledger, Pace } from '../ports.ts';
import { quotaSpent } from './quota.ts';

/** Hands out places in the rolling minute to the calls of one process. */
export interface Window {
  /**
   * Waits for a place, takes it, and resolves with the slot to settle. Rejects with `AuditError('quota')` when the
   * day is spent, so that no call is wasted on being refused, and with the signal's reason.
   */
  place(signal?: AbortSignal): Promise<number>;
}

interface Waiting {
  readonly signal: AbortSignal | undefined;
  readonly resolve: (slot: number) => void;
  readonly reject: (reason: unknown) => void;
}

/** One asker for all who wait, so that many places cost one question to the ledger. */
export function createWindow(pace: Pace, ledger: Ledger, clock: Pick<Clock, 'sleep'>): Window {
  let waiting: Waiting[] = [];
  let isAsking = false;
  let pause = new AbortController();

  /** Those whose run has ended wait for nothing. */
  function dismiss(): void {
    const [ended, others] = partition(waiting, ({ signal }) => signal?.aborted === true);
    waiting = others;
    for (const { reject, signal } of ended) reject(signal!.reason);
    if (waiting.length === 0) pause.abort();
  }

  /** Ends at once when nobody waits any more: a process that is to end must not sleep on. */
  async function sleep(ms: number): Promise<void> {
    pause = new AbortController();
    const { signal } = pause;
    try {
      await clock.sleep(ms, signal);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  function rejectAll(reason: unknown): void {
    const all = waiting;
    waiting = [];
    for (const { reject } of all) reject(reason);
  }

  async function ask(): Promise<void> {
    const { slots, refusal } = await ledger.take(pace, waiting.length);
    dismiss();
    for (const slot of slots) {
      const next = waiting.shift();
      if (next) next.resolve(slot);
      else await ledger.giveBack(pace.bucket, slot);
    }
    if (refusal && 'spentUntil' in refusal) rejectAll(quotaSpent(refusal.spentUntil));
    else if (refusal && waiting.length > 0) await sleep(Math.ceil(refusal.waitMs));
  }

  async function askForAll(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    try {
      for (dismiss(); waiting.length > 0; dismiss()) await ask();
    } catch (error) {
      rejectAll(error);
    } finally {
      isAsking = false;
    }
  }

  return {
    place: (signal) =>
      new Promise((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason);
        waiting.push({ signal, resolve, reject });
        signal?.addEventListener('abort', dismiss, { once: true });
        void askForAll();
      }),
  };
}

function partition<T>(all: readonly T[], is: (one: T) => boolean): [T[], T[]] {
  return [all.filter(is), all.filter((one) => !is(one))];
}
