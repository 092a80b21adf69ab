import type { PartRef } from '../core/bom/line.ts';
import { statesMaker } from '../core/identity/maker.ts';
import type { Choice } from './choose.ts';
import type { Chosen } from './chosen.ts';
import { type Mention, mentionOf } from './mention.ts';
import { isPlaceholder, saysNotFitted } from './placeholder.ts';
import { cellText, detached } from './rows.ts';
import { couldBeMpn, isLibraryName, looksLikeMpn } from './shapes.ts';
import { OR_EQUIVALENT } from './words/no-number.ts';

/** The part numbers of a row with their makers, and what should be known of how they were read. */
export interface Found {
  readonly parts: readonly PartRef[];
  readonly notes: readonly string[];
}

/** Different parts that are remembered for sharing; a list of more differs in most rows anyway. */
const MOST_INTERNED = 50_000;

/** Characters; DigiKey takes 250 in a question, and no maker needs half of them. */
const LONGEST_MPN = 120;

/** Reads the part numbers of rows with their makers; rows that say the same share one object. */
export function partsReader(choice: Choice): (cells: readonly string[]) => Found {
  const places = [...choice.mpn, ...choice.manufacturer].map(({ column }) => column.index);
  const stated = new Map<string, string | null>();
  const root: Remembered = {};
  let count = 0;
  return (cells) => {
    let at = root;
    for (const place of places) at = next(at, cells[place] ?? '');
    if (at.found === undefined) {
      at.found = partsOf(namedIn(cells, choice), stated);
      count += 1;
    }
    const { found } = at;
    if (count === MOST_INTERNED) {
      root.next = undefined;
      count = 0;
    }
    return found;
  };
}

/** What a row says, cell by cell; behind the last one is what was found. */
interface Remembered {
  next?: Map<string, Remembered> | undefined;
  found?: Found;
}

function next(at: Remembered, text: string): Remembered {
  at.next ??= new Map();
  const known = at.next.get(text);
  if (known !== undefined) return known;
  const fresh: Remembered = {};
  at.next.set(detached(text), fresh);
  return fresh;
}

interface Named {
  readonly numbers: string;
  readonly makers: string;
  readonly isSure: boolean;
}

/**
 * The filled cells of part numbers, each with its cell of makers: one to one where there are as many columns of both.
 * Otherwise, and where that cell is blank for the only number, the first maker that is stated is the first number's.
 */
function namedIn(cells: readonly string[], { mpn, manufacturer }: Choice): Named[] {
  const makers = inSheetOrder(manufacturer).map(({ column }) => cellText(cells, column.index));
  const isPaired = mpn.length === makers.length;
  const order = inSheetOrder(mpn);
  const named = mpn
    .map((chosen) => ({
      numbers: cellText(cells, chosen.column.index),
      makers: isPaired ? makers[order.indexOf(chosen)]! : '',
      isSure: chosen.by !== 'cells',
    }))
    .filter(({ numbers }) => numbers !== '' && !isPlaceholder(numbers));
  const [first, ...others] = named;
  const isLeft = first !== undefined && first.makers === '' && (!isPaired || others.length === 0);
  return isLeft
    ? [{ ...first, makers: makers.find((maker) => !isPlaceholder(maker)) ?? '' }, ...others]
    : named;
}

function inSheetOrder(chosen: readonly Chosen[]): readonly Chosen[] {
  return [...chosen].sort((left, right) => left.column.index - right.column.index);
}

