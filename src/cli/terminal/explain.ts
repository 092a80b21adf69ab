import type { AuditError } from '../../core/errors.ts';

/** The message, what caused it, and what to do; one line each. */
export function explain(error: AuditError): string {
  const causes: string[] = [];
  for (let cause = error.cause; cause instanceof Error; cause = cause.cause) causes.push(cause.message);
  const because = causes.length > 0 ? ` (${causes.join(': ')})` : '';
  return `bom-audit: ${error.message}${because}${error.hint ? `\n  ${error.hint}` : ''}`;
}
