import type { Bom } from '../../core/bom/line.ts';
import { AuditError } from '../../core/errors.ts';
import type { TableAnnotation } from '../../core/report/audit-columns.ts';
import { replaceFile } from '../../disk/atomic.ts';
import { formatOf } from '../formats/formats.ts';
import { refuseChanged } from '../hash.ts';

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
        const bom = { name: source, path: source };
        const format = await formatOf(bom);
        await format.annotate(bom, out, tables, read?.encoding ?? undefined);
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
