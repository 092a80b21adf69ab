import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type ReadOptions, readBoms } from '../bom/read.ts';
import type { Settings } from '../config/config.ts';
import type { Bom } from '../core/line.ts';
import type { Io } from './io.ts';

/** One file that the user named, and the tables of parts in it. */
export interface BomFile {
  /** As the user named it. */
  readonly name: string;
  /** Where its bytes are. */
  readonly path: string;
  readonly boms: readonly Bom[];
}

/** Reads the files, hands them over, and removes what standard input left on the disk. */
export async function withBoms<T>(
  names: readonly string[],
  settings: Settings,
  io: Io,
  use: (files: readonly BomFile[]) => Promise<T>,
): Promise<T> {
  const distinct = [...new Set(names)];
  const spool = distinct.includes('-') ? await mkdtemp(join(tmpdir(), 'bom-audit-')) : undefined;
  try {
    const files: BomFile[] = [];
    for (const name of distinct) {
      const path = name === '-' ? join(spool!, 'stdin.csv') : resolve(io.folder, name);
      if (name === '-') await pipeline(io.stdin, createWriteStream(path, { mode: 0o600 }));
      files.push({ name, path, boms: await readBoms({ name, path }, readOptions(settings)) });
    }
    return await use(files);
  } finally {
    if (spool) await rm(spool, { recursive: true, force: true });
  }
}

/** Null in the configuration means that nothing is said. */
function readOptions({ bom }: Settings): ReadOptions {
  const { sheet, headerRow, quantityColumn, designatorColumn, encoding, ...rest } = bom;
  return {
    ...rest,
    ...(sheet === null ? {} : { sheet }),
    ...(headerRow === null ? {} : { headerRow }),
    ...(quantityColumn === null ? {} : { quantityColumn }),
    ...(designatorColumn === null ? {} : { designatorColumn }),
    ...(encoding === null ? {} : { encoding }),
  };
}
