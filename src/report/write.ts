import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AuditError } from '../core/errors.ts';
import { type AuditReport, FILE_NAMES, type Format } from '../core/report/report.ts';
import { type StagedFile, stageFile } from '../disk/atomic.ts';
import { toCsv } from './csv.ts';
import { toJson } from './json.ts';
import { toMarkdown } from './md.ts';

type Pieces = Iterable<string> | AsyncIterable<Uint8Array>;

/** A writer that needs a library is loaded when it is asked for: the slowest costs a quarter of a second. */
const WRITERS: Readonly<Record<Format, (report: AuditReport) => Pieces | Promise<Pieces>>> = {
  html: async (report) => [(await import('./html/page.tsx')).toHtml(report)],
  xlsx: async (report) => (await import('./xlsx/workbook.ts')).toXlsx(report),
  json: toJson,
  csv: toCsv,
  md: (report) => [toMarkdown(report)],
  ics: async (report) => [(await import('./ics.ts')).toIcs(report)],
  sarif: async (report) => [(await import('./sarif.ts')).toSarif(report)],
  junit: async (report) => [(await import('./junit.ts')).toJunit(report)],
  cyclonedx: async (report) => [(await import('./cyclonedx.ts')).toCycloneDx(report)],
};

/**
 * Writes the file of each format, named by `FILE_NAMES`, and returns the paths in that order. All are written beside their
 * targets first and put in their places together, so that a reader meets whole reports of one audit. Throws
 * `AuditError('output')` with the paths that cannot be written; the others are there all the same.
 */
export async function writeReports(
  report: AuditReport,
  formats: readonly Format[],
  outDir: string,
): Promise<readonly string[]> {
  const files = formats.map((format) => ({ format, target: join(outDir, FILE_NAMES[format]) }));
  const refusals: Refusal[] = [];
  const staged: (StagedFile & { readonly target: string })[] = [];
  try {
    for (const { format, target } of files) {
      await gathering(refusals, target, async () => {
        const pieces = await WRITERS[format](report);
        const file = await stageFile(target, (out) => pipeline(Readable.from(gathered(pieces)), out));
        staged.push({ ...file, target });
      });
    }
    for (const { target, commit } of staged) await gathering(refusals, target, commit);
  } finally {
    await Promise.all(staged.map(({ discard }) => discard()));
  }
  if (refusals.length > 0) throw unwritten(refusals);
  return files.map(({ target }) => target);
}

/** A file that the file system would not take. */
interface Refusal {
  readonly target: string;
  readonly cause: Error;
}

/** Does the work, or notes the file system's refusal; anything else that is thrown passes. */
async function gathering(refusals: Refusal[], target: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause;
    refusals.push({ target, cause });
  }
}

function unwritten(refusals: readonly Refusal[]): AuditError {
  return new AuditError('output', `cannot write ${refusals.map(({ target }) => target).join(', ')}`, {
    hint: 'close the file if it is open elsewhere, and see that the disk has room',
    cause: refusals[0]?.cause,
  });
}

/** Small pieces of text joined to large ones: one write for a thousand lines, not a thousand. */
async function* gathered(pieces: Pieces): AsyncIterable<string | Uint8Array> {
  let text = '';
  for await (const piece of pieces) {
    if (typeof piece !== 'string') {
      yield piece;
      continue;
    }
    text += piece;
    if (text.length < 65_536) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}
