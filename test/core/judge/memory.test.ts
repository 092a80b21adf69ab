import { expect, test } from 'vitest';
import { type Assessment, unchecked } from '../../../src/core/judge/assess.ts';
import type { PartRecord } from '../../../src/core/judge/listing.ts';
import { lifeOf, withMemory } from '../../../src/core/judge/memory.ts';
import type { LifecycleWord } from '../../../src/core/words.ts';
import { aPart, assessed } from '../../support/build.ts';

const judged = (...listed: readonly PartRecord[]) =>
  assessed({ mpn: 'NE555P', manufacturer: null }, ...listed);

test.each<[LifecycleWord, number, number]>([
  ['obsolete', 0, 1],
  ['obsolete', 7, 1],
  ['nrnd', 0, 1],
  ['active', 0, 0],
  ['active', 1, 0],
  ['nrnd', 1, 0],
  ['unknown', 0, 0],
])('it was %s, and has the status %d now: %d conflicts', (lifecycle, statusId, count) => {
  const assessment = judged(aPart({ statusId }));
  const past = { lifecycle, lastBuyDate: null, until: '2026-11-20T02:00:00.000Z' };
  expect(withMemory(assessment, past).conflicts).toHaveLength(count);
  expect(withMemory(assessment, undefined)).toBe(assessment);
});

test.each<[string, Assessment, object | null]>([
  [
    'a part that was found',
    judged(aPart({ statusId: 4, lastBuyDate: '2027-03-01' })),
    { mpn: 'NE555P', manufacturer: 'Texas Instruments', lifecycle: 'last-buy', lastBuyDate: '2027-03-01' },
  ],
  ['a part that was not found', judged(), null],
  ['a part that was not checked', unchecked({ mpn: 'NE555P', manufacturer: null }, 'x'), null],
])('what is remembered of %s', (_what, assessment, life) => {
  expect(lifeOf(assessment)).toEqual(life);
});
