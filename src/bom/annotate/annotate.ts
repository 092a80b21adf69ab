import { createReadStream } from 'node:fs';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Bom } from '../../core/bom/line.ts';
import { AuditError } from '../../core/errors.ts';
import type { TableAnnotation } from '../../core/report/audit-columns.ts';
import { replaceFile } from '../../disk/atomic.ts';
import { containerOf } from '../container.ts';
import { refuseChanged } from '../hash.ts';
import { textFormat } from '../text.ts';
import { annotateCsv } from './csv/csv.ts';

/**
 * Writes the BOM at `source` to `target` with the audit cells of its tables, one for a text and one for each sheet, in
 * the same format; nothing else in it changes. The target appears whole or not at all, and not at all when the bytes of
 * the source are no longer those that were `read`.
 * Throws `AuditError`: `input` for a source that cannot be read or was changed, `output` for a target that cannot be
 * written.
 */
export async function annotateFile(
  source: string,
  target: string,
  tables: readonly TableAnnotation[],
  read?: Pick<Bom, 'file' | 'sha256' | 'encoding'>,
): Promise<void> {
  try {
    await replaceFile(target, async (out) => {
      try {
        await annotate(source, out, tables, read?.encoding ?? undefined);
      } finally {
        if (read !== undefined) await refuseChanged(source, read);
      }
    });
  } catch (cause) {
    const { code, hint = IN_THE_WAY } = cause instanceof AuditError ? cause : { code: 'output' as const };
    throw new AuditError(code, `${target} cannot be written`, { cause, hint });
  }
}

const IN_THE_WAY = 'Close the file if it is open elsewhere, and see that the disk has room.';

/** `encoding` is that of a text file, found out when not given. */
async function annotate(
  source: string,
  out: Writable,
  tables: readonly TableAnnotation[],
  encoding?: string,
): Promise<void> {
  if ((await containerOf(source, source)) === 'workbook') {
    const { annotateWorkbook } = await import('./sheet/workbook.ts');
    return annotateWorkbook(source, out, tables);
  }
  const format = await textFormat(source, source, encoding);
  const open = () => createReadStream(source, { highWaterMark: 2 ** 18 });
  const table = tables[0];
  await pipeline(table === undefined ? open() : annotateCsv(open, format, table), out);
}
