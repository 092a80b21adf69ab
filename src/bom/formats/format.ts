import type { Writable } from 'node:stream';
import type { TableAnnotation } from '../../core/report/audit-columns.ts';
import type { Source } from '../rows.ts';

/** A BOM file: its name as the user gave it, and where its bytes are. */
export interface BomSource {
  readonly name: string;
  readonly path: string;
}

/** A BOM file whose sheets can be read. */
export interface OpenedBom extends Source {
  /** Of the file's bytes, hexadecimal. */
  readonly sha256: string;
}

/** A kind of file that BOMs come in. */
export interface Format {
  /** True for a file of this format, by its first bytes. */
  recognise(head: Buffer): boolean;
  /**
   * The hash is taken before the first row is read, so that what changes from then on is noticed. `encoding` is that of a
   * text, found out when not given. Throws `AuditError('input')` for what is damaged.
   */
  open(source: BomSource, encoding?: string): Promise<OpenedBom>;
  /**
   * Writes the file to `out` with the audit cells of its tables, one for a text and one for each sheet; nothing else in it
   * changes. `encoding` as in `open`.
   */
  annotate(
    source: BomSource,
    out: Writable,
    tables: readonly TableAnnotation[],
    encoding?: string,
  ): Promise<void>;
}
