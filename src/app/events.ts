import type { Assessment } from '../core/judge/assess.ts';

/** What a use case tells on its way: all that a shell needs to show how far it is. */
export type AuditEvent =
  | Progress
  /** A part was answered by a source just now. */
  | { readonly type: 'finding'; readonly assessment: Assessment };

export interface Progress {
  readonly type: 'progress';
  /** Parts that need no more work. */
  readonly done: number;
  readonly all: number;
  /** Calls that could be sent at once. */
  readonly freeNow: number;
  readonly leftToday: number;
}

export type OnEvent = (event: AuditEvent) => void;
