import type { PartRef } from '../core/line.ts';
import { statesMaker } from '../core/maker.ts';
import type { Choice } from './choose.ts';
import { isPlaceholder, saysNotFitted } from './placeholder.ts';
import { cellText, detached } from './rows.ts';
import { couldBeMpn, isLibraryName } from './shapes.ts';

/** The part numbers of a row with their makers, and what should be known of how they were read. */
export interface Found {
  readonly parts: readonly PartRef[];
  readonly notes: readonly string[];
}

/** Different parts that are remembered for sharing; a list of more differs in most rows anyway. */
const MOST_INTERNED = 50_000;

/** Pairs each part number with its maker: one to one where there are as many columns of both, else the first maker stated. */
export function partsReader({ mpn, manufacturer }: Choice): (cells: readonly string[]) => Found {
  const interned = new Map<string, Found>();
  const isPaired = mpn.length === manufacturer.length;
  return (cells) => {
    let key = '';
    for (const { column } of mpn) key += `${cells[column.index] ?? ''}\u0000`;
    for (const { column } of manufacturer) key += `${cells[column.index] ?? ''}\u0000`;
    const before = interned.get(key);
    if (before !== undefined) return before;
    const makers = manufacturer.map(({ column }) => cellText(cells, column.index));
    const anyMaker = makers.find((maker) => maker !== '' && statesMaker(maker)) ?? '';
    const named = mpn.map(({ column, by }, place) => ({
      numbers: cellText(cells, column.index),
      makers: isPaired ? makers[place]! : anyMaker,
      isSure: by !== 'cells',
    }));
    const found = partsOf(named);
    if (interned.size === MOST_INTERNED) interned.clear();
    interned.set(detached(key), found);
    return found;
  };
}

interface Named {
  readonly numbers: string;
  readonly makers: string;
  readonly isSure: boolean;
}

function partsOf(named: readonly Named[]): Found {
  const notes: string[] = [];
  const parts: PartRef[] = [];
  for (const { numbers, makers, isSure } of named) {
    for (const part of splitCell(numbers, makers)) {
      if (isPlaceholder(part.mpn) || saysNotFitted(part.mpn)) continue;
      if (isSure || couldBeMpn(part.mpn)) parts.push(part);
      else notes.push(`"${part.mpn}" does not look like a part number and was left out.`);
    }
  }
  const distinct = withoutRepeats(parts);
  const numbers = distinct.filter(({ mpn }) => !isLibraryName(mpn));
  if (numbers.length === 0 || numbers.length === distinct.length) return shared(distinct, notes);
  const dropped = distinct.filter((part) => !numbers.includes(part)).map(({ mpn }) => `"${mpn}"`);
  return shared(numbers, [...notes, `${dropped.join(', ')} was taken for a name of a parts library.`]);
}

function shared(parts: readonly PartRef[], notes: readonly string[]): Found {
  return { parts: parts.length === 0 ? NO_PARTS : parts, notes: notes.length === 0 ? NO_NOTES : notes };
}

/** The part numbers of a cell, parted by line breaks, `~`, `;` or the word `or`, and the makers in the same order. */
export function splitCell(numbers: string, makers: string): PartRef[] {
  if (numbers === '') return [];
  const separator = SEPARATORS.find((one) => one.test(numbers));
  if (separator === undefined) return [partOf(numbers, makers)];
  const mpns = numbers.split(separator);
  const names = makers.split(separator);
  const list = names.length === mpns.length ? names : makers.split(/\n|~|;|\//);
  return mpns
    .map((mpn, place) =>
      partOf(mpn, list.length === mpns.length ? list[place]! : list.length === 1 ? makers : ''),
    )
    .filter(({ mpn }) => mpn !== '');
}

const SEPARATORS: readonly RegExp[] = [/\s*[\r\n]+\s*/, /\s*~+\s*/, /\s*;+\s*/, /\s+(?:or|oder|ou|或)\s+/i];

function partOf(number: string, maker: string): PartRef {
  const mpn = number.replace(/\s+/g, ' ').trim();
  const manufacturer = maker.replace(/\s+/g, ' ').trim();
  const isStated =
    manufacturer !== '' &&
    !isPlaceholder(manufacturer) &&
    !saysNotFitted(manufacturer) &&
    statesMaker(manufacturer);
  return { mpn: detached(mpn), manufacturer: isStated ? detached(manufacturer) : null };
}

/** Without the same part twice; a number without a maker gives way to the same number with one. */
export function withoutRepeats(parts: readonly PartRef[]): readonly PartRef[] {
  if (parts.length < 2) return parts;
  return parts.filter((part, place) => {
    const same = (other: PartRef) => other.mpn.toUpperCase() === part.mpn.toUpperCase();
    if (part.manufacturer === null && parts.some((other) => same(other) && other.manufacturer !== null))
      return false;
    return !parts.slice(0, place).some((other) => same(other) && other.manufacturer === part.manufacturer);
  });
}

const NO_NOTES: readonly string[] = [];
const NO_PARTS: readonly PartRef[] = [];
