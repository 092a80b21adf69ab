import { AuditError } from '../../core/errors.ts';

/** A unit of work is about a byte of XML that is walked through: some ten nanoseconds. */
const LEAST = 128 * 2 ** 20;
const PER_BYTE = 100;
const MOST = 2 ** 33;

/** Units that things cost beside the bytes that they are written with, by the time and the memory that they take. */
export const COST = {
  /** A tag, or the text between two. */
  token: 20,
  /** A shared string that is kept, and each of its characters. */
  string: 48,
  character: 3,
  /** A pointer from part to part, a sheet, a merged area, a range of columns. */
  pointer: 400,
  /** A cell that is handed out; one of the first rows of a sheet, by which its columns are judged. */
  cell: 50,
  judgedCell: 300,
} as const;

/**
 * What may be spent on one workbook, over all its parts and as often as they are walked through: enough for any that is
 * honest, since that grows with the size of its file; what is made to hurt is small and unpacks to much.
 */
export class Budget {
  readonly #path: string;
  #left: number;

  /** For the file of that size at `path`. */
  constructor(path: string, size: number) {
    this.#path = path;
    this.#left = Math.min(MOST, LEAST + PER_BYTE * size);
  }

  /** Throws `AuditError('input')` when there is less left. */
  spend(units: number): void {
    this.#left -= units;
    if (this.#left < 0) throw this.#exceeded();
  }

  /** The same for what will be spent, before anything is done. */
  require(units: number): void {
    if (this.#left < units) throw this.#exceeded();
  }

  #exceeded(): AuditError {
    return new AuditError('input', `${this.#path} unpacks to more than can be read`, {
      hint: 'Copy the rows of the BOM into a new workbook, or save its sheet as .csv, and audit that file.',
    });
  }
}
