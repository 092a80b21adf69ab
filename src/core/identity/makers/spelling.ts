/** Words that say what kind of firm it is, not which, in their several forms. */
const LEGAL =
  forms(`inc incorporated | corp corporation | co company | ltd limited | llc lp | gmbh mbh kg | ag | sa sas |
  spa srl sl | bv nv | plc | pte pty | kk | ab | oy oyj | sdn bhd | sro | doo`);

/** Words that say where a branch sits. They may tell two firms apart, too: Phoenix America is not Phoenix Contact. */
const PLACES: ReadonlySet<string> = new Set(
  'usa us america americas north international intl europe emea asia group holding holdings'.split(' '),
);

/**
 * Words for what it makes: at times they tell two makers apart (`Taiwan Semiconductor`), at times they are left out
 * (`Rohm`).
 */
const TRADE =
  forms(`electronics electronic elec elect elektronik | semiconductor semiconductors semi semicon |
  technology technologies tech | component components comp | device devices | industries industry industrial |
  products product | solutions solution | systems system | electric electrical | microelectronics microsystems`);

/** The first form of each word, by all its forms. */
function forms(words: string): ReadonlyMap<string, string> {
  const groups = words.split('|').map((group) => group.trim().split(/\s+/));
  return new Map(groups.flatMap((group) => group.map((form) => [form, group[0]!])));
}

/** What a provider notes in its own list of names. */
const MARKS = /\s*(?:\((?:VA|TC)\)|\[EXP\]|- dup(?:licate| use \d+))\s*$/i;

/** A maker's name taken apart. */
interface Spelling {
  /** All of it in lower case, without accents, spaces and punctuation. */
  readonly letters: string;
  /** Lower case, without accents, punctuation and legal forms, trade words in one form; never empty for a name. */
  readonly words: readonly string[];
  /** The legal forms that it states, each in one form. */
  readonly legal: readonly string[];
  /** The words that tell the maker from others of its trade: `rohm` of `Rohm Semiconductor`; all if no other is left. */
  readonly own: readonly string[];
}

/** A few hundred names stand on thousands of lines. */
const known = new Map<string, Spelling>();

export function spellingOf(name: string): Spelling {
  const before = known.get(name);
  if (before !== undefined) return before;
  const spelling = takenApart(name);
  known.set(name, spelling);
  return spelling;
}

function takenApart(name: string): Spelling {
  const all = wordsIn(name);
  const words = all
    .filter((word, place) => place === 0 || !LEGAL.has(word))
    .map((word) => TRADE.get(word) ?? word);
  const own = words.filter((word) => !TRADE.has(word) && !PLACES.has(word));
  return {
    letters: all.join(''),
    words,
    legal: [...new Set(all.slice(1).flatMap((word) => LEGAL.get(word) ?? []))],
    own: own.length > 0 ? own : words,
  };
}

/** Initials with full stops are one word: `S.r.l.`, `U.S.A`, `J.W. Miller`. */
function wordsIn(name: string): readonly string[] {
  return name
    .replace(MARKS, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<=(?<!\p{L})\p{L})\.(?=\p{L}(?!\p{L}))/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word !== 'the' && word !== 'and');
}

/** Equal keys are one spelling: `C&K`, `C & K` and `CK`; `On-Semi` and `ON Semiconductor`; `Molex, LLC` and `MOLEX`. */
export function nameKey(name: string): string {
  return spellingOf(name).words.join('');
}

/** Equal where names differ in case, accents, spaces and punctuation alone. */
export function letters(name: string): string {
  return spellingOf(name).letters;
}

/** What a cell that names several, or one in two ways, holds: `TDK / EPCOS`, `Bosch(博世)`, `Panasonic - ECG`. */
export function namesIn(cell: string): readonly string[] {
  const names = cell
    .replace(MARKS, '')
    .split(/[/|;~,()（）\n]|\s-\s|\s+or\s+/)
    .filter(isName);
  return names.length > 1 ? names.map((name) => name.trim()) : [cell];
}

/** False for what stands behind a name: `Inc.`, `USA`. */
function isName(text: string): boolean {
  return wordsIn(text).some((word) => !LEGAL.has(word) && !PLACES.has(word));
}
