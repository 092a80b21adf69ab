import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { access, mkdir, mkdtemp, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { AuditError } from '../core/errors.ts';
import { type AuditReport, FILE_NAMES, type Format } from '../core/report/report.ts';
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

/** Node 20's own recursive mkdir never ends where the system refuses a folder as it does below /proc. */
async function makeFolder(folder: string): Promise<void> {
  const exists = (): Promise<boolean> =>
    access(folder).then(
      () => true,
      () => false,
    );
  if (await exists()) return;
  await makeFolder(dirname(folder));
  await mkdir(folder).catch(async (error: unknown) => {
    if (!(await exists())) throw error;
  });
}

/** Makes the folder and proves that it takes files; throws `AuditError('output')` when it does not. */
export async function prepareOutput(outDir: string): Promise<void> {
  try {
    await makeFolder(outDir);
    await rmdir(await mkdtemp(join(outDir, '.tmp-')));
  } catch (cause) {
    throw new AuditError('output', `cannot write into the folder ${outDir}`, {
      hint: 'choose another folder with --out, or make this one writable',
      cause,
    });
  }
}

/**
 * Writes the file of each format, named by `FILE_NAMES`, and returns the paths in that order. All are written beside their
 * targets first and renamed together, so that a reader meets whole reports of one audit; throws
 * `AuditError('output')` with the path, and leaves no temporary file behind.
 */
export async function writeReports(
  report: AuditReport,
  formats: readonly Format[],
  outDir: string,
): Promise<readonly string[]> {
  const mark = randomBytes(4).toString('hex');
  const files = formats.map((format) => {
    const target = join(outDir, FILE_NAMES[format]);
    return { format, target, temporary: `${target}.tmp-${mark}` };
  });
  try {
    for (const { format, target, temporary } of files) {
      await naming(target, async () => stage(await WRITERS[format](report), temporary));
    }
    for (const { target, temporary } of files) await naming(target, () => rename(temporary, target));
  } finally {
    await Promise.all(files.map(({ temporary }) => rm(temporary, { force: true })));
  }
  return files.map(({ target }) => target);
}

/** On the disk, not only in its cache, when it resolves. */
async function stage(pieces: Pieces, path: string): Promise<void> {
  await pipeline(Readable.from(gathered(pieces)), createWriteStream(path, { flags: 'wx', flush: true }));
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

/** A refusal of the file system, said with the file that a person asked for; anything else passes as it is. */
async function naming(target: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (!(cause instanceof Error && 'syscall' in cause)) throw cause;
    throw new AuditError('output', `cannot write ${target}`, {
      hint: 'close the file if it is open elsewhere, and see that the disk has room',
      cause,
    });
  }
}
