import { daysBetween } from '../days.ts';
import { LIFECYCLES, type LifecycleWord } from '../words.ts';
import type { PartRecord } from './listing.ts';
import type { Statement } from './statement.ts';

/** One word for how alive a part is, with the witnesses that made it. */
export interface Lifecycle {
  readonly word: LifecycleWord;
  /** The earliest that anybody states, `YYYY-MM-DD`; null without one. */
  readonly lastBuyDate: string | null;
  /** From `today` to the last-buy date; negative when it has passed; null without a date. */
  readonly daysToLastBuy: number | null;
  /** What each witness said, in clauses. */
  readonly testimony: readonly string[];
  /** Where the witnesses disagree, in sentences. */
  readonly conflicts: readonly string[];
}

/**
 * Judges a part on the day `today` (`YYYY-MM-DD`) by everything that is said of it: the worst word stands, silence never
 * votes, an offer never goes beyond `distributor-discontinued`, and a disagreement is told. Stock and normal stocking
 * never change the word.
 */
export function judgeLifecycle(part: PartRecord, today: string): Lifecycle {
  const { statements } = part;
  const word =
    statements.length === 0 ? 'unknown' : statements.map((one) => wordOf(one, today)).reduce(worse);
  const dates = statements.flatMap(({ lastBuyDate }) => lastBuyDate ?? []).sort();
  const lastBuyDate = dates[0] ?? null;
  const said = statements.map((one) => saidOf(one, today));
  return {
    word,
    lastBuyDate,
    daysToLastBuy: lastBuyDate === null ? null : daysBetween(today, lastBuyDate),
    testimony: statements.length === 0 ? ['no product status is given'] : [...new Set(said)],
    conflicts: [
      ...new Set([...contradictions(statements, today), ...part.unreadable, ...stockConflicts(part, word)]),
    ],
  };
}

/** What a statement means on the day `today`. */
export function wordOf({ kind, word, lastBuyDate }: Statement, today: string): LifecycleWord {
  const meant = lastBuyDate !== null && lastBuyDate < today ? 'last-buy-passed' : word;
  const isCapped = kind === 'offer' && meant !== 'unknown' && rank(meant) > rank('distributor-discontinued');
  return isCapped ? 'distributor-discontinued' : meant;
}

/** The worse of two words; `unknown` gives way to any word that is worse than active. */
export function worse(a: LifecycleWord, b: LifecycleWord): LifecycleWord {
  if (a === 'unknown' || b === 'unknown') {
    const known = a === 'unknown' ? b : a;
    return rank(known) > rank('active') ? known : 'unknown';
  }
  return rank(a) >= rank(b) ? a : b;
}

/** 0 is best. */
export function rank(word: LifecycleWord): number {
  return LIFECYCLES.indexOf(word);
}

/** Among the words of a part that its maker ends, an earlier step does not contradict a later one. */
const ENDING: readonly LifecycleWord[] = [
  'distributor-discontinued',
  'last-buy',
  'eol',
  'last-buy-passed',
  'obsolete',
];

/** Each status against each worse thing that is said beside it. */
function contradictions(statements: readonly Statement[], today: string): readonly string[] {
  const statuses = statements.filter(({ field }) => field === 'status');
  return statuses.flatMap((status) =>
    statements
      .filter((other) => other !== status && disagrees(wordOf(other, today), wordOf(status, today), other))
      .map((other) => contradiction(status, other, today)),
  );
}

function disagrees(claimed: LifecycleWord, byStatus: LifecycleWord, { field }: Statement): boolean {
  if (claimed === byStatus || byStatus === 'unknown' || claimed === 'unknown') return false;
  if (field === 'status') return rank(claimed) > rank(byStatus);
  if (claimed === 'last-buy' && byStatus === 'obsolete') return true;
  return rank(claimed) > rank(byStatus) || !ENDING.includes(byStatus);
}

function contradiction(status: Statement, other: Statement, today: string): string {
  const { source, raw } = status;
  if (other.field !== 'status') return `${source} states the status "${raw}", yet ${saidOf(other, today)}.`;
  return source === other.source
    ? `${source} states the status "${raw}" in one place and "${other.raw}" in another.`
    : `${source} states the status "${raw}", yet ${other.source} states "${other.raw}".`;
}

/** The clause of a statement as it is true on the day `today`. */
export function saidOf({ lastBuyDate, says }: Statement, today: string): string {
  if (lastBuyDate === null) return says;
  return `the last chance to buy ${lastBuyDate < today ? 'was' : 'is'} ${lastBuyDate}`;
}

function stockConflicts(part: PartRecord, word: LifecycleWord): readonly string[] {
  if (rank(word) < rank('eol') || word === 'unknown') return [];
  const conflicts: string[] = [];
  const stock = part.quantityAvailable ?? 0;
  if (stock > 0) conflicts.push(`${stock} in stock although ${word}: ${whoseStock(part, stock)}.`);
  if (part.normallyStocking)
    conflicts.push(`DigiKey says that it normally stocks the part, although ${word}.`);
  return conflicts;
}

function whoseStock(part: PartRecord, stock: number): string {
  const theirs = part.marketplaceQuantity;
  if (theirs === 0) return "DigiKey's own remaining stock";
  if (theirs >= stock) return "all of it a marketplace seller's";
  return `${theirs} of it marketplace sellers', the rest DigiKey's own`;
}
