import type { PartRef } from '../bom/line.ts';
import { namesMaker } from '../identity/maker.ts';
import { compareMpn, isSameForm, looseKey, mpnKey } from '../identity/mpn.ts';
import type { PartRecord } from './listing.ts';

/** The products that have the number. */
export interface SameNumber {
  readonly hits: readonly PartRecord[];
  /** True when the numbers are not written alike. */
  readonly spelling: boolean;
  readonly step: string;
}

/**
 * Being written alike comes before another spelling or form of the maker's, and that before another packaging, which
 * counts only where the user says so.
 */
export function sameNumber(
  asked: PartRef,
  listed: readonly PartRecord[],
  packagingIsSame: boolean,
): SameNumber {
  const { mpn } = asked;
  const key = mpnKey(mpn);
  const isKey = (number: string): boolean => mpnKey(number) === key;
  const same = listed.filter((part) => isKey(part.mpn) || part.dkpns.some(isKey));
  if (same.length > 0) {
    const literal = same.some((part) => part.mpn === mpn || part.dkpns.includes(mpn));
    const products = same.length === 1 ? 'listed product has' : 'listed products have';
    const step = `${same.length} ${products} the number ${mpn}`;
    return { hits: same, spelling: !literal, step };
  }
  const loose = looseKey(mpn);
  // Bare digits that lost zeros may be anybody's
  const isTelling = namesMaker(asked) || /\D/.test(key);
  const spelt = listed.filter(
    (part) =>
      looseKey(part.mpn) === loose ||
      part.otherNames.some(isKey) ||
      (isTelling && isSameForm(mpn, part.mpn, part.manufacturer.name)),
  );
  if (spelt.length > 0) {
    return { hits: spelt, spelling: true, step: `${spelt[0]!.mpn} is ${mpn} written otherwise` };
  }
  const packed = packagingIsSame
    ? listed.filter((part) => compareMpn(mpn, part.mpn).kind === 'packaging')
    : [];
  const step = `${packed[0]?.mpn} differs from ${mpn} by its packaging suffix only`;
  return { hits: packed, spelling: true, step };
}
