import { rename, rm } from 'node:fs/promises';
import type { TableAnnotation } from '../../core/annotation.ts';
import { AuditError } from '../../core/errors.ts';
import { formatOf } from '../formats/formats.ts';

/**
 * Writes the BOM at `source` to `target` with the audit cells of its tables, one for a text and one for each sheet, in
 * the same format; nothing else in it changes. `encoding` is that of a text file, found out when not given. The target
 * appears whole or not at all.
 * Throws `AuditError`: `input` for a source that cannot be read, `output` for a target that cannot be written.
 */
export async function annotateFile(
  source: string,
  target: string,
  tables: readonly TableAnnotation[],
  encoding?: string,
): Promise<void> {
  const bom = { name: source, path: source };
  const format = await formatOf(bom);
  await writeWhole(target, (path) => format.annotate(bom, path, tables, encoding));
}

/** Lets `write` make the file under a name of its own beside the target, and gives it the target's name at the end. */
async function writeWhole(target: string, write: (path: string) => Promise<void>): Promise<void> {
  const path = `${target}.tmp-${process.pid}`;
  try {
    await write(path);
    await rename(path, target);
  } catch (cause) {
    await rm(path, { force: true });
    const { code, hint } = cause instanceof AuditError ? cause : { code: 'output' as const, hint: undefined };
    throw new AuditError(code, `${target} cannot be written`, { cause, ...(hint !== undefined && { hint }) });
  }
}
