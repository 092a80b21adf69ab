import type { AuditError } from '../../core/errors.ts';

/** The message with what caused it, and what to do; lines after the first are indented, so that no text passes for another. */
export function explain(error: AuditError): string {
  const causes: string[] = [];
  for (let cause = error.cause; cause instanceof Error; cause = cause.cause) causes.push(cause.message);
  const because = causes.length > 0 ? ` (${causes.join(': ')})` : '';
  const said = `bom-audit: ${error.message}${because}${error.hint ? `\n${error.hint}` : ''}`;
  return said.replace(/[\r\n]\s*/g, '\n  ');
}
