import { basename, resolve } from 'node:path';
import { annotatedNames } from '../app/outputs.ts';
import { isAnnotated } from '../bom/annotate/columns.ts';
import { isOwnReport } from '../bom/own-report.ts';
import type { Settings } from '../config/config.ts';
import { AuditError } from '../core/errors.ts';
import { type BomFile, withBoms } from './boms.ts';
import type { Io } from './io.ts';
import { visible } from './terminal/visible.ts';

/**
 * As `withBoms`, without those files that bom-audit wrote itself, as `boms/*.csv` finds them from the second run into the
 * folder of the BOMs on: its reports, and annotated copies of BOMs that are named, too. Each is told on standard error.
 * Throws `AuditError('usage')` when nothing is left.
 */
export async function withUsersBoms<T>(
  names: readonly string[],
  settings: Settings,
  io: Io,
  use: (files: readonly BomFile[]) => Promise<T>,
): Promise<T> {
  const users = await withoutReports(names, io);
  return withBoms(users, settings, io, (files) => use(withoutCopies(files, io)));
}

async function withoutReports(names: readonly string[], io: Io): Promise<readonly string[]> {
  const left: string[] = [];
  for (const name of names) {
    if (name !== '-' && (await isOwnReport(resolve(io.folder, name))))
      tell(name, 'a report of bom-audit', io);
    else left.push(name);
  }
  if (left.length > 0 || names.length === 0) return left;
  throw new AuditError('usage', 'Nothing is left to audit', {
    hint: 'Name the BOMs that the reports are of.',
  });
}

function withoutCopies(files: readonly BomFile[], io: Io): readonly BomFile[] {
  return files.filter((file) => {
    const original = originalOf(file, files);
    if (original !== undefined) tell(file.name, `the annotated copy of ${original}`, io);
    return original === undefined;
  });
}

/** The name of the BOM among the files whose annotated copy this file is. */
function originalOf(file: BomFile, files: readonly BomFile[]): string | undefined {
  if (!file.reasons.some(({ headers }) => isAnnotated(headers))) return undefined;
  const others = files.filter((other) => other !== file).map(({ name }) => name);
  const copy = basename(file.name).toLowerCase();
  return [...annotatedNames(others)].find(([, name]) => name.toLowerCase() === copy)?.[0];
}

function tell(name: string, what: string, { stderr }: Io): void {
  stderr.write(`bom-audit: ${visible(`${name} is left out: it is ${what}`)}\n`);
}
