import { expect, test } from 'vitest';
import { createMeter } from '../../src/sources/meter.ts';
import { backoff, retryAfter } from '../../src/sources/retry.ts';
import { NOON } from '../support/clock.ts';

test.each([
  ['again', 1, 0, 0],
  ['again', 1, 0.5, 500],
  ['again', 2, 0.5, 1_000],
  ['again', 4, 0.999_999, 8_000],
  ['again', 9, 0.999_999, 30_000],
  ['slower', 1, 0.5, 2_000],
  ['slower', 4, 0.999_999, 30_000],
] as const)('the pause %s after attempt %i with %d of the jitter is %i ms', (kind, attempt, random, ms) => {
  expect(backoff(kind, attempt, random)).toBe(ms);
});

test.each([
  [undefined, null],
  ['', null],
  ['0', 0],
  ['12397', 12_397_000],
  [' 30 ', 30_000],
  ['Sat, 21 Nov 2026 12:00:10 GMT', 10_000],
  ['Sat, 21 Nov 2026 11:00:00 GMT', 0],
  ['soon', null],
  ['-5', null],
  ['1.5', null],
  ['99999999999999999', null],
  ['Fri, 31 Dec 9999 23:59:59 GMT', null],
  ['Thu, 01 Jan 1970 00:00:00 GMT', null],
])('Retry-After %j is %j', (header, ms) => {
  expect(retryAfter(header, NOON)).toBe(ms);
});

test('the meter counts retries, refusals, errors and errors in a row', () => {
  const meter = createMeter();
  expect(meter.counts()).toEqual({ retries: 0, tooMany: 0, errors: 0, latencyMs: null });
  meter.note({ kind: 'error', attempt: 1, latencyMs: null, page: null });
  meter.note({ kind: 'tooMany', attempt: 2, latencyMs: 10, page: null });
  meter.note({ kind: 'error', attempt: 3, latencyMs: 20, page: null });
  expect(meter.errorsInARow()).toBe(2);
  meter.note({ kind: 'answer', attempt: 4, latencyMs: 30, page: null });
  expect(meter.errorsInARow()).toBe(0);
  expect(meter.counts()).toEqual({ retries: 3, tooMany: 1, errors: 2, latencyMs: { p50: 20, p95: 30 } });
});

test('the meter counts the same page in a row, and anything else in between begins anew', () => {
  const meter = createMeter();
  const met = (page: string | null, kind: 'answer' | 'error' | 'tooMany' = 'error') => {
    meter.note({ kind, attempt: 1, latencyMs: 1, page });
    return meter.samePageInARow();
  };
  expect(['403', '403', '403'].map((page) => met(page))).toEqual([1, 2, 3]);
  expect([met('302'), met('403'), met('403'), met(null), met('403')]).toEqual([1, 1, 2, 0, 1]);
  expect([met(null, 'tooMany'), met('403'), met(null, 'answer'), met('403')]).toEqual([0, 1, 0, 1]);
});

test('of a hundred latencies the 50th and the 95th are told', () => {
  const meter = createMeter();
  for (let latencyMs = 100; latencyMs > 0; latencyMs -= 1)
    meter.note({ kind: 'answer', attempt: 1, latencyMs, page: null });
  expect(meter.counts().latencyMs).toEqual({ p50: 50, p95: 95 });
});
