import type { AuditError } from '../core/errors.ts';
import type { Assessment } from '../core/judge/assess.ts';

/** What a use case tells on its way: all that a shell needs to show how far it is. */
export type AuditEvent =
  | { readonly type: 'state'; readonly state: 'reading' | 'asking' | 'writing' }
  | Progress
  /** A part was answered by a source just now. */
  | { readonly type: 'finding'; readonly assessment: Assessment }
  /** A sentence that a person should see: an input that is left out. */
  | { readonly type: 'notice'; readonly says: string }
  /** A fault that the audit lives with: an annotated copy that cannot be written. */
  | { readonly type: 'fault'; readonly error: AuditError };

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
