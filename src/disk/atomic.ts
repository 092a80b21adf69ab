import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { temporaryName } from './leftovers.ts';

/** A file that is whole and on the disk, under a temporary name. One of the two is to be called. */
export interface StagedFile {
  /** Puts it in the place of its target. Throws the file system's error, and leaves nothing behind then. */
  commit(): Promise<void>;
  discard(): Promise<void>;
}

/**
 * Lets `write` fill a file beside the target. Throws what `write` throws, or the file system's error, and leaves nothing
 * behind then. A process stages one file for a target at a time.
 */
export async function stageFile(
  target: string,
  write: (out: Writable) => Promise<void>,
): Promise<StagedFile> {
  const path = temporaryName(target);
  const discard = (): Promise<void> => rm(path, { force: true });
  await discard(); // an earlier process may have had our number
  const out = (await open(path, 'wx')).createWriteStream({ flush: true });
  out.on('error', () => {}); // whoever writes is told by the stream that they wait for
  try {
    await write(out);
    out.end();
    await finished(out);
  } catch (cause) {
    if (!out.closed) await new Promise<void>((closed) => out.once('close', () => closed()).destroy());
    await discard();
    throw cause;
  }
  return {
    async commit() {
      try {
        await rename(path, target);
      } catch (cause) {
        await discard();
        throw cause;
      }
    },
    discard,
  };
}

/** As `stageFile`, and puts the file in its place: at no time does anybody meet half of it. */
export async function replaceFile(target: string, write: (out: Writable) => Promise<void>): Promise<void> {
  await (await stageFile(target, write)).commit();
}

/** The same for a small text; `mode` is that of the new file. */
export function replaceFileSync(target: string, text: string, mode = 0o666): void {
  const path = temporaryName(target);
  rmSync(path, { force: true });
  try {
    writeFileSync(path, text, { flag: 'wx', mode, flush: true });
    renameSync(path, target);
  } catch (cause) {
    rmSync(path, { force: true });
    throw cause;
  }
}
