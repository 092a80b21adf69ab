import { mpnKey } from '../identity/mpn.ts';
import type { LineItem, PartRef } from './line.ts';

/** What a BOM has of one part number, over all its fitted lines that name it first. */
export interface BomPart {
  /** As the first line writes it; null for lines without a part number. */
  readonly mpn: string | null;
  /** The makers that the lines name, sorted. */
  readonly manufacturers: readonly string[];
  /** Per board; null when a line does not say. */
  readonly quantity: number | null;
  /** One by one, sorted. */
  readonly designators: readonly string[];
  /** The further part numbers of the lines, sorted. */
  readonly alternates: readonly string[];
}

/** A part that the later revision has, and the part numbers that stood at its designators before. */
export interface AddedPart extends BomPart {
  readonly replaces: readonly string[];
}

/** A part of both revisions that is not the same in both; `says` tells each difference in a sentence. */
export interface ChangedPart {
  readonly from: BomPart;
  readonly to: BomPart;
  readonly says: readonly string[];
}

/** Two revisions of a BOM, part by part; lists by part number. */
export interface BomDiff {
  readonly added: readonly AddedPart[];
  readonly removed: readonly BomPart[];
  readonly changed: readonly ChangedPart[];
  /** Parts that are the same in both. */
  readonly same: number;
}

/** The designators that a cell lists; null when it is no list. */
export type Expand = (cell: string) => readonly string[] | null;

/** Compares the fitted lines of two revisions by part number, however it is spelt. */
export function diffBoms(before: readonly LineItem[], after: readonly LineItem[], expand: Expand): BomDiff {
  const [old, now] = [partsOf(before, expand), partsOf(after, expand)];
  const places = new Map(
    [...old.values()].flatMap((part) => part.designators.map((one) => [one, part] as const)),
  );
  const pairs = [...now].map(([key, to]) => ({ from: old.get(key), to }));
  const changed = pairs.flatMap(({ from, to }) => {
    const says = from ? differences(from, to) : [];
    return from && says.length > 0 ? [{ from, to, says }] : [];
  });
  const added = pairs
    .filter(({ from }) => !from)
    .map(({ to }) => ({ ...to, replaces: replacedBy(to, places) }));
  return {
    added: added.sort(byNumber),
    removed: [...old].flatMap(([key, part]) => (now.has(key) ? [] : [part])).sort(byNumber),
    changed: changed.sort((a, b) => byNumber(a.to, b.to)),
    same: pairs.length - added.length - changed.length,
  };
}

function partsOf(lines: readonly LineItem[], expand: Expand): ReadonlyMap<string, BomPart> {
  const groups = new Map<string, LineItem[]>();
  for (const line of lines) {
    if (!line.fitted) continue;
    const [first] = line.parts;
    const key = first ? mpnKey(first.mpn) : '';
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return new Map([...groups].map(([key, group]) => [key, toPart(group, expand)]));
}

function toPart(lines: readonly LineItem[], expand: Expand): BomPart {
  const firsts = lines.flatMap(({ parts }) => parts.slice(0, 1));
  const cells = lines.flatMap(({ designators }) => designators ?? []);
  const others = lines.flatMap(({ parts }) => parts.slice(1));
  return {
    mpn: firsts[0]?.mpn ?? null,
    manufacturers: sorted(firsts.flatMap(({ manufacturer }) => manufacturer ?? [])),
    quantity: lines.reduce<number | null>(
      (sum, { quantity }) => (sum === null || quantity === null ? null : sum + quantity),
      0,
    ),
    designators: sorted(cells.flatMap((cell) => expand(cell) ?? [cell])),
    alternates: sorted(others.map(({ mpn }: PartRef) => mpn)),
  };
}

function replacedBy({ mpn, designators }: BomPart, places: ReadonlyMap<string, BomPart>): readonly string[] {
  return sorted(designators.flatMap((place) => places.get(place)?.mpn ?? [])).filter((old) => old !== mpn);
}

function differences(from: BomPart, to: BomPart): readonly string[] {
  const [was, is] = [from.quantity ?? 'not stated', to.quantity ?? 'not stated'];
  return [
    ...(was === is ? [] : [`The quantity was ${was}, and is ${is}.`]),
    ...setDifference('designators', from.designators, to.designators),
    ...setDifference('makers', from.manufacturers, to.manufacturers),
    ...setDifference('alternates', from.alternates, to.alternates),
  ];
}

function setDifference(what: string, from: readonly string[], to: readonly string[]): readonly string[] {
  const [old, now] = [new Set(from), new Set(to)];
  const gone = from.filter((one) => !now.has(one));
  const come = to.filter((one) => !old.has(one));
  return [
    ...(come.length > 0 ? [`Added ${what}: ${come.join(', ')}.`] : []),
    ...(gone.length > 0 ? [`Removed ${what}: ${gone.join(', ')}.`] : []),
  ];
}

function sorted(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort(naturally.compare);
}

/** `R2` before `R10`, the same on every machine. */
const naturally = new Intl.Collator('en', { numeric: true });

function byNumber(a: BomPart, b: BomPart): number {
  return naturally.compare(a.mpn ?? '', b.mpn ?? '');
}
