import { expect, test } from 'vitest';
import { isValid, LIFECYCLES, MATCHES, SEVERITIES } from '../../src/core/words.ts';
import { LIFECYCLE_WORDING, MATCH_WORDING, WORST_FIRST } from '../../src/report/words.ts';

test('labels do not stand for two words', () => {
  const labels = [
    ...LIFECYCLES.map((word) => LIFECYCLE_WORDING[word]),
    ...MATCHES.map((word) => MATCH_WORDING[word]),
  ];
  expect(new Set(labels.map(({ label }) => label)).size).toBe(labels.length);
});

test.each(MATCHES)('%s has a next step unless it is valid', (match) => {
  expect(MATCH_WORDING[match].step === '').toBe(isValid(match));
});

test('every severity is shown', () => {
  expect([...WORST_FIRST].sort()).toEqual([...SEVERITIES].sort());
});
