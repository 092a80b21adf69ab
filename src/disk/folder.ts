import { access, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AuditError } from '../core/errors.ts';
import { stageFile } from './atomic.ts';
import { removeLeftovers } from './leftovers.ts';

/**
 * Makes the output folder, removes what dead processes left in it, and proves that it takes files; throws
 * `AuditError('output')` when it does not.
 */
export async function prepareFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    await removeLeftovers(folder);
    await (await stageFile(join(folder, 'probe'), async () => {})).discard();
  } catch (cause) {
    throw new AuditError('output', `cannot write into the folder ${folder}`, {
      hint: 'choose another folder with --out, or make this one writable',
      cause,
    });
  }
}

/** Node's own recursive mkdir never ends where the system refuses a folder as it does below /proc. */
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
