import { expect, test } from 'vitest';
import { Config } from '../../../src/config/schema.ts';
import { isFresh, isSinceBegin } from '../../../src/core/judge/freshness.ts';

const { maxAgeDays } = Config.parse({});
const DAY = 86_400_000;
const now = Date.parse('2026-11-21T02:00:00Z');

test.each`
  match           | lifecycle                     | days
  ${'exact'}      | ${'active'}                   | ${30}
  ${'exact'}      | ${'obsolete'}                 | ${90}
  ${'normalized'} | ${'nrnd'}                     | ${7}
  ${'exact'}      | ${'distributor-discontinued'} | ${7}
  ${'exact'}      | ${'last-buy'}                 | ${1}
  ${'not-found'}  | ${'unknown'}                  | ${7}
  ${'near'}       | ${'unknown'}                  | ${7}
  ${'ambiguous'}  | ${'unknown'}                  | ${7}
  ${'exact'}      | ${'unknown'}                  | ${7}
`('$match, $lifecycle is believed for $days days', ({ days, ...said }) => {
  const age = (ms: number) => isFresh(now - ms, said, maxAgeDays, { now, began: now });
  expect(age(days * DAY)).toBe(true);
  expect(age(days * DAY + 1)).toBe(false);
});

test('what was answered since the audit began is not asked again, however long the audit takes', () => {
  const said = { match: 'exact', lifecycle: 'last-buy' } as const;
  const began = now - 3 * DAY;
  expect(isFresh(began + 1, said, maxAgeDays, { now, began })).toBe(true);
  expect(isFresh(began - 1, said, maxAgeDays, { now, began })).toBe(false);
});

test.each([
  ['a moment', 1],
  ['an hour', 3_600_000],
  ['400 days', 400 * DAY],
])(
  'an answer that is dated %s ahead is of a clock that was wrong: no age, not since the audit began',
  (_what, ahead) => {
    const said = { match: 'exact', lifecycle: 'obsolete' } as const;
    for (const began of [now, now - DAY]) {
      expect(isFresh(now + ahead, said, maxAgeDays, { now, began })).toBe(false);
      expect(isSinceBegin(now + ahead, { now, began })).toBe(false);
    }
  },
);
