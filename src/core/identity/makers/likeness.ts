import { distance } from 'fastest-levenshtein';
import { agree, differ, doubt, type MakerComparison } from './comparison.ts';
import { nameKey, spellingOf } from './spelling.ts';

/** Shorter names are borne by several firms, told apart by a dot or a legal form: `C&S`, `CS SRL`. */
const TELLING = 4;

/** Compares two names, of which at least one is not in the table, by their words: likeness alone is never agreement. */
export function compareWords(asked: string, listed: string): MakerComparison {
  if (nameKey(asked) === nameKey(listed)) {
    const but = reservation(asked, listed);
    return but === undefined
      ? agree('spelling', `the maker is ${listed}`)
      : doubt(`${asked} and ${listed} ${but}: one may be the other`);
  }
  const [a, b] = [spellingOf(asked).own, spellingOf(listed).own];
  const likeness = likenessOf(a, b);
  if (likeness === undefined) return differ(`${asked} and ${listed} have nothing in common`);
  return doubt(`${asked} and ${listed} ${likeness}: one may be the other`);
}

/** Why two names of the same words may yet be those of two firms. */
function reservation(asked: string, listed: string): string | undefined {
  const [a, b] = [spellingOf(asked), spellingOf(listed)];
  const [fewer, more] = a.legal.length <= b.legal.length ? [a.legal, b.legal] : [b.legal, a.legal];
  if (!fewer.every((form) => more.includes(form))) return 'differ in their legal forms';
  const isWritten = a.words.length === b.words.length && fewer.length === more.length;
  return nameKey(asked).length < TELLING && !isWritten ? 'are too short to be told apart' : undefined;
}

function likenessOf(a: readonly string[], b: readonly string[]): string | undefined {
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  const [x, y] = [a.join(''), b.join('')];
  if (x === y) return 'share their name but not their trade';
  if (shorter.every((word, i) => begins(longer[i]!, word))) return 'begin alike';
  if (shorter.join('') === longer.map((word) => word[0]).join('')) return 'have the same initials';
  if (distance(x, y) <= Math.floor(Math.max(x.length, y.length) / 5)) return 'differ by a letter or two';
  return undefined;
}

/** A word cut short counts from three letters on: `Instr` for `Instruments`. */
function begins(word: string, start: string): boolean {
  return word === start || (start.length >= 3 && word.startsWith(start));
}
