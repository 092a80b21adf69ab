import { describe, expect, test } from 'vitest';
import { createLog } from '../../src/cli/log.ts';
import type { LogLevel } from '../../src/config/config.ts';
import { manualClock } from '../support/clock.ts';

function logged(level: LogLevel, json: boolean, isTTY = true): string {
  let text = '';
  const log = createLog({ level, json }, { write: (piece) => (text += piece), isTTY }, manualClock());
  log.debug({ question: 'search X', status: 200, requestId: undefined }, 'DigiKey answered');
  log.warn({ attempt: 1, waitMs: 500 }, 'DigiKey answered 503');
  return text;
}

describe.each<[level: LogLevel, lines: number]>([
  ['debug', 2],
  ['warn', 1],
  ['silent', 0],
])('at %s', (level, lines) => {
  test.each([false, true])(`${lines} lines, as JSON: %s`, (json) => {
    expect(logged(level, json).split('\n')).toHaveLength(lines + 1);
  });
});

test('lines for people', () => {
  expect(logged('debug', false)).toBe(
    '12:00:00 debug DigiKey answered: question=search X status=200\n' +
      '12:00:00 warn DigiKey answered 503: attempt=1 waitMs=500\n',
  );
});

test.each([
  ['asked for', true, true],
  ['where nobody watches', false, false],
])('lines for machines, %s', (_title, json, isTTY) => {
  expect(
    logged('warn', json, isTTY)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { level: 'warn', time: '2026-11-21T12:00:00.000Z', attempt: 1, waitMs: 500, msg: 'DigiKey answered 503' },
  ]);
});
