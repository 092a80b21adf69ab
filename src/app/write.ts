import { join } from 'node:path';
import { annotateFile } from '../bom/annotate/annotate.ts';
import { AuditError } from '../core/errors.ts';
import { withoutCopies } from '../core/report/missing-copies.ts';
import { type AuditReport, FILE_NAMES } from '../core/report/report.ts';
import { writeReports } from '../report/write.ts';
import { annotations } from './annotations.ts';
import type { Audited } from './audit.ts';
import type { BomFile } from './boms.ts';
import type { OnEvent } from './events.ts';
import type { Outputs } from './outputs.ts';

export interface Written {
  /** The report as it was written. */
  readonly report: AuditReport;
  /** Names of the files in the output folder. */
  readonly names: readonly string[];
}

/**
 * Writes the reports, then the annotated copies, and finishes the audit when all are there. One that cannot be written
 * keeps no other back: a missing copy is told and stands in the report, which passes no more; a missing
 * report is thrown as `AuditError('output')` at the end.
 */
export async function writeOutputs(
  audited: Audited,
  files: readonly BomFile[],
  outputs: Outputs,
  includeNotFitted: boolean,
  onEvent: OnEvent,
): Promise<Written> {
  const { folder, formats, copies } = outputs;
  const write = (report: AuditReport) => faultOf(writeReports(report, formats, folder));
  let fault = await write(audited.report);
  const missing = await writeCopies(audited, files, outputs, includeNotFitted);
  const report = withoutCopies(audited.report, sentences(missing, copies));
  if (missing.size > 0) fault = await write(report);
  for (const error of missing.values()) onEvent({ type: 'fault', error });
  if (fault !== null) throw fault;
  if (missing.size === 0) await audited.finish();
  const written = [...copies].filter(([bom]) => !missing.has(bom)).map(([, name]) => name);
  return { report, names: [...written, ...formats.map((format) => FILE_NAMES[format])] };
}

/** Why copies are missing, by the BOM's name. */
async function writeCopies(
  audited: Audited,
  files: readonly BomFile[],
  { folder, copies }: Outputs,
  includeNotFitted: boolean,
): Promise<ReadonlyMap<string, AuditError>> {
  const missing = new Map<string, AuditError>();
  const tables = annotations(
    files.flatMap(({ boms }) => boms),
    audited,
    includeNotFitted,
  );
  let next = 0;
  for (const { name, path, boms } of files) {
    const own = tables.slice(next, next + boms.length);
    next += boms.length;
    const fault = await faultOf(annotateFile(path, join(folder, copies.get(name)!), own, boms[0]));
    if (fault !== null) missing.set(name, fault);
  }
  return missing;
}

async function faultOf(work: Promise<unknown>): Promise<AuditError | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof AuditError) return error;
    throw error;
  }
}

function sentences(
  missing: ReadonlyMap<string, AuditError>,
  copies: Outputs['copies'],
): ReadonlyMap<string, string> {
  return new Map(
    [...missing].map(([bom, { cause }]) => {
      const why = cause instanceof AuditError ? `: ${cause.message}` : '';
      return [bom, `${copies.get(bom)} could not be written${why}`];
    }),
  );
}
