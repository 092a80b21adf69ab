import { expect, test } from 'vitest';
import { assess } from '../../../src/core/judge/assess.ts';
import { matchPart } from '../../../src/core/judge/match.ts';
import { aPart, assessed } from '../../support/build.ts';

const ask = (mpn: string, manufacturer: string | null, ...parts: Parameters<typeof aPart>[0][]) =>
  assessed({ mpn, manufacturer }, ...parts.map((part) => aPart(part)));

test.each`
  statusId | lastBuyDate     | reason
  ${0}     | ${null}         | ${'Active.'}
  ${7}     | ${null}         | ${'Not for new designs: choose a successor for the next revision.'}
  ${2}     | ${null}         | ${'DigiKey has stopped selling it; ask Texas Instruments whether it is still made.'}
  ${4}     | ${null}         | ${'Last-time buy without a stated date: ask Texas Instruments for the date.'}
  ${4}     | ${'2026-11-22'} | ${'Last-time buy: order by 2026-11-22 (1 day left).'}
  ${4}     | ${'2026-11-19'} | ${'The last-buy date 2026-11-19 passed 2 days ago: find a replacement or remaining stock.'}
  ${1}     | ${'2020-01-01'} | ${'Obsolete (last-buy date 2020-01-01): find a replacement.'}
  ${5}     | ${null}         | ${'DigiKey gives a status that we do not know (status 5, id 5): look at the product page.'}
`('status $statusId with last buy $lastBuyDate: $reason', ({ reason, ...over }) => {
  expect(ask('NE555P', null, over).reason).toBe(reason);
});

const SELLERS = { sellers: ['Rochester Electronics, LLC'] };
const THEIRS_ALONE = {
  ...SELLERS,
  marketplaceOnly: true,
  quantityAvailable: 59_000,
  marketplaceQuantity: 59_000,
};

test.each<readonly [whose: string, over: Parameters<typeof aPart>[0], says: RegExp]>([
  ['DigiKey’s alone', { quantityAvailable: 500 }, /^(?!.*marketplace)/],
  [
    'both',
    { ...SELLERS, quantityAvailable: 500, marketplaceQuantity: 200 },
    /\. DigiKey's own stock is 300; marketplace sellers \(Rochester Electronics, LLC\) have 200\.$/,
  ],
  [
    'sellers’ alone, beside a listing of DigiKey’s',
    { ...SELLERS, quantityAvailable: 200, marketplaceQuantity: 200 },
    /\. DigiKey's own stock is 0; marketplace sellers \(Rochester Electronics, LLC\) have 200\.$/,
  ],
  [
    'sellers’ alone, who sell many at a time',
    { ...THEIRS_ALONE, minimumOrderQuantity: 9_458 },
    /\. Not DigiKey's own: only marketplace sellers \(Rochester Electronics, LLC\) offer it, 59000 in stock, at least 9458 at a time\.$/,
  ],
  [
    'nobody’s, though sellers list it',
    { ...THEIRS_ALONE, quantityAvailable: 0, marketplaceQuantity: 0 },
    /\. Not DigiKey's own: only marketplace sellers \(Rochester Electronics, LLC\) offer it, none in stock\.$/,
  ],
])('stock that is %s is told at every lifecycle word', (_whose, over, says) => {
  for (const statusId of [0, 7, 2, 4, 1, 5])
    expect(ask('NE555P', null, { ...over, statusId }).reason).toMatch(says);
});

test('a listing that is worse than another of the part decides, and the other is told', () => {
  const verdict = ask(
    'NE555P',
    'TI',
    { statusId: 0, quantityAvailable: 5 },
    { statusId: 1, marketplaceOnly: true },
  );
  expect(verdict).toMatchObject({ lifecycle: 'obsolete', matched: { statusId: 1, quantityAvailable: 5 } });
  expect(verdict.conflicts).toContain(
    'DigiKey states the status "Active" in one place and "status 1" in another.',
  );
});

test.each([
  [
    'worse',
    1,
    ['onsemi lists this number, too, as obsolete: Fairchild Semiconductor has been onsemi since 2016.'],
  ],
  ['no worse', 0, []],
])('an heir’s listing that is %s than the very maker’s', (_how, statusId, conflicts) => {
  const verdict = ask(
    'NE555P',
    'Fairchild',
    { maker: 'Fairchild Semiconductor' },
    { maker: 'onsemi', statusId },
  );
  expect(verdict).toMatchObject({ lifecycle: 'active', conflicts });
  expect(verdict.candidates.map(({ manufacturer }) => manufacturer)).toEqual(['onsemi']);
});

test.each([
  ['makers that agree', [{ maker: 'onsemi' }, { maker: 'STMicroelectronics' }], /All agree: active/],
  [
    'makers that differ',
    [{ maker: 'onsemi', statusId: 1 }, { maker: 'STMicroelectronics' }],
    /They differ: STMicroelectronics active, onsemi obsolete/,
  ],
])('%s', (_title, parts, says) => {
  const verdict = ask('NE555P', null, ...parts);
  expect(verdict.reason).toMatch(says);
  expect(verdict.matched).toBeNull();
  expect(verdict.candidates).toHaveLength(2);
});

test('another maker than the BOM names is told with both names', () => {
  expect(ask('NE555P', 'onsemi', {}).reason).toBe(
    'DigiKey lists this number from Texas Instruments, not from onsemi.',
  );
});

test('a number that Excel damaged is told as such', () => {
  expect(ask('1.51505E+13', null).reason).toMatch(/not list.*spreadsheet/s);
});

test('each verdict carries its evidence', () => {
  expect(ask('NE555P', 'TI', { endOfLife: true }).evidence).toEqual([
    '1 listed product has the number NE555P',
    expect.stringContaining('Texas Instruments'),
    'the product status is "Active" (id 0), which means active',
    'the flag EndOfLife is set',
  ]);
});

test.each([
  [1, '1 listed product could not be read and was left out'],
  [3, '3 listed products could not be read and were left out'],
])('with %i products left out, the evidence says so', (leftOut, says) => {
  const ref = { mpn: 'NE555P', manufacturer: null };
  const observation = { leftOut, observedAt: '2026-11-21T02:00:01.000Z', source: 'network' } as const;
  for (const listed of [[aPart()], []]) {
    const match = matchPart(ref, listed, { aliases: {}, packagingIsSame: false });
    expect(assess(ref, match, observation, '2026-11-21').evidence.at(-1)).toBe(says);
  }
});
