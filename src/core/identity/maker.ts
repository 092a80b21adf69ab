import type { PartRef } from '../bom/line.ts';
import { COMPANIES, type CompanyId } from './makers/companies.ts';
import { agree, doubt, likeliest, type MakerComparison } from './makers/comparison.ts';
import { compareWords } from './makers/likeness.ts';
import { type Aliases, companiesOf, namesakesOf, statedNames, statesMaker } from './makers/lookup.ts';
import { compareCompanies, heirs, nameOf } from './makers/relations.ts';
import { letters, nameKey } from './makers/spelling.ts';

export type { MakerComparison } from './makers/comparison.ts';
export { type Aliases, statesMaker } from './makers/lookup.ts';

/**
 * One id for all spellings of a company, as it was called then: `Linear Technology` and `LTC` have one, `ADI` has
 * another. Several joined by `+` when the name states several; the normalised text when it is no company that we know.
 */
export function makerId(name: string, aliases: Aliases = {}): string {
  const names = statedNames(name, aliases);
  const ids = new Set(names.flatMap(companiesOf));
  return ids.size > 0 ? [...ids].sort().join('+') : names.map(nameKey).join('');
}

/** As DigiKey names the company, if it does; undefined for an id that is no single known company. */
export function makerName(id: string): string | undefined {
  return isCompany(id) ? nameOf(id) : undefined;
}

/** Whether a part is asked with its maker. */
export function namesMaker(asked: PartRef): asked is PartRef & { readonly manufacturer: string } {
  return asked.manufacturer !== null && statesMaker(asked.manufacturer);
}

/**
 * Assumes that the part number is the same, so that it is asked only whose it is. Agreement needs a reason from the
 * table or an equal name; names that are not known are never equated on likeness alone.
 */
export function compareMakers(asked: string, listed: string, aliases: Aliases = {}): MakerComparison {
  if (!statesMaker(asked)) return doubt(`"${asked}" names no maker`);
  const [ours, theirs] = [statedNames(asked, aliases), statedNames(listed, aliases)];
  const isWhole = theirs.length === 1;
  const found = likeliest(
    ours.flatMap((one) =>
      theirs.map((other) => (isWhole ? compareNames(one, other) : comparePart(one, other))),
    ),
  );
  if (letters(asked) !== letters(listed)) return found;
  if (found.kind === 'agree' || !isWhole) return agree('name', `the maker is ${listed}`);
  return found;
}

function compareNames(asked: string, listed: string): MakerComparison {
  const others = companiesOf(listed);
  const pairs = companiesOf(asked).flatMap((one) => others.map((other) => compareCompanies(one, other)));
  if (pairs.length > 0) return likeliest(pairs);
  return isNamesake(asked, listed) || isNamesake(listed, asked)
    ? doubt(`${asked} and ${listed} share a name and are different firms`)
    : compareWords(asked, listed);
}

/** A listing that names several firms is only for the table to read. */
function comparePart(asked: string, listed: string): MakerComparison {
  const compared = compareNames(asked, listed);
  const isKnown = companiesOf(asked).length > 0 && companiesOf(listed).length > 0;
  return compared.kind === 'agree' && !isKnown
    ? doubt(`${listed} is named there beside another maker`)
    : compared;
}

/** Whether the first bears the name of a firm that the other is or has become. */
function isNamesake(name: string, other: string): boolean {
  const lines = namesakesOf(name).flatMap(heirs);
  return companiesOf(other).some((id) => lines.includes(id));
}

function isCompany(id: string): id is CompanyId {
  return Object.hasOwn(COMPANIES, id);
}
