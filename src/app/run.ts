import { resolve } from 'node:path';
import type { Bom } from '../core/bom/line.ts';
import type { AuditError } from '../core/errors.ts';
import type { AuditReport, Format } from '../core/report/report.ts';
import { prepareFolder } from '../disk/folder.ts';
import { type AuditOptions, type AuditPorts, audit, type Watch } from './audit.ts';
import type { BomRequest } from './boms.ts';
import type { Decisions } from './decisions.ts';
import { type NamedFile, planOutputs } from './outputs.ts';
import { withUsersBoms } from './own-outputs.ts';
import { writeOutputs } from './write.ts';

type ByRequest = 'annotated' | 'folder' | keyof Decisions;

/** An audit of files: what is read, how it is judged, and where what comes of it goes. */
export interface RunRequest extends BomRequest {
  readonly options: Pick<AuditOptions, Exclude<keyof AuditOptions, ByRequest>>;
  /** What a team decides by, once it is known which BOMs there are. */
  readonly decisions: (boms: readonly Bom[]) => Decisions;
  /** The output folder; it is made where it is missing. */
  readonly out: string;
  readonly formats: readonly Format[];
  /** Files beside the BOMs that no output may overwrite. */
  readonly inUse: readonly NamedFile[];
}

export interface RunOutcome {
  readonly report: AuditReport;
  /** Names of the files in the output folder. */
  readonly written: readonly string[];
  /** Why the asking ended early; null when it did not. */
  readonly stopped: AuditError | null;
}

/**
 * Audits BOM files: an annotated copy of each, and one report over all. Run again, it goes on where it stopped.
 * Throws `AuditError` for what only a person can mend.
 */
export async function runAudit(request: RunRequest, ports: AuditPorts, watch: Watch): Promise<RunOutcome> {
  const { onEvent } = watch;
  const { options, folder } = request;
  const out = resolve(folder, request.out);
  await prepareFolder(out);
  onEvent({ type: 'state', state: 'reading' });
  return withUsersBoms(request, onEvent, async (files) => {
    const outputs = await planOutputs(files, out, request.formats, request.inUse);
    const boms = files.flatMap((file) => file.boms);
    const annotated = files.flatMap((file) => file.boms.map(() => outputs.copies.get(file.name) ?? null));
    onEvent({ type: 'state', state: 'asking' });
    const audited = await audit(
      boms,
      ports,
      { ...options, ...request.decisions(boms), annotated, folder },
      watch,
    );
    onEvent({ type: 'state', state: 'writing' });
    const { report, names } = await writeOutputs(audited, files, outputs, options.includeNotFitted, onEvent);
    return { report, written: names, stopped: audited.stopped };
  });
}
