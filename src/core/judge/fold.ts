import { type Aliases, compareMakers, makerId } from '../identity/maker.ts';
import { compareText } from '../text.ts';
import type { LifecycleWord } from '../words.ts';
import { worse } from './lifecycle.ts';
import type { PartRecord } from './listing.ts';

/** A part that the asked one could be. */
export interface MatchCandidate {
  readonly part: PartRecord;
  readonly why: string | null;
}

/** One for each maker, as it was called then, in the order of their names. */
export function distinctMakers(hits: readonly PartRecord[], aliases: Aliases): readonly MatchCandidate[] {
  const byId = new Map<string, PartRecord[]>();
  for (const part of hits) {
    const id = makerId(part.manufacturer.name, aliases);
    byId.set(id, [...(byId.get(id) ?? []), part]);
  }
  return [...byId.values()]
    .map((listings) => ({ part: fold(listings), why: null }))
    .sort((a, b) => compareText(a.part.manufacturer.name, b.part.manufacturer.name));
}

/** True when the makers of all are one firm, or one and what became of it. */
export function isOneMaker(parts: readonly PartRecord[], aliases: Aliases): boolean {
  const names = [...new Set(parts.map((part) => part.manufacturer.name))];
  return names.every((name, i) => names.slice(i + 1).every((other) => isOneLine(name, other, aliases)));
}

function isOneLine(a: string, b: string, aliases: Aliases): boolean {
  const compared = compareMakers(a, b, aliases);
  return compared.kind === 'agree' && compared.by !== 'sale' && compared.by !== 'owner';
}

/**
 * Several listings of one part as one: those `named` first before others, the maker's or DigiKey's own before a
 * marketplace seller's. Stocks are added up; the status is that of the worst; sellers, statements and what could not be
 * read are those of all, so that no listing hides another.
 */
export function fold(parts: readonly PartRecord[], named: readonly PartRecord[] = []): PartRecord {
  const [first, ...others] = [...parts].sort(
    (a, b) =>
      Number(named.includes(b)) - Number(named.includes(a)) ||
      Number(a.marketplaceOnly) - Number(b.marketplaceOnly) ||
      inFixedOrder(a, b),
  );
  if (!first) throw new Error('nothing to fold');
  if (others.length === 0) return first;
  const sum = (count: (part: PartRecord) => number): number =>
    parts.reduce((total, part) => total + count(part), 0);
  const worst = [first, ...others].reduce((a, b) => (isWorse(b, a) ? b : a));
  return {
    ...first,
    status: worst.status,
    endOfLife: worst.endOfLife,
    discontinued: worst.discontinued,
    lastBuyDate: worst.lastBuyDate,
    quantityAvailable: sum((part) => part.quantityAvailable ?? 0),
    marketplaceQuantity: sum((part) => part.marketplaceQuantity),
    marketplaceOnly: parts.every((part) => part.marketplaceOnly),
    sellers: unique(parts.flatMap((part) => part.sellers)),
    statements: [first, ...others].flatMap((part) => part.statements),
    unreadable: unique(parts.flatMap((part) => part.unreadable)),
  };
}

/** What step two says of a product stands in place of what step one said; the other listings stay. */
export function completedBy(
  details: readonly PartRecord[],
  parts: readonly PartRecord[],
): readonly PartRecord[] {
  const isSame = (a: PartRecord, b: PartRecord): boolean =>
    a.dkpns.some((dkpn) => b.dkpns.includes(dkpn)) ||
    (a.mpn === b.mpn && a.manufacturer.name === b.manufacturer.name && a.dkpns.length * b.dkpns.length === 0);
  return [...details, ...parts.filter((part) => !details.some((one) => isSame(one, part)))];
}

function isWorse(a: PartRecord, b: PartRecord): boolean {
  return worse(statedWord(a), statedWord(b)) === statedWord(a) && statedWord(a) !== statedWord(b);
}

/** The worst that a listing states. */
function statedWord({ statements }: PartRecord): LifecycleWord {
  return statements.map(({ word }) => word).reduce(worse, 'unknown');
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

/** So that the order of an answer decides nothing. */
export function inFixedOrder(a: PartRecord, b: PartRecord): number {
  return (
    compareText(a.manufacturer.name, b.manufacturer.name) ||
    compareText(a.mpn, b.mpn) ||
    compareText(a.dkpn ?? '', b.dkpn ?? '') ||
    compareText(JSON.stringify(a), JSON.stringify(b))
  );
}
