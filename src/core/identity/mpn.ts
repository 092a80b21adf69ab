import { distance } from 'fastest-levenshtein';
import { looseKey, mpnKey } from './mpn/clean.ts';
import { packagingDifference } from './mpn/packaging.ts';

export { cleanMpn, looseKey, mpnKey } from './mpn/clean.ts';
export { diagnoseMpn, numbersWithin } from './mpn/diagnose.ts';
export { isSameForm, otherForms } from './mpn/forms.ts';

/** How a listed number relates to the one that was asked for; only `same` and `spelling` are one number. */
export type MpnComparison =
  | { readonly kind: 'same' }
  | { readonly kind: 'spelling'; readonly why: string }
  | { readonly kind: 'packaging'; readonly why: string }
  | { readonly kind: 'different' };

/** A number that may have been meant, and what sets it apart from the one asked for. */
export interface Suggestion {
  readonly mpn: string;
  readonly why: string;
}

/** `packaging` is a hint by the makers' conventions and no proof: see `packagingDifference`. */
export function compareMpn(asked: string, listed: string): MpnComparison {
  if (mpnKey(asked) === mpnKey(listed)) return { kind: 'same' };
  if (looseKey(asked) === looseKey(listed))
    return { kind: 'spelling', why: separatorDifference(asked, listed) };
  const why = packagingDifference(asked, listed);
  return why === undefined ? { kind: 'different' } : { kind: 'packaging', why };
}

/**
 * The listed numbers that are most like the asked one, the likest first, at most `most`; never the asked number
 * itself, none twice, none that has little in common with it.
 */
export function suggest(asked: string, listed: readonly string[], most = 5): Suggestion[] {
  const key = mpnKey(asked);
  const others = new Map(listed.map((mpn) => [mpnKey(mpn), mpn]));
  others.delete(key);
  return [...others]
    .map(([other, mpn]) => likeness(key, other, mpn))
    .filter((candidate) => candidate !== undefined)
    .sort((a, b) => a.rank - b.rank || b.prefix - a.prefix || (a.mpn < b.mpn ? -1 : 1))
    .slice(0, most)
    .map(({ mpn, why }) => ({ mpn, why }));
}

/** Rank 0 is another spelling, 1 another packaging or a piece of it, above that one more than the edits between them. */
function likeness(key: string, other: string, mpn: string) {
  const prefix = commonPrefix(key, other);
  const compared = compareMpn(key, other);
  if (compared.kind === 'spelling') return { mpn, prefix, rank: 0, why: compared.why };
  if (compared.kind === 'packaging') return { mpn, prefix, rank: 1, why: compared.why };
  if (holds(key, other)) return { mpn, prefix, rank: 1, why: `stands within ${key}` };
  const edits = distance(key, other);
  const longer = Math.max(key.length, other.length);
  const alike =
    edits <= Math.max(1, Math.floor(longer / 4)) || prefix >= Math.max(4, Math.ceil(key.length * 0.6));
  return alike ? { mpn, prefix, rank: 1 + edits, why: difference(key, other, edits) } : undefined;
}

/** True for a number beside something else in one cell: `595-LM358BAIPWR`, `BSS138 / BSS123`. */
function holds(key: string, other: string): boolean {
  if (other.length < 4 || !/\d/.test(other)) return false;
  const at = key.indexOf(other);
  const isEdge = (letter: string | undefined) => letter === undefined || !/[\p{L}\p{N}]/u.test(letter);
  return at >= 0 && isEdge(key[at - 1]) && isEdge(key[at + other.length]);
}

function difference(key: string, other: string, edits: number): string {
  const more = other.length - key.length;
  if (more > 0 && other.startsWith(key)) return `${characters(more)} more at the end`;
  if (more < 0 && key.startsWith(other)) return `${characters(-more)} fewer at the end`;
  if (/^0+$/.test(other.slice(0, Math.max(0, more))) && other.endsWith(key))
    return `${characters(more)} more in front: zeros that a spreadsheet may have dropped`;
  if (edits === more) return `${characters(more)} more inside`;
  if (edits === -more) return `${characters(-more)} fewer inside`;
  return `differs in ${edits} character${edits === 1 ? '' : 's'}`;
}

function characters(count: number): string {
  return count === 1 ? 'one character' : `${count} characters`;
}

function separatorDifference(asked: string, listed: string): string {
  const without = (mpn: string, separator: RegExp) => mpnKey(mpn).replace(separator, '');
  if (without(asked, / /g) === without(listed, / /g)) return 'differs only in spaces';
  if (without(asked, /-/g) === without(listed, /-/g)) return 'differs only in dashes';
  return 'differs only in spaces, dashes or underscores';
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
