import { expect, test } from 'vitest';
import { unchecked } from '../../../src/core/judge/assess.ts';
import type { PartRecord } from '../../../src/core/judge/listing.ts';
import { aPart, assessed } from '../../support/build.ts';

interface Trap {
  readonly line: string;
  readonly asked: { readonly mpn: string; readonly manufacturer: string | null };
  readonly listed: readonly PartRecord[];
  readonly match: string;
  readonly lifecycle: string;
  readonly says?: RegExp;
}

const onsemi = { mpn: '2N3904', maker: 'onsemi', statusId: 2 };
const central = { mpn: '2N3904', maker: 'Central Semiconductor Corp', statusId: 0 };
const asked = { mpn: 'NE555P', manufacturer: 'Texas Instruments' };

test.each<Trap>([
  {
    line: "the maker's own active part",
    asked,
    listed: [aPart()],
    match: 'exact',
    lifecycle: 'active',
  },
  {
    line: 'a part that is not for new designs',
    asked,
    listed: [aPart({ statusId: 7 })],
    match: 'exact',
    lifecycle: 'nrnd',
  },
  {
    line: 'a last-time buy with a date',
    asked,
    listed: [aPart({ statusId: 4, lastBuyDate: '2026-12-01' })],
    match: 'exact',
    lifecycle: 'last-buy',
    says: /order by 2026-12-01 \(10 days left\)/,
  },
  {
    line: 'an obsolete part with much stock at a broker',
    asked,
    listed: [aPart({ statusId: 1, quantityAvailable: 1_731_593, marketplaceQuantity: 1_731_593 })],
    match: 'exact',
    lifecycle: 'obsolete',
    says: /1731593 in stock although obsolete: all of it a marketplace seller's/,
  },
  {
    line: 'a part that DigiKey stopped, whose maker may still make it',
    asked: { mpn: '2N3904', manufacturer: 'onsemi' },
    listed: [aPart(onsemi)],
    match: 'exact',
    lifecycle: 'distributor-discontinued',
    says: /ask onsemi whether it is still made/,
  },
  {
    line: 'status Active beside the flag EndOfLife',
    asked,
    listed: [aPart({ endOfLife: true })],
    match: 'exact',
    lifecycle: 'eol',
    says: /states the status "Active", yet the flag EndOfLife is set/,
  },
  {
    line: 'a number of two makers where the BOM names one',
    asked: { mpn: '2N3904', manufacturer: 'onsemi' },
    listed: [aPart(central), aPart(onsemi)],
    match: 'exact',
    lifecycle: 'distributor-discontinued',
  },
  {
    line: 'a number of two makers where the BOM names none',
    asked: { mpn: '2N3904', manufacturer: null },
    listed: [aPart(central), aPart(onsemi)],
    match: 'ambiguous',
    lifecycle: 'unknown',
    says: /They differ: Central Semiconductor Corp active, onsemi distributor-discontinued/,
  },
  {
    line: 'a number that is one character short',
    asked: { mpn: 'NE555', manufacturer: 'Texas Instruments' },
    listed: [aPart()],
    match: 'near',
    lifecycle: 'unknown',
    says: /did you mean NE555P of Texas Instruments\?/,
  },
])('$line: $match, $lifecycle', ({ asked, listed, match, lifecycle, says }) => {
  const verdict = assessed(asked, ...listed);
  expect(verdict).toMatchObject({ match, lifecycle });
  if (says) expect([verdict.reason, ...verdict.conflicts].join(' ')).toMatch(says);
  expect(verdict.matched === null).toBe(match !== 'exact');
});

test('a question that was refused in the middle: unchecked, unknown', () => {
  const verdict = unchecked(asked, 'DigiKey asks to go slower');
  expect(verdict).toMatchObject({ match: 'unchecked', lifecycle: 'unknown', matched: null });
  expect(verdict.reason).toBe('Not checked. DigiKey asks to go slower.');
});
