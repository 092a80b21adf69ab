import { COMPANIES, type CompanyId } from './companies.ts';
import { agree, differ, doubt, type MakerComparison } from './comparison.ts';
import { MERGERS } from './data/mergers.ts';
import { AFTERMARKET, OWNERS } from './data/owners.ts';
import { SALES } from './data/sales.ts';

/**
 * Assumes that the part number is the same. What a firm became is that firm. A sale goes one way: who names the
 * seller may mean what the buyer now lists, but a buyer's part under the seller's name is an older one, hence
 * `doubt`. Two firms that one heir took over were never each other.
 */
export function compareCompanies(asked: CompanyId, listed: CompanyId): MakerComparison {
  const [a, b] = [heirs(asked), heirs(listed)];
  if (asked === listed) return agree('spelling', `both are names of ${nameOf(asked)}`);
  if (a.includes(listed)) return agree('merger', succession(a.slice(0, a.indexOf(listed))));
  if (b.includes(asked)) return agree('merger', succession(b.slice(0, b.indexOf(asked))));
  const owner = OWNERS.find(({ owned, by }) => isPair([owned, by], [asked, listed]));
  if (owner) return agree('owner', ownership(owner));
  const bought = SALES.find(({ from, to }) => from === asked && heirs(to).includes(listed));
  if (bought) return agree('sale', sale(bought));
  const sold = SALES.find(({ from, to }) => from === listed && heirs(to).includes(asked));
  if (sold) return doubt(`${sale(sold)}, but this is listed as ${nameOf(sold.from)}'s`);
  if (AFTERMARKET.includes(listed)) return doubt(`${nameOf(listed)} lists other makers' parts as its own`);
  if (a.at(-1) === b.at(-1)) return doubt(siblings(asked, listed, a.at(-1)!));
  return differ(`${nameOf(asked)} and ${nameOf(listed)} are different makers`);
}

/** The company and those that took it over whole, one after the other; the last is the one of today. */
export function heirs(id: CompanyId): readonly CompanyId[] {
  const merger = MERGERS[id];
  return merger === undefined ? [id] : [id, ...heirs(merger.into)];
}

export function nameOf(id: CompanyId): string {
  return COMPANIES[id][0];
}

function isPair(pair: readonly CompanyId[], of: readonly CompanyId[]): boolean {
  return pair.every((id) => of.includes(id));
}

function succession(ids: readonly CompanyId[]): string {
  return ids
    .map((id) => {
      const { into, year } = MERGERS[id]!;
      return year === undefined
        ? `${nameOf(id)} is part of ${nameOf(into)}`
        : `${nameOf(id)} has been ${nameOf(into)} since ${year}`;
    })
    .join(', ');
}

function ownership({ owned, by, year }: (typeof OWNERS)[number]): string {
  return year === undefined
    ? `${nameOf(owned)} belongs to ${nameOf(by)}`
    : `${nameOf(owned)} has belonged to ${nameOf(by)} since ${year}`;
}

function sale({ from, to, year, what }: (typeof SALES)[number]): string {
  return `${nameOf(to)} took over ${what} of ${nameOf(from)}${year === undefined ? '' : ` in ${year}`}`;
}

function siblings(a: CompanyId, b: CompanyId, heir: CompanyId): string {
  return `${nameOf(a)} and ${nameOf(b)} are both part of ${nameOf(heir)} and were different makers`;
}
