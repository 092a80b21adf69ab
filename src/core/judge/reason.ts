import type { PartRef } from '../bom/line.ts';
import { count } from '../text.ts';
import type { Candidate } from './candidate.ts';
import type { Lifecycle } from './lifecycle.ts';
import { ownStock, type PartRecord } from './listing.ts';
import type { Match } from './match.ts';

/** What a person can act on, for a part that was found: how alive it is, and whose stock there is. */
export function lifecycleReason(lifecycle: Lifecycle, part: PartRecord): string {
  return [lifecycleSentence(lifecycle, part), ...sellersSentence(part)].join(' ');
}

/** Nothing where no marketplace seller is involved. */
function sellersSentence(part: PartRecord): readonly string[] {
  const { marketplaceQuantity: theirs, sellers } = part;
  const names = sellers.length === 0 ? '' : ` (${sellers.join(', ')})`;
  if (part.marketplaceOnly) {
    const least = part.minimumOrderQuantity ?? 1;
    const most =
      theirs === 0
        ? 'none in stock'
        : `${theirs} in stock${least > 1 ? `, at least ${least} at a time` : ''}`;
    return [`Not DigiKey's own: only marketplace sellers${names} offer it, ${most}.`];
  }
  if (theirs === 0) return [];
  return [
    `DigiKey's own stock is ${ownStock(part) ?? 'not stated'}; marketplace sellers${names} have ${theirs}.`,
  ];
}

function lifecycleSentence({ word, lastBuyDate, daysToLastBuy }: Lifecycle, part: PartRecord): string {
  switch (word) {
    case 'active':
      return 'Active.';
    case 'preliminary':
      return 'Preliminary: not yet in full production.';
    case 'nrnd':
      return 'Not for new designs: choose a successor for the next revision.';
    case 'distributor-discontinued':
      return `DigiKey has stopped selling it; ask ${part.manufacturer.name} whether it is still made.`;
    case 'last-buy':
      return daysToLastBuy === null
        ? `Last-time buy without a stated date: ask ${part.manufacturer.name} for the date.`
        : `Last-time buy: order by ${lastBuyDate} (${count(daysToLastBuy, 'day')} left).`;
    case 'eol':
      return daysToLastBuy !== null && daysToLastBuy >= 0
        ? `End of life is announced: order by ${lastBuyDate} (${count(daysToLastBuy, 'day')} left).`
        : `End of life is announced: ask ${part.manufacturer.name} for the last-buy date.`;
    case 'last-buy-passed':
      return `The last-buy date ${lastBuyDate} passed ${count(-(daysToLastBuy ?? 0), 'day')} ago: find a replacement or remaining stock.`;
    case 'obsolete':
      return `Obsolete${lastBuyDate === null ? '' : ` (last-buy date ${lastBuyDate})`}: find a replacement.`;
    case 'unknown':
      return `DigiKey gives a status that we do not know (${part.status.text ?? 'none'}, id ${part.status.id}): look at the product page.`;
  }
}

/** The same for a part that was not found, or not for certain. */
export function matchReason(ref: PartRef, match: Match, candidates: readonly Candidate[]): string {
  const makers = candidates.map(({ manufacturer }) => manufacturer).join(', ');
  switch (match.word) {
    case 'ambiguous':
      return ref.manufacturer === null
        ? `Made by ${makers}: name the maker in the BOM. ${agreement(candidates)}`
        : `Not certain that "${ref.manufacturer}" is ${makers}: ${match.steps.at(-1)}.`;
    case 'other-manufacturer':
      return `DigiKey lists this number from ${makers}, not from ${ref.manufacturer}.`;
    case 'near':
      return `No such part number; did you mean ${candidates[0]?.mpn} of ${candidates[0]?.manufacturer}?`;
    default:
      return 'DigiKey does not list this part number: check it, or ask its maker.';
  }
}

/** Whether it matters which of the candidates is meant. */
function agreement(candidates: readonly Candidate[]): string {
  const words = new Set(candidates.map(({ lifecycle }) => lifecycle));
  const each = candidates.map(({ manufacturer, lifecycle }) => `${manufacturer} ${lifecycle}`).join(', ');
  return words.size === 1 ? `All agree: ${[...words][0]}.` : `They differ: ${each}.`;
}
