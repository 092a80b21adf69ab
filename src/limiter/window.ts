import type { Clock, Ledger, Pace } from '../ports.ts';
import { quotaSpent } from './quota.ts';

/**
 * Waits until the rolling minute has a place, takes it, and returns the slot to settle. Throws
 * `AuditError('quota')` when the day is spent, so that no call is wasted on being refused.
 */
export async function takeSlot(
  pace: Pace,
  ledger: Ledger,
  clock: Clock,
  signal?: AbortSignal,
): Promise<number> {
  for (;;) {
    signal?.throwIfAborted();
    const slot = ledger.take(pace);
    if ('id' in slot) return slot.id;
    if ('spentUntil' in slot) throw quotaSpent(slot.spentUntil);
    await clock.sleep(Math.ceil(slot.waitMs), signal);
  }
}
