import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const TSX = createRequire(import.meta.url).resolve('tsx');

export interface Ended {
  /** Null when it was killed. */
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Child {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Descriptors of open files, in the place of pipes to us. */
interface Redirected {
  readonly stdout?: number | 'pipe';
  readonly stderr?: number | 'pipe';
}

/** Starts a TypeScript file as a process of its own; `file` as seen from the folder of the project. */
export function start(
  file: string,
  args: readonly string[],
  folder: string,
  env: Readonly<Record<string, string>>,
  { stdout = 'pipe', stderr = 'pipe' }: Redirected = {},
): Child {
  const script = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  const child = spawn(process.execPath, ['--import', TSX, script, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...env },
    stdio: ['ignore', stdout, stderr],
  });
  const shown = { stdout: '', stderr: '' };
  child.stdout?.on('data', (piece) => (shown.stdout += piece));
  child.stderr?.on('data', (piece) => (shown.stderr += piece));
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (exit) => resolve({ exit, ...shown }));
  });
  return { process: child, ended };
}
