/** Words that say what kind of firm it is, not which. */
const LEGAL: ReadonlySet<string> = new Set(
  `inc incorporated corp corporation co company ltd limited llc lp gmbh mbh kg ag sa sas spa srl bv nv plc pte pty kk
  ab oy usa us america americas intl international group holding holdings the and`.split(/\s+/),
);

/**
 * Words for what it makes, in their several forms: at times they tell two makers apart (`Taiwan Semiconductor`), at
 * times they are left out (`Rohm`).
 */
const TRADE: Readonly<Record<string, string>> = {
  ...forms('electronics', 'electronic elec elect'),
  ...forms('semiconductor', 'semiconductors semi semicon'),
  ...forms('technology', 'technologies tech'),
  ...forms('component', 'components comp'),
  ...forms('device', 'devices'),
  ...forms('industries', 'industry industrial'),
  ...forms('products', 'product'),
  ...forms('solutions', 'solution'),
  ...forms('systems', 'system'),
  ...forms('electric', 'electrical'),
  microelectronics: 'microelectronics',
};

function forms(word: string, others: string): Record<string, string> {
  return Object.fromEntries([word, ...others.split(' ')].map((form) => [form, word]));
}

/**
 * The words of a maker's name in lower case without accents, punctuation and legal forms, trade words in one form;
 * never empty unless the name has no letters or digits at all.
 */
export function nameWords(name: string): readonly string[] {
  return spellingOf(name).words;
}

/** Equal keys are one spelling: `C&K`, `C & K` and `CK`; `On-Semi` and `ON Semiconductor`; `Molex, LLC` and `MOLEX`. */
export function nameKey(name: string): string {
  return spellingOf(name).key;
}

/** The words that tell the maker from others of its trade: `rohm` of `Rohm Semiconductor`; all if no other is left. */
export function ownWords(name: string): readonly string[] {
  return spellingOf(name).own;
}

interface Spelling {
  readonly words: readonly string[];
  readonly key: string;
  readonly own: readonly string[];
}

/** A few hundred names stand on thousands of lines. */
const known = new Map<string, Spelling>();

function spellingOf(name: string): Spelling {
  const before = known.get(name);
  if (before !== undefined) return before;
  const words = wordsOf(name);
  const own = words.filter((word) => !isTrade(word));
  const spelling = { words, key: words.join(''), own: own.length > 0 ? own : words };
  known.set(name, spelling);
  return spelling;
}

function wordsOf(name: string): readonly string[] {
  const all = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (isTrade(word) ? TRADE[word]! : word));
  const own = all.filter((word) => !LEGAL.has(word));
  return own.length > 0 ? own : all;
}

/** What a cell that names several, or one in two ways, holds: `TDK / EPCOS`, `Bosch(博世)`, `Panasonic - ECG`. */
export function namesIn(cell: string): readonly string[] {
  return cell.split(/[/|;~,()（）\n]|\s-\s|\s+or\s+/).filter((name) => nameKey(name) !== '');
}

function isTrade(word: string): boolean {
  return Object.hasOwn(TRADE, word);
}
