import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type ReadOptions, readWithReasons, type TableReason } from '../bom/read.ts';
import type { Settings } from '../config/config.ts';
import type { Bom } from '../core/bom/line.ts';
import { AuditError } from '../core/errors.ts';
import type { Io } from './io.ts';

/** One file that the user named, and the tables of parts in it. */
export interface BomFile {
  /** As the user named it. */
  readonly name: string;
  /** Where its bytes are. */
  readonly path: string;
  readonly boms: readonly Bom[];
  /** How each of them was found. */
  readonly reasons: readonly TableReason[];
}

/** Reads the files, hands them over, and removes what standard input left on the disk. */
export async function withBoms<T>(
  names: readonly string[],
  settings: Settings,
  io: Io,
  use: (files: readonly BomFile[]) => Promise<T>,
): Promise<T> {
  const distinct = [...new Set(names)];
  if (distinct.length === 0) throw new AuditError('usage', 'Name at least one BOM');
  const spool = distinct.includes('-') ? await mkdtemp(join(tmpdir(), 'bom-audit-')) : undefined;
  try {
    const files: BomFile[] = [];
    for (const name of distinct) {
      const path = name === '-' ? join(spool!, 'stdin.csv') : resolve(io.folder, name);
      if (name === '-') await pipeline(io.stdin, createWriteStream(path, { mode: 0o600 }));
      const read = await readWithReasons({ name, path }, readOptions(settings));
      files.push({ name, path, boms: read.map(({ bom }) => bom), reasons: read.map(({ reason }) => reason) });
    }
    return await use(files);
  } finally {
    if (spool) await rm(spool, { recursive: true, force: true });
  }
}

/** Null and empty lists in the configuration mean that nothing is said. */
function readOptions({ bom: { includeNotFitted: _, ...bom } }: Settings): ReadOptions {
  const said = Object.entries(bom).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(said);
}
