import type { Readable } from 'node:stream';
import type { Environment } from '../config/environment.ts';
import type { Clock } from '../ports.ts';

/** A stream that text is shown on; `isTTY` when a person watches. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number | undefined;
  /** True where a person wants colours. */
  readonly showsColors?: boolean;
  /** The bare stream, for what moves the cursor and shows nothing from outside; undefined where nothing can be drawn. */
  readonly canvas?: Output | undefined;
}

/** The world of one command: everything it may read, write or wait for. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Environment;
  /** The working folder. */
  readonly folder: string;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  /** Aborted when the run is to end: calls in flight have a second to finish, what is known is written. */
  readonly signal: AbortSignal;
}
