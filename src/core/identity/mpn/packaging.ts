import { looseKey, mpnKey } from './clean.ts';
import { type Mark, REEL, SUFFIXES } from './suffixes.ts';

interface Suffix {
  readonly text: string;
  readonly says: readonly Mark[];
  /** Null when many makers use it. */
  readonly maker: string | null;
}

const CONVENTIONS = [
  { maker: null, pattern: REEL, says: ['reel' as Mark] },
  ...Object.entries(SUFFIXES).flatMap(([maker, suffixes]) =>
    suffixes.map(([pattern, ...says]) => ({ maker, pattern, says })),
  ),
];

/**
 * Why two numbers are the same part in another packaging or finish, by one maker's conventions; undefined when they
 * differ in more, or by suffixes of two makers. It is a hint and no proof: one packaging may be obsolete while
 * another is active.
 */
export function packagingDifference(asked: string, listed: string): string | undefined {
  const [a, b] = [dissect(mpnKey(asked)), dissect(mpnKey(listed))];
  const makers = new Set([...a.suffixes, ...b.suffixes].flatMap(({ maker }) => maker ?? []));
  if (looseKey(a.stem) !== looseKey(b.stem) || makers.size > 1) return undefined;
  const [ours, theirs] = withoutCommon(a.suffixes, b.suffixes);
  if (ours.length === 0 && theirs.length === 0) return undefined;
  if (ours.length === 0) return `${gained(theirs)} (suffix ${written(theirs)})`;
  if (theirs.length === 0) return `the same part without the suffix ${written(ours)}${lost(ours)}`;
  return `only the suffix differs: ${written(ours)} is asked, ${written(theirs)} is listed`;
}

function withoutCommon(a: readonly Suffix[], b: readonly Suffix[]): [readonly Suffix[], readonly Suffix[]] {
  const alike = a.length > 0 && a[0]?.text === b[0]?.text;
  return alike ? withoutCommon(a.slice(1), b.slice(1)) : [a, b];
}

function gained(suffixes: readonly Suffix[]): string {
  const leadFree = say(suffixes, 'lead-free');
  if (say(suffixes, 'reel'))
    return leadFree ? 'the same part, lead-free on tape and reel' : 'the same part on tape and reel';
  return leadFree ? 'the lead-free version of it' : 'the same part in another packing';
}

function lost(suffixes: readonly Suffix[]): string {
  return say(suffixes, 'lead-free') ? ', which is not said to be lead-free' : '';
}

function say(suffixes: readonly Suffix[], mark: Mark): boolean {
  return suffixes.some(({ says }) => says.includes(mark));
}

function written(suffixes: readonly Suffix[]): string {
  return suffixes.map(({ text }) => text).join('');
}

/** Cuts the longest suffix again and again; the suffixes are in the order in which they stood. */
function dissect(key: string): { readonly stem: string; readonly suffixes: readonly Suffix[] } {
  const last = longestSuffix(key);
  if (last === undefined) return { stem: key, suffixes: [] };
  const { stem, suffixes } = dissect(last.rest);
  return { stem, suffixes: [...suffixes, last.suffix] };
}

function longestSuffix(key: string): { readonly rest: string; readonly suffix: Suffix } | undefined {
  const cuts = CONVENTIONS.flatMap(({ maker, pattern, says }) => {
    const found = pattern.exec(key);
    if (found === null) return [];
    const rest = key.slice(0, found.index) + key.slice(found.index + found[0].length);
    return isNumber(rest) ? [{ rest, suffix: { text: found[0].trim(), says, maker } }] : [];
  });
  return cuts.sort((a, b) => a.rest.length - b.rest.length)[0];
}

/** What is left must still be a part number. */
function isNumber(text: string): boolean {
  return text.length >= 4 && /\d/.test(text);
}
