import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PartRef } from '../../../src/core/bom/line.ts';
import { compareMakers } from '../../../src/core/identity/maker.ts';
import { mpnKey } from '../../../src/core/identity/mpn.ts';
import type { Assessment } from '../../../src/core/judge/assess.ts';
import { rank } from '../../../src/core/judge/lifecycle.ts';
import type { PartRecord } from '../../../src/core/judge/listing.ts';
import { isValid, type LifecycleWord } from '../../../src/core/words.ts';
import { aPart, assessed } from '../../support/build.ts';

const verdict = (ref: PartRef, parts: readonly PartRecord[]): Assessment => assessed(ref, ...parts);

const maker = fc.constantFrom(
  'Fairchild Semiconductor',
  'onsemi',
  'NXP',
  'Nexperia USA Inc.',
  'WeEn Semiconductors',
  'Atmel',
  'Micrel Inc.',
  'Microchip Technology',
  'Rochester Electronics, LLC',
  'Nobody & Sons',
);
const number = fc.constantFrom('BC547B', 'bc547b', 'BC 547B', 'BC547C');
const listing = fc
  .record({
    mpn: number,
    maker,
    statusId: fc.constantFrom(0, 1, 2, 4, 5, 7, null),
    endOfLife: fc.boolean(),
    discontinued: fc.boolean(),
    lastBuyDate: fc.constantFrom(null, null, '2020-01-01', '2027-01-01'),
    marketplaceOnly: fc.boolean(),
    sellers: fc.constantFrom([], ['Rochester Electronics, LLC']),
    quantityAvailable: fc.nat(9),
  })
  .map((over) => aPart({ ...over, dkpn: null, dkpns: [] }));
const asked = fc.record({ mpn: number, manufacturer: fc.option(maker) });

/** How near a listing is to what was asked: the very number, then the very maker, its heirs, who sells it, anyone. */
function distance({ mpn, manufacturer }: PartRef, part: PartRecord): readonly [number, number] {
  const spelling = Number(mpnKey(part.mpn) !== mpnKey(mpn));
  if (manufacturer === null) return [spelling, 0];
  const compared = compareMakers(manufacturer, part.manufacturer.name);
  if (compared.kind === 'agree')
    return [spelling, Number(compared.by !== 'name' && compared.by !== 'spelling')];
  return [spelling, part.sellers.includes(manufacturer) ? 2 : 3];
}

function isNearer([a, b]: readonly [number, number], [c, d]: readonly [number, number]): boolean {
  return a < c || (a === c && b < d);
}

/** From good to bad; that nothing is known is worse than active, and no word for how bad the part is. */
function badness({ match, lifecycle }: Assessment): number {
  if (!isValid(match)) return Number.POSITIVE_INFINITY;
  return order(lifecycle);
}

function order(word: LifecycleWord): number {
  return word === 'unknown' ? rank('active') + 0.5 : rank(word);
}

test('a listing that is no nearer to what was asked than those before never makes a verdict better', () => {
  fc.assert(
    fc.property(asked, fc.array(listing, { maxLength: 5 }), listing, (ref, before, more) => {
      const same = before.filter(({ mpn }) => mpn !== 'BC547C' || ref.mpn === 'BC547C');
      fc.pre(same.some((part) => !isNearer(distance(ref, more), distance(ref, part))));
      expect(badness(verdict(ref, [...before, more]))).toBeGreaterThanOrEqual(badness(verdict(ref, before)));
    }),
    { numRuns: 2_000 },
  );
});

test('the worst of all listings of one part stands, wherever it stands in the answer', () => {
  fc.assert(
    fc.property(fc.array(listing, { minLength: 1, maxLength: 5 }), (parts) => {
      const ours = parts.map((part) => ({ ...part, mpn: 'BC547B', manufacturer: { id: 1, name: 'onsemi' } }));
      const ref = { mpn: 'BC547B', manufacturer: 'onsemi' };
      const alone = ours.map((part) => order(verdict(ref, [part]).lifecycle));
      expect(order(verdict(ref, ours).lifecycle)).toBe(Math.max(...alone));
    }),
  );
});
