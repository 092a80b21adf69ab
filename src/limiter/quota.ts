import { AuditError } from '../core/errors.ts';

/** The one sentence about a spent day, with when to run again (`resetsAt`: milliseconds since 1970). */
export function quotaSpent(resetsAt: number): AuditError {
  return new AuditError('quota', "DigiKey's quota of calls for this day is spent", {
    hint: `Run the same command again after ${new Date(resetsAt).toISOString()}: it goes on where it stopped.`,
  });
}

/** The end of a run that was allowed so many calls only. */
export function budgetSpent(budget: number): AuditError {
  return new AuditError('quota', `The budget of ${budget} ${budget === 1 ? 'call' : 'calls'} is spent`, {
    hint: 'Run the same command again, now or later: it goes on where it stopped.',
  });
}
