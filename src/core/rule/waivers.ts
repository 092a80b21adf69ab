import { mpnKey } from '../identity/mpn.ts';
import { rank } from '../judge/lifecycle.ts';
import { namesFile, wildcard } from '../wildcard.ts';
import type { LifecycleWord, MatchWord } from '../words.ts';

/** A finding that somebody accepts for a stated reason, until a day, in the state that it has now. */
export interface Waiver {
  /** A part number, spelt in any case; with `*` and `?` as wildcards it stands for many. */
  readonly mpn: string;
  /** As the BOM or the provider names it; null: of any maker. */
  readonly manufacturer: string | null;
  /** Paths or names of BOM files, wildcards allowed; null: every BOM. */
  readonly boms: readonly string[] | null;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds, `YYYY-MM-DD`. */
  readonly until: string;
  readonly grantedFor: GrantedFor;
}

/** The state that was accepted: the waiver lapses by itself when it gets worse. */
export interface GrantedFor {
  readonly lifecycle: LifecycleWord;
  /** Null: any match. Else another match lapses it. */
  readonly match: MatchWord | null;
  /** `YYYY-MM-DD`; null: none was stated, so that a date which appears lapses it. */
  readonly lastBuyDate: string | null;
}

/** What a waiver is held against. */
export interface WaivedState {
  readonly mpn: string;
  readonly manufacturer: string | null;
  readonly match: MatchWord;
  readonly lifecycle: LifecycleWord;
  /** Null without a valid match. */
  readonly matched: { readonly manufacturer: string; readonly lastBuyDate: string | null } | null;
}

/** How a waiver stands to one finding: it holds, or why it does not any more. */
export type Standing =
  | { readonly kind: 'holds' }
  | { readonly kind: 'expired' | 'lapsed'; readonly why: string };

/** Finds the waivers about a part, as indices in their order, whatever they are worth by now. */
export type WaiverFinder = (part: WaivedState) => readonly number[];

export function waiverFinder(waivers: readonly Waiver[]): WaiverFinder {
  const exact = new Map<string, number[]>();
  const wild: { readonly index: number; readonly shape: RegExp }[] = [];
  for (const [index, { mpn }] of waivers.entries()) {
    const key = mpnKey(mpn);
    if (/[*?]/.test(key)) wild.push({ index, shape: wildcard(key) });
    else exact.set(key, [...(exact.get(key) ?? []), index]);
  }
  return (part) => {
    if (waivers.length === 0) return [];
    const key = mpnKey(part.mpn);
    const patterned = wild.filter(({ shape }) => shape.test(key)).map(({ index }) => index);
    return [...(exact.get(key) ?? []), ...patterned]
      .filter((index) => isOf(waivers[index]!.manufacturer, part))
      .sort((a, b) => a - b);
  };
}

/** True when the waiver is for the BOM `file`. */
export function coversBom({ boms }: Waiver, file: string): boolean {
  return boms === null || namesFile(boms, file);
}

function isOf(maker: string | null, part: WaivedState): boolean {
  const asked = maker?.toLowerCase();
  return (
    asked === undefined ||
    [part.manufacturer, part.matched?.manufacturer].some((name) => name?.toLowerCase() === asked)
  );
}

/** What the waiver is worth for this part on the day `today`. */
export function standingOf(waiver: Waiver, part: WaivedState, today: string): Standing {
  if (today > waiver.until) return { kind: 'expired', why: `it was granted until ${waiver.until}` };
  const why = worsened(waiver.grantedFor, part);
  return why === null ? { kind: 'holds' } : { kind: 'lapsed', why };
}

function worsened(granted: GrantedFor, part: WaivedState): string | null {
  const { lifecycle, match, matched } = part;
  if (isWorse(lifecycle, granted.lifecycle))
    return `it was granted for ${granted.lifecycle}, and the part is ${lifecycle} now`;
  if (granted.match !== null && match !== granted.match)
    return `it was granted for the match ${granted.match}, which is ${match} now`;
  const day = matched?.lastBuyDate ?? null;
  if (day === null || granted.lastBuyDate === day) return null;
  if (granted.lastBuyDate === null)
    return `it was granted while no last-buy date was stated, and ${day} is stated now`;
  return day < granted.lastBuyDate
    ? `it was granted for the last-buy date ${granted.lastBuyDate}, and it is ${day} now`
    : null;
}

/** What is not known any more is worse than what was accepted; and so is an end that has become known. */
function isWorse(now: LifecycleWord, granted: LifecycleWord): boolean {
  if (now === granted) return false;
  if (granted === 'unknown') return rank(now) > rank('active');
  return now === 'unknown' || rank(now) > rank(granted);
}
