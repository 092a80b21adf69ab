import { createHash } from 'node:crypto';
import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Process numbers mean something on their own machine, or in their own container, only. */
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const TEMPORARY = /\.tmp-(\d+)-([0-9a-f]{8})$/;
const DAY = 86_400_000;

/** Where a file is written before it gets its name: beside it, in the name of this process. */
export function temporaryName(target: string): string {
  return `${target}.tmp-${process.pid}-${HOST}`;
}

/**
 * Removes what dead processes left in the folder under such names: at once where the process was of this machine, else
 * when nobody has touched it for a day. What cannot be looked at or removed stays.
 */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const path = join(folder, entry.name);
    if (entry.isFile() && (await isLeftover(path).catch(() => false))) await rm(path).catch(() => {});
  }
}

async function isLeftover(path: string): Promise<boolean> {
  const [, pid, host] = TEMPORARY.exec(path) ?? [];
  if (pid === undefined) return false;
  if (host === HOST) return !isAlive(Number(pid));
  return (await stat(path)).mtimeMs < Date.now() - DAY;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
