import { describe, expect, test } from 'vitest';
import { daysBetween } from '../../../src/core/days.ts';
import { judgeLifecycle, worse } from '../../../src/core/judge/lifecycle.ts';
import type { PartRecord } from '../../../src/core/judge/listing.ts';
import { LIFECYCLES } from '../../../src/core/words.ts';
import { aPart } from '../../support/build.ts';

const TODAY = '2026-11-21';
const PAST = '2026-11-20';
const FUTURE = '2026-11-22';

const judge = (over: Parameters<typeof aPart>[0], words = {}) => judgeLifecycle(aPart(over, words), TODAY);

describe('one word from the status id, the flags and the last-buy date', () => {
  test.each`
    statusId | endOfLife | discontinued | lastBuyDate | word                          | conflicts
    ${0}     | ${false}  | ${false}     | ${null}     | ${'active'}                   | ${0}
    ${0}     | ${false}  | ${false}     | ${FUTURE}   | ${'last-buy'}                 | ${1}
    ${0}     | ${false}  | ${false}     | ${PAST}     | ${'last-buy-passed'}          | ${1}
    ${0}     | ${true}   | ${false}     | ${null}     | ${'eol'}                      | ${1}
    ${0}     | ${false}  | ${true}      | ${null}     | ${'distributor-discontinued'} | ${1}
    ${0}     | ${true}   | ${true}      | ${PAST}     | ${'last-buy-passed'}          | ${3}
    ${7}     | ${false}  | ${false}     | ${null}     | ${'nrnd'}                     | ${0}
    ${7}     | ${false}  | ${false}     | ${FUTURE}   | ${'last-buy'}                 | ${1}
    ${7}     | ${false}  | ${false}     | ${PAST}     | ${'last-buy-passed'}          | ${1}
    ${7}     | ${true}   | ${false}     | ${null}     | ${'eol'}                      | ${1}
    ${2}     | ${false}  | ${false}     | ${null}     | ${'distributor-discontinued'} | ${0}
    ${2}     | ${false}  | ${true}      | ${null}     | ${'distributor-discontinued'} | ${0}
    ${2}     | ${true}   | ${false}     | ${null}     | ${'eol'}                      | ${1}
    ${2}     | ${false}  | ${false}     | ${FUTURE}   | ${'last-buy'}                 | ${1}
    ${4}     | ${false}  | ${false}     | ${null}     | ${'last-buy'}                 | ${0}
    ${4}     | ${false}  | ${false}     | ${FUTURE}   | ${'last-buy'}                 | ${0}
    ${4}     | ${false}  | ${false}     | ${TODAY}    | ${'last-buy'}                 | ${0}
    ${4}     | ${false}  | ${false}     | ${PAST}     | ${'last-buy-passed'}          | ${1}
    ${4}     | ${true}   | ${false}     | ${FUTURE}   | ${'eol'}                      | ${1}
    ${1}     | ${false}  | ${false}     | ${null}     | ${'obsolete'}                 | ${0}
    ${1}     | ${true}   | ${true}      | ${PAST}     | ${'obsolete'}                 | ${0}
    ${1}     | ${false}  | ${false}     | ${FUTURE}   | ${'obsolete'}                 | ${1}
    ${5}     | ${false}  | ${false}     | ${null}     | ${'unknown'}                  | ${0}
    ${5}     | ${true}   | ${false}     | ${null}     | ${'eol'}                      | ${0}
    ${5}     | ${false}  | ${false}     | ${FUTURE}   | ${'last-buy'}                 | ${0}
    ${null}  | ${null}   | ${null}      | ${null}     | ${'unknown'}                  | ${0}
  `(
    'id $statusId, EndOfLife $endOfLife, Discontinued $discontinued, last buy $lastBuyDate: $word',
    ({ word, conflicts, ...over }) => {
      const verdict = judge({ normallyStocking: false, ...(over as Partial<PartRecord>) });
      expect(verdict.word).toBe(word);
      expect(verdict.conflicts).toHaveLength(conflicts);
    },
  );
});

test('the text beside an id decides nothing, in whatever language', () => {
  expect(judge({ status: { id: 0, text: 'Obsolete' } }).word).toBe('active');
  expect(judge({ status: { id: 1, text: '生産終了' } }).word).toBe('obsolete');
  expect(judge({ status: { id: 99, text: 'Active' } }).word).toBe('unknown');
});

test('an id that we do not know can be taught, and its text is shown until then', () => {
  const unknown = judge({ status: { id: 9, text: 'Preliminary' } });
  expect(unknown.word).toBe('unknown');
  expect(unknown.testimony.join()).toContain('"Preliminary" (id 9) is not one that we know');
  expect(judge({ status: { id: 9, text: 'Preliminary' } }, { 9: 'preliminary' }).word).toBe('preliminary');
});

test.each`
  quantityAvailable | marketplaceQuantity | says
  ${0}              | ${0}                | ${undefined}
  ${500}            | ${0}                | ${"500 in stock although obsolete: DigiKey's own remaining stock."}
  ${500}            | ${500}              | ${"500 in stock although obsolete: all of it a marketplace seller's."}
  ${500}            | ${200}              | ${"500 in stock although obsolete: 200 of it marketplace sellers', the rest DigiKey's own."}
`(
  'stock of $quantityAvailable does not change the word, but it is told whose it is',
  ({ says, ...stock }) => {
    const verdict = judge({ statusId: 1, ...stock });
    expect(verdict.word).toBe('obsolete');
    expect(verdict.conflicts[0]).toBe(says);
  },
);

test('normal stocking contradicts an obsolete part, and says nothing of an active one', () => {
  expect(judge({ statusId: 1, normallyStocking: true }).conflicts.join()).toContain('normally stocks');
  expect(judge({ statusId: 0, normallyStocking: false }).conflicts).toEqual([]);
});

test('what is stated and cannot be read is told, and changes no word', () => {
  const unreadable = ['DateLastBuyChance states "soon", which is no date that we can read.'];
  expect(judge({ unreadable })).toMatchObject({ word: 'active', conflicts: unreadable });
  expect(judge({ unreadable, statusId: 7 })).toMatchObject({ word: 'nrnd', conflicts: unreadable });
});

test('the worse of two words does not depend on their order, and unknown never hides a bad one', () => {
  for (const a of LIFECYCLES) {
    for (const b of LIFECYCLES) expect(worse(a, b)).toBe(worse(b, a));
    expect(worse(a, 'unknown')).toBe(a === 'active' ? 'unknown' : a);
  }
});

test.each`
  from            | to              | days
  ${'2026-11-21'} | ${'2026-11-21'} | ${0}
  ${'2026-02-28'} | ${'2026-03-01'} | ${1}
  ${'2026-11-21'} | ${'2025-11-21'} | ${-365}
  ${'2026-03-28'} | ${'2026-03-30'} | ${2}
`('$days days from $from to $to', ({ from, to, days }) => {
  expect(daysBetween(from, to)).toBe(days);
});
