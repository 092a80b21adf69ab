import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ReadOptions, readWithReasons, type TableReason } from '../bom/read.ts';
import type { Bom } from '../core/bom/line.ts';
import { AuditError } from '../core/errors.ts';

/** The BOMs that a use case is about, as the user names them. */
export interface BomRequest {
  /** Paths, relative to `folder` or absolute; `-` is CSV on `stdin`. */
  readonly boms: readonly string[];
  /** The working folder. */
  readonly folder: string;
  readonly stdin: Readable;
  /** How they are to be read, where it is not to be found out. */
  readonly reading: ReadOptions;
}

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

/** Reads the files, hands them over, and removes what standard input left on the disk. Throws `AuditError`. */
export async function withBoms<T>(
  { boms, folder, stdin, reading }: BomRequest,
  use: (files: readonly BomFile[]) => Promise<T>,
): Promise<T> {
  const distinct = [...new Set(boms)];
  if (distinct.length === 0) throw new AuditError('usage', 'Name at least one BOM');
  const spool = distinct.includes('-') ? await mkdtemp(join(tmpdir(), 'bom-audit-')) : undefined;
  try {
    const files: BomFile[] = [];
    for (const name of distinct) {
      const path = name === '-' ? join(spool!, 'stdin.csv') : resolve(folder, name);
      if (name === '-') await pipeline(stdin, createWriteStream(path, { mode: 0o600 }));
      const read = await readWithReasons({ name, path }, reading);
      files.push({ name, path, boms: read.map(({ bom }) => bom), reasons: read.map(({ reason }) => reason) });
    }
    return await use(files);
  } finally {
    if (spool) await rm(spool, { recursive: true, force: true });
  }
}
