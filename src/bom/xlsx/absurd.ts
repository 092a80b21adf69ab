import { AuditError } from '../../core/errors.ts';

/** Rows of a worksheet, by the file format. */
const LAST_ROW = 1_048_576;

/** The number of a row as its XML states it, else one more than the row before. Throws `AuditError('input')` beyond the last. */
export function rowNumber(stated: string | undefined, before: number): number {
  const number = Number(stated ?? before + 1);
  if (number <= LAST_ROW) return number;
  throw absurd(`a row numbered ${stated ?? number}, beyond the last that there can be`);
}

/** What no spreadsheet program writes and nobody should wait for. */
export function absurd(what: string): AuditError {
  return new AuditError('input', `the workbook holds ${what}`, {
    hint: 'Open it in a spreadsheet program and save it anew as .xlsx.',
  });
}
