import { distance } from 'fastest-levenshtein';
import { PHRASES, SPELLINGS } from './words.ts';

/**
 * A header in the concepts of `words/`, parted by spaces: `Qté/carte` is `QTY PER BOARD`. Words that no language knows
 * stay as they are, in lower case, so that capitals are concepts alone.
 */
export function conceptsOf(header: string): string {
  const words = wordsOf(header);
  const plain = words.filter((word) => word !== '/');
  const joined = plain.join('');
  const phrase = PHRASES[joined] ?? (plain.length > 1 ? SPELLINGS.get(joined) : undefined);
  if (phrase !== undefined) return phrase;
  return words
    .filter((word) => !FILLERS.has(word))
    .flatMap((word) => conceptsIn(word))
    .map((word, place, all) => (word === '/' && all[place - 1] === 'QTY' ? 'PER' : word))
    .filter((word, place, all) => word !== '/' && word !== all[place - 1])
    .join(' ');
}

/** The header in lower case, without accents, marks and line breaks, words apart: `*Mfg_PartNo.` is `mfg part no`. */
export function plainHeader(header: string): string {
  return wordsOf(header)
    .filter((word) => word !== '/')
    .join(' ');
}

/** Its words, and a slash where two of them stand on either side of one. */
function wordsOf(header: string): string[] {
  const plain = header
    .normalize('NFKC')
    .replace(/(?<=(?:^|\P{L})[dl])['’´`]/giu, ' ')
    .replace(/['’´`]/g, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll}{2})/gu, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=[a-zα-ω])\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[ßłøđıæœ]/g, (letter) => PLAIN_LETTERS[letter]!);
  return abbreviationsIn(plain)
    .replace(/(?<=[^\P{L}\p{sc=Latin}])(?=\p{sc=Latin})|(?<=\p{sc=Latin})(?=[^\P{L}\p{sc=Latin}])/gu, ' ')
    .replace(/[^\p{L}\p{N}$/]+/gu, ' ')
    .replace(/(\p{L}{2}|(?<!\p{L})\p{L})(\d+)(?= |$|\p{L}{2})/gu, '$1 $2 ')
    .replace(/(\d)(?!(?:st|nd|rd|th)(?: |$))(\p{L}{2})/gu, '$1 $2')
    .replace(/(?<=^| )digit? ?key(?= |$)/, 'digikey')
    .replaceAll('/', ' / ')
    .split(' ')
    .filter((word) => word !== '');
}

const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
};

/** Abbreviations that marks would take apart. */
function abbreviationsIn(text: string): string {
  return text
    .replace(/\bp[/.\s]n\b\.?/g, 'pn')
    .replace(/\bm[/.]?p[/.]n\b\.?/g, 'mpn')
    .replace(/\bq[./ ]?(?:ty|ta|te)\b\.?|\bqt\.a\b/g, 'qty')
    .replace(/n[°º]|№|#|\bn\.? ?o\.?(?= )/g, ' number ');
}

/** Words that say nothing of what a column holds. */
const FILLERS = new Set(
  `of the from for and primary preferred main approved 1st
  von vom der die fur zum zur und de del della delle dello dei degli du da do dos das di d l la le les lo los las el al et och og
  van voor het een av til fra z ze w od dla az a e y i k и во для от з від до του της το`.split(/\s+/),
);

const read = new Map<string, readonly string[]>();

function conceptsIn(word: string): readonly string[] {
  const before = read.get(word);
  if (before !== undefined) return before;
  const misspelt = nearest(word);
  const found = inPieces(word) ?? (misspelt === undefined ? [word] : [misspelt]);
  if (read.size > 10_000) read.clear();
  read.set(word, found);
  return found;
}

/** Scripts in which words stand side by side without blanks. */
const UNSPACED = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}ー]+$/u;
/** Letters of a piece of a compound; the last may be shorter: `teilenr`. */
const SHORTEST = 3;
const SHORT_ENDS = new Set(['nr', 'no', 'pn', 'id']);

/** The concepts of a word, or of its pieces where it is a compound of words that are known, the longest first. */
function inPieces(word: string): readonly string[] | undefined {
  const known = SPELLINGS.get(word);
  if (known !== undefined) return [known];
  const least = UNSPACED.test(word) ? 1 : SHORTEST;
  for (let length = word.length - 1; length >= least; length--) {
    const head = SPELLINGS.get(word.slice(0, length));
    if (head === undefined) continue;
    const rest = word.slice(length);
    const tail = endOf(rest, least) ?? (/^[sn]/.test(rest) ? endOf(rest.slice(1), least) : undefined);
    if (tail !== undefined) return [head, ...tail];
  }
  return undefined;
}

function endOf(rest: string, least: number): readonly string[] | undefined {
  return rest.length >= least || SHORT_ENDS.has(rest) ? inPieces(rest) : undefined;
}

/** Long words that are often misspelt. */
const TROUBLESOME =
  `quantity manufacturer manufacturers designator designators reference references description component components
  footprint distributor supplier datasheet alternative hersteller fabricante fabricant`.split(/\s+/);

/** The concept of a word that is misspelt by a letter or two: `manufactuer`, `quanity`. */
function nearest(word: string): string | undefined {
  if (word.length < 7) return undefined;
  const meant = TROUBLESOME.find(
    (right) => right[0] === word[0] && distance(word, right) <= (right.length < 10 ? 1 : 2),
  );
  return meant === undefined ? undefined : SPELLINGS.get(meant);
}
