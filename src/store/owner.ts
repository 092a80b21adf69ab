import { chmodSync, statSync } from 'node:fs';

/** Takes the file, where there is one, from everybody but its owner; who may not do that finds it as it is. */
export function forOwnerOnly(path: string): void {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
  if ((mode & 0o077) === 0) return;
  try {
    chmodSync(path, mode & 0o700);
  } catch {
    // Another's file, or a disk that is read only or knows no modes.
  }
}
