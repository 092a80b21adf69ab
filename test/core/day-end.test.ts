import { expect, test } from 'vitest';
import { dayEnd } from '../../src/core/day-end.ts';
import { NOON } from '../support/clock.ts';

const HOUR = 3_600_000;
const MIDNIGHT = NOON + 12 * HOUR;

test.each([
  ['nothing is stated', [], MIDNIGHT],
  ['it is stated', [NOON + HOUR], NOON + HOUR],
  ['it has passed', [NOON], MIDNIGHT],
  ['a day cannot be so long', [NOON + 26 * HOUR], MIDNIGHT],
  ['it is no number', [Number.NaN, Number.POSITIVE_INFINITY], MIDNIGHT],
  ['the first cannot be', [NOON - HOUR, NOON + 3 * HOUR, NOON + HOUR], NOON + 3 * HOUR],
])('when the day ends: %s', (_what, stated, end) => {
  expect(dayEnd(stated, NOON)).toBe(end);
});
