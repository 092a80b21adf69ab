import type { PartRef } from '../bom/line.ts';
import { type Aliases, compareMakers, namesMaker } from '../identity/maker.ts';
import { suggest } from '../identity/mpn.ts';
import { distinctMakers, type MatchCandidate } from './fold.ts';
import type { PartRecord } from './listing.ts';

/** A list of more is no help. */
const MOST = 5;

/** What may have been meant: the same maker's before others', each the likest first. */
export function suggestionsFor(
  asked: PartRef,
  listed: readonly PartRecord[],
  aliases: Aliases,
): readonly MatchCandidate[] {
  const numbers = [...new Set(listed.map((part) => part.mpn))].sort();
  const all = suggest(asked.mpn, numbers, numbers.length).flatMap(({ mpn, why }) =>
    distinctMakers(
      listed.filter((part) => part.mpn === mpn),
      aliases,
    ).map((one) => ({ ...one, why })),
  );
  const isOurs = ({ part }: MatchCandidate): boolean =>
    namesMaker(asked) && compareMakers(asked.manufacturer, part.manufacturer.name, aliases).kind === 'agree';
  const ours = all.filter(isOurs);
  return [...ours, ...all.filter((one) => !ours.includes(one))].slice(0, MOST);
}
