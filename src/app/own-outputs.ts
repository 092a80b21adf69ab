import { basename, resolve } from 'node:path';
import { isAnnotated } from '../bom/annotate/columns.ts';
import { isOwnReport } from '../bom/own-report.ts';
import { AuditError } from '../core/errors.ts';
import { type BomFile, type BomRequest, withBoms } from './boms.ts';
import { annotatedNames } from './copy-names.ts';
import type { AuditEvent, OnEvent } from './events.ts';

/**
 * As `withBoms`, without those files that bom-audit wrote itself, as `boms/*.csv` finds them from the second run into the
 * folder of the BOMs on: its reports, and annotated copies of BOMs that are named, too. Each is told.
 * Throws `AuditError('usage')` when nothing is left.
 */
export async function withUsersBoms<T>(
  request: BomRequest,
  onEvent: OnEvent,
  use: (files: readonly BomFile[]) => Promise<T>,
): Promise<T> {
  const boms = await withoutReports(request, onEvent);
  return withBoms({ ...request, boms }, (files) => use(withoutCopies(files, onEvent)));
}

async function withoutReports({ boms, folder }: BomRequest, onEvent: OnEvent): Promise<readonly string[]> {
  const left: string[] = [];
  for (const name of boms) {
    if (name !== '-' && (await isOwnReport(resolve(folder, name))))
      onEvent(leftOut(name, 'a report of bom-audit'));
    else left.push(name);
  }
  if (left.length > 0 || boms.length === 0) return left;
  throw new AuditError('usage', 'Nothing is left to audit', {
    hint: 'Name the BOMs that the reports are of.',
  });
}

function withoutCopies(files: readonly BomFile[], onEvent: OnEvent): readonly BomFile[] {
  return files.filter((file) => {
    const original = originalOf(file, files);
    if (original !== undefined) onEvent(leftOut(file.name, `the annotated copy of ${original}`));
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

function leftOut(name: string, what: string): AuditEvent {
  return { type: 'notice', says: `${name} is left out: it is ${what}` };
}
