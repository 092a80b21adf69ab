import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { AuditError } from '../core/errors.ts';
import type { Stated } from './origin.ts';

/**
 * Throws `AuditError('config')` when a file that merely lies in the working folder names a path outside of it, with
 * all links followed.
 */
export function refuseOutside(key: string, path: Stated, folder: string): void {
  if (path.from.isOwn || isInside(resolve(folder, path.value), folder)) return;
  throw new AuditError('config', `${path.from.name} sets ${key} to ${path.value}, outside of its folder`, {
    hint: 'A file of the working folder may name nothing else. If it is meant, say it with a flag or in the environment, or name the config with --config.',
  });
}

function isInside(path: string, folder: string): boolean {
  const real = realPath(path);
  if (real === null) return false;
  const way = relative(realpathSync(folder), real);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The path with the links followed in what there is of it; null for a link that leads nowhere, or to where nobody may look. */
function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    if (lstatSync(path, { throwIfNoEntry: false }) || path === dirname(path)) return null;
    const above = realPath(dirname(path));
    return above && join(above, basename(path));
  }
}
