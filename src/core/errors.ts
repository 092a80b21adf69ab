/** What kind of thing a person must mend; `cli/main` alone turns it into an exit code. */
export type FaultCode =
  | 'usage'
  | 'config'
  | 'input'
  | 'output'
  | 'auth'
  | 'quota'
  | 'provider'
  | 'outage'
  | 'store'
  | 'stopped';

/**
 * A fault that a person can act on: it is shown as its message, the messages of its causes and its hint,
 * without a stack. Anything else that is thrown is a bug of ours.
 */
export class AuditError extends Error {
  readonly code: FaultCode;
  readonly hint: string | undefined;

  constructor(code: FaultCode, message: string, detail: { hint?: string; cause?: unknown } = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.name = 'AuditError';
    this.code = code;
    this.hint = detail.hint;
  }
}
