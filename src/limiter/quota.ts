import { AuditError } from '../core/errors.ts';

/** The one sentence about a spent day, with when to run again (`resetsAt`: milliseconds since 1970). */
export function quotaSpent(resetsAt: number): AuditError {
  return new AuditError('quota', "DigiKey's quota of calls for this day is spent", {
    hint: `Run the same command again after ${new Date(resetsAt).toISOString()}: it goes on where it stopped.`,
  });
}