function partsOf(named: readonly Named[], stated: Map<string, string | null>): Found {
  const notes: string[] = [];
  const parts: PartRef[] = [];
  const mentions = named.flatMap(({ numbers, makers, isSure }) =>
    splitCell(numbers, makers).map((mention) => ({ ...mention, isSure })),
  );
  for (const { mpn, maker, note, isSure } of mentions) {
    if (note !== null) notes.push(note);
    if (mpn === '' || isPlaceholder(mpn) || saysNotFitted(mpn)) continue;
    if (mpn.length <= LONGEST_MPN && (isSure || couldBeMpn(mpn)))
      parts.push({ mpn: detached(mpn), manufacturer: statedMaker(maker, stated) });
    else notes.push(`"${shortened(mpn)}" does not look like a part number and was left out.`);
  }
  const distinct = withoutRepeats(parts);
  const numbers = distinct.filter(({ mpn }) => !isLibraryName(mpn));
  if (numbers.length === 0 || numbers.length === distinct.length) return shared(distinct, notes);
  const dropped = distinct.filter((part) => !numbers.includes(part)).map(({ mpn }) => `"${mpn}"`);
  return shared(numbers, [...notes, `${dropped.join(', ')} was taken for a name of a parts library.`]);
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function shared(parts: readonly PartRef[], notes: readonly string[]): Found {
  return { parts: parts.length === 0 ? NO_PARTS : parts, notes: notes.length === 0 ? NO_NOTES : notes };
}

/** The part numbers of a cell with their makers: those that stand in the cell itself, else those of the cell of makers. */
export function splitCell(numbers: string, makers: string): Mention[] {
  const entries = entriesOf(numbers);
  const names = makersOf(makers, entries.length);
  return entries
    .map((entry, place) => {
      const mention = mentionOf(onOneLine(entry));
      return mention.maker === '' ? { ...mention, maker: onOneLine(names[place]!) } : mention;
    })
    .filter(({ mpn, note }) => mpn !== '' || note !== null);
}

/** Numbers are parted by line breaks, `~`, `;` or the word `or`; by `/`, `|` and commas only where each is a number. */
function entriesOf(numbers: string): readonly string[] {
  const separator = SEPARATORS.find((one) => one.test(numbers));
  if (separator !== undefined) {
    return withoutLooseEnds(numbers.split(separator).filter((entry) => entry.trim() !== ''));
  }
  for (const one of numbers.length < LONGEST_LIST ? WEAK_SEPARATORS : []) {
    const entries = numbers.split(one);
    if (entries.length > 1 && entries.every((entry) => looksLikeMpn(mentionOf(entry.trim()).mpn)))
      return entries;
  }
  return [numbers];
}

/** What only says that another part will do belongs to the number before it: `LM358DR or equivalent`. */
function withoutLooseEnds(entries: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const entry of entries) {
    const isLoose = joined.length > 0 && entry.length < LONGEST_MPN && OR_EQUIVALENT.test(` ${entry.trim()}`);
    if (isLoose) joined.push(`${joined.pop()} or ${entry}`);
    else joined.push(entry);
  }
  return joined;
}

const SEPARATORS: readonly RegExp[] = [
  /\s*[\r\n]+\s*/,
  /\s*~+\s*/,
  /\s*;+\s*/,
  /\s+(?:or|oder|ou|oppure|lub|nebo|vagy|eller|tai|of|sau|veya|или|або|ή|或|または|또는)\s+/iu,
];
const WEAK_SEPARATORS: readonly RegExp[] = [
  /\s+[/|&+]\s+/,
  /\s*\|\s*/,
  /\s*[,(]?\s*\balt(?:ernates?|ernatives?|\.)?\s*[:.]\s*/i,
  /\s*[,、，]\s+|\s*[、，]\s*/,
  /\s+(?:and|und|et|e|y|o|i|и)\s+/i,
];
const LONGEST_LIST = 500;

/** One for each number, in the same order; the only one is that of all. */
function makersOf(makers: string, count: number): readonly string[] {
  if (count === 1) return [makers];
  const separators = [...SEPARATORS, /[\n~;/]/, /\s*[,|]\s*/];
  const lists = separators.map((separator) => makers.split(separator).filter((name) => name.trim() !== ''));
  const isShared = !/[\n~;]/.test(makers);
  return (
    lists.find((list) => list.length === count) ??
    Array.from({ length: count }, () => (isShared ? makers : ''))
  );
}

function onOneLine(text: string): string {
  return /\s\s|[\n\t]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim();
}

/** The maker, or null where the cell names none; `known` remembers the answers. */
function statedMaker(maker: string, known: Map<string, string | null>): string | null {
  const before = known.get(maker);
  if (before !== undefined) return before;
  const isStated = maker !== '' && !isPlaceholder(maker) && !saysNotFitted(maker) && statesMaker(maker);
  const name = detached(maker);
  known.set(name, isStated ? name : null);
  return isStated ? name : null;
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
