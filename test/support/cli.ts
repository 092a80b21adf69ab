import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { systemClock } from '../../src/cli/clock.ts';
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';

/** A working folder of its own, with a database of its own beside it. */
export function workFolder(): string {
  return mkdtempSync(join(tmpdir(), 'bom-audit-test-'));
}

export interface CliResult {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One command line, as a process would run it, in `folder`. */
export async function cli(
  args: readonly string[],
  folder: string,
  over: Partial<Io> & { readonly input?: string } = {},
): Promise<CliResult> {
  const shown = { stdout: '', stderr: '' };
  const { input = '', env = {}, ...rest } = over;
  const exit = await main(args, {
    stdin: Readable.from([input]),
    stdout: { write: (text: string) => (shown.stdout += text) },
    stderr: { write: (text: string) => (shown.stderr += text) },
    env: { BOM_AUDIT_DB: join(folder, 'test.db'), ...env },
    folder,
    clock: systemClock,
    random: () => 0,
    signal: new AbortController().signal,
    ...rest,
  });
  return { exit, ...shown };
}
