import type { ScriptedFault } from './faults.ts';

/** One request as it was received. */
export interface Call {
  /** Milliseconds on a clock that nobody can set. */
  readonly at: number;
  /** Milliseconds since 1970, as the emulator's own clock has it. */
  readonly wall: number;
  readonly method: string;
  /** As sent, still percent-encoded, with its query. */
  readonly path: string;
  /** Of a keyword search. */
  readonly keywords?: string;
  readonly clientId?: string;
  /** Null while there is no answer, and for ever when the connection was broken in place of one. */
  status: number | null;
}

/** What tests look at, and the faults that they script. */
export interface EmulatorState {
  readonly calls: Call[];
  readonly faults: ScriptedFault[];
  /** The most product calls that fell into any rolling 60 seconds; refused credentials do not count. */
  maxInAnyMinute(): number;
}

const MINUTE_MS = 60_000;

export function createState(): EmulatorState {
  const calls: Call[] = [];
  return {
    calls,
    faults: [],
    maxInAnyMinute: () =>
      mostInAMinute(
        calls.filter(({ path, status }) => isProductPath(path) && status !== 401).map(({ at }) => at),
      ),
  };
}

export function isProductPath(path: string): boolean {
  return path.startsWith('/products/');
}

/** The most of these moments that lie less than 60 s apart from the first of them; `moments` ascend. */
export function mostInAMinute(moments: readonly number[]): number {
  let most = 0;
  let first = 0;
  moments.forEach((moment, last) => {
    while (moments[first]! <= moment - MINUTE_MS) first += 1;
    most = Math.max(most, last - first + 1);
  });
  return most;
}
