import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { AuditError } from '../core/errors.ts';
import { FILE_NAMES, type Format } from '../core/report/report.ts';
import type { BomFile } from './boms.ts';
import { annotatedNames } from './copy-names.ts';

/** What a run will write. */
export interface Outputs {
  /** Where, as an absolute path. */
  readonly folder: string;
  readonly formats: readonly Format[];
  /** The names of the annotated copies, by the BOM's. */
  readonly copies: ReadonlyMap<string, string>;
}

/**
 * Names everything that a run will write into `folder`, which is there. Throws `AuditError('usage')` when that would
 * overwrite a BOM or something else that is `inUse`.
 */
export async function planOutputs(
  files: readonly BomFile[],
  folder: string,
  formats: readonly Format[],
  inUse: readonly NamedFile[],
): Promise<Outputs> {
  const copies = annotatedNames(files.map(({ name }) => name));
  await refuseOverwriting(
    [
      ...[...copies].map(([bom, name]) => ({
        path: join(folder, name),
        what: `the annotated copy of ${bom}`,
      })),
      ...formats.map((format) => reportFile(FILE_NAMES[format], folder)),
    ],
    [...files.map(({ name, path }) => ({ path, what: `the BOM ${name}` })), ...inUse],
  );
  return { folder, formats, copies };
}

function reportFile(name: string, folder: string): NamedFile {
  return { path: join(folder, name), what: `the report ${name}` };
}

/** A file, and what a person calls it. */
export interface NamedFile {
  readonly path: string;
  readonly what: string;
}

async function refuseOverwriting(outputs: readonly NamedFile[], inUse: readonly NamedFile[]): Promise<void> {
  const owners = new Map<string, NamedFile>();
  for (const file of inUse) for (const key of await identities(file.path)) owners.set(key, file);
  for (const { path, what } of outputs) {
    const key = (await identities(path)).find((one) => owners.has(one));
    if (key === undefined) continue;
    throw new AuditError('usage', `In ${dirname(path)}, ${what} would overwrite ${owners.get(key)!.what}`, {
      hint: 'Name another folder with --out; --formats says which reports are written.',
    });
  }
}

/** By what a file is known: its place, the place that it links to, and, where it is there, its number on the disk. */
async function identities(path: string): Promise<readonly string[]> {
  const folder = await realpath(dirname(path)).catch(() => resolve(dirname(path)));
  const place = join(folder, basename(path));
  const real = await realpath(path).catch(() => place);
  const found = await stat(path, { bigint: true }).catch(() => null);
  return [place, real, ...(found === null ? [] : [`${found.dev}:${found.ino}`])];
}
