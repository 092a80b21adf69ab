import { AuditError } from '../../core/errors.ts';

/** Rows of a worksheet, by the file format. */
export const LAST_ROW = 1_048_576;

const SAVE_ANEW = 'Open it in a spreadsheet program and save it anew as .xlsx.';

/** The number of a row as its XML states it, else one more than the row before. Throws `AuditError('input')` for one that cannot be. */
export function rowNumber(stated: string | undefined, before: number): number {
  const number = Number(stated ?? before + 1);
  if (Number.isInteger(number) && number > 0 && number <= LAST_ROW) return number;
  throw absurd(`a row numbered ${stated ?? number}, which no sheet has`);
}

/** What no spreadsheet program writes and nobody should wait for. */
export function absurd(what: string): AuditError {
  return new AuditError('input', `the workbook holds ${what}`, { hint: SAVE_ANEW });
}

export function malformed(cause?: unknown): AuditError {
  return new AuditError('input', 'the workbook holds a part that is no well-formed XML', {
    hint: SAVE_ANEW,
    cause,
  });
}
