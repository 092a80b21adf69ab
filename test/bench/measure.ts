import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A whole process: wall time in seconds and peak memory in MB, null where the system does not tell. */
export interface Measured {
  readonly seconds: number;
  readonly peakMb: number | null;
}

/** Runs `node ARGS` to its end. Throws with its error output when the exit code is not one of `exits`. */
export async function measure(
  args: readonly string[],
  { exits = [0], env = {} }: { exits?: readonly number[]; env?: Record<string, string> } = {},
): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  let peakMb: number | null = null;
  const look = setInterval(() => {
    peakMb = highWater(child.pid) ?? peakMb;
  }, 20);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(look);
  if (!exits.includes(code ?? -1)) throw new Error(`node ${args.join(' ')} ended with ${code}: ${errors}`);
  return { seconds: (performance.now() - started) / 1_000, peakMb };
}

/** Linux keeps the highest resident size of a living process. */
function highWater(pid: number | undefined): number | null {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes ? Math.round(Number(kilobytes) / 1_024) : null;
  } catch {
    return null;
  }
}

/** Runs `a` and `b` in turn, `rounds` times, and gives each one's median by time. */
export async function sideBySide(
  a: () => Promise<Measured>,
  b: () => Promise<Measured>,
  rounds: number,
): Promise<readonly [Measured, Measured]> {
  const results: [Measured[], Measured[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    results[0].push(await a());
    results[1].push(await b());
  }
  return [median(results[0]), median(results[1])];
}

function median(all: readonly Measured[]): Measured {
  return [...all].sort((a, b) => a.seconds - b.seconds)[Math.floor(all.length / 2)]!;
}

/** One line of a bench: what was run, beside what. */
export function tell(title: string, ours: Measured, named: string, baseline: Measured): void {
  const shown = ({ seconds, peakMb }: Measured) => `${seconds.toFixed(2)} s, ${peakMb ?? '?'} MB`;
  console.log(
    `${title}: ${shown(ours)}; ${named}: ${shown(baseline)}; ratio ${(ours.seconds / baseline.seconds).toFixed(2)}`,
  );
}
