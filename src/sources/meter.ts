import type { CallCounts } from '../core/report/report.ts';

/** What became of one call. */
export interface CallOutcome {
  readonly kind: 'answer' | 'tooMany' | 'error';
  /** 1 for the first call of a question. */
  readonly attempt: number;
  /** Null when there was no reply. */
  readonly latencyMs: number | null;
  /** What names the page that stood in place of an answer; null: there was none. */
  readonly page: string | null;
}

/** Counts the calls of one process. */
export interface Meter {
  note(outcome: CallOutcome): void;
  /** Calls without an answer since the last answer; refusals for going too fast stand outside. */
  errorsInARow(): number;
  /** The last calls that all met the same page, with nothing else in between. */
  samePageInARow(): number;
  counts(): CallCounts;
}

export function createMeter(): Meter {
  const latencies: number[] = [];
  const counts = { retries: 0, tooMany: 0, errors: 0 };
  let inARow = 0;
  let wall: Wall = { page: null, times: 0 };
  return {
    note({ kind, attempt, latencyMs, page }) {
      if (attempt > 1) counts.retries += 1;
      if (kind === 'tooMany') counts.tooMany += 1;
      if (kind === 'error') counts.errors += 1;
      if (kind !== 'tooMany') inARow = kind === 'answer' ? 0 : inARow + 1;
      if (latencyMs !== null) latencies.push(latencyMs);
      wall = metAgain(wall, page);
    },
    errorsInARow: () => inARow,
    samePageInARow: () => wall.times,
    counts: () => ({ ...counts, latencyMs: percentiles(latencies) }),
  };
}

/** The page that the last calls met, and how many of them. */
interface Wall {
  readonly page: string | null;
  readonly times: number;
}

function metAgain(wall: Wall, page: string | null): Wall {
  if (page === null) return { page, times: 0 };
  return { page, times: page === wall.page ? wall.times + 1 : 1 };
}

function percentiles(values: readonly number[]): CallCounts['latencyMs'] {
  if (values.length === 0) return null;
  const ascending = [...values].sort((a, b) => a - b);
  const at = (share: number): number => Math.round(ascending[Math.ceil(share * values.length) - 1]!);
  return { p50: at(0.5), p95: at(0.95) };
}
