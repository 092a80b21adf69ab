import { fstatSync, writeSync } from 'node:fs';
import type { Io, Output } from './io.ts';

/** A broken pipe; Windows has two names for it. */
const NOBODY_READS: readonly unknown[] = ['EPIPE', 'EOF'];

/**
 * Standard output and standard error of the process, which may be closed or full without harm to the run. A reader that
 * went away (`| head`) has what it wanted: the exit code stays that of the run. Anything else that keeps
 * text from being written is told once, as far as it can be, and makes the exit code 2.
 */
export function standardOutputs(own: NodeJS.Process): Pick<Io, 'stdout' | 'stderr'> {
  const { stdout, stderr } = own;
  let isBroken = false;
  const onFault = (name: string) => (error: Error) => {
    if ('code' in error && NOBODY_READS.includes(error.code)) return;
    if (!isBroken) stderr.write(`bom-audit: ${name} cannot be written (${error.message})\n`);
    isBroken = true;
  };
  own.on('exit', () => {
    if (isBroken) own.exitCode = 2;
  });
  return {
    stdout: tolerant(stdout, onFault('standard output')),
    stderr: tolerant(stderr, onFault('standard error')),
  };
}

/** Node's own stream counts what a nearly full disk took a piece of as written, so that files are written here. */
function tolerant(
  stream: NodeJS.WriteStream & { readonly fd: number },
  onFault: (error: Error) => void,
): Output {
  stream.on('error', onFault);
  if (!fstatSync(stream.fd).isFile()) return stream;
  return {
    write(text) {
      try {
        for (let rest = Buffer.from(text); rest.length > 0; )
          rest = rest.subarray(writeSync(stream.fd, rest));
      } catch (error) {
        onFault(error as Error);
      }
    },
  };
}
