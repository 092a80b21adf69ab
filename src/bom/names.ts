import { AUDIT_COLUMNS } from '../core/report/audit-columns.ts';
import { PHRASES, STANDS_FOR } from './words.ts';

/** What a column holds, by its header alone. */
export type Role =
  | 'mpn'
  | 'alternate'
  | 'manufacturer'
  | 'name'
  | 'quantity'
  | 'designators'
  | 'fitted'
  | 'not-fitted'
  | 'distributor'
  | 'distributor-number'
  | 'own-number'
  | 'description'
  | 'value'
  | 'footprint'
  | 'note'
  | 'price'
  | 'link'
  | 'stock'
  | 'item'
  | 'audit'
  | 'other';

/** `rank` 3: the header says just this; 2: it usually means it; 1: it may mean it, and the cells must bear it out. */
export interface Meaning {
  readonly role: Role;
  readonly rank: 1 | 2 | 3;
}

/** What a number is called, with the words that may go before it: `PART NUMBER`, `ITEM CODE`, `MODEL`. */
const NUMBER = '(?:(?:PART|COMPONENT|ITEM|MODEL|ORDER|NUMBER) )*(?:NUMBER|PN|CODE|REF|MODEL|PART|MPN|SKU)';
/** Whose a thing on the board is, which says nothing of what it is. */
const OF = '(?:COMPONENT |PART |ITEM |BOM |LINE |BOARD |SCHEMATIC |CIRCUIT |SCH |ALL )*';
/** What may follow a part number without making it something else. */
const TAIL = '(?: (?!.*(?:DESC|LINK|PRICE|QTY|STOCK|DIST|NOTE|VALUE|FOOTPRINT)).*)?';

/** Tried in this order on the whole header, put into the words of `words.ts`. */
const HEADERS: readonly (readonly [pattern: string, role: Role, rank: 1 | 2 | 3])[] = [
  [`${OF}(?:ALT )?MPN(?: NUMBER| CODE| MFR| ALT)?`, 'mpn', 3],
  ['MFR CODE', 'mpn', 2],
  [`(?:ALT |COMPONENT |PART )*MFR (?:ALT |S )?${NUMBER}${TAIL}`, 'mpn', 3],
  ['(?:PART |NUMBER )*(?:REF|CODE|MODEL|PN|PART|NUMBER) MFR|MFR ALT', 'mpn', 3],
  [`(?:DIST )?ALT ${NUMBER}`, 'alternate', 2],
  ['(?:P |PLACE )?FITTED|BOM|FITTED UNFITTED|(?:P|PLACE) UNFITTED|UNFITTED FITTED', 'fitted', 2],
  [
    '(?:IS |COMPONENT )?(?:UNFITTED|(?:DO )?NOT FITTED|FITTED NOT)(?: FROM)?(?: BOM| BOARD)?',
    'not-fitted',
    3,
  ],
  [
    'QTY (?:PER |IN |ON |EACH |1 |ONE )*(?:BOARD|PART)|BOARD QTY|(?:NUMBER |EACH )?PER BOARD|QTY EACH',
    'quantity',
    3,
  ],
  [
    `(?:${OF}|REF )QTY(?: NUMBER| UNIT| PCS| REF| COMPONENT)?|NUMBER (?:COMPONENT|PCS)|PCS|PIECES`,
    'quantity',
    2,
  ],
  ['(?:ORDER |BOM )*QTY(?: (?:ORDER|BOARD|TO|FOR|X|PER|PART|\\d+))*|ORDER', 'quantity', 1],
  ['(?:.* )?QTY(?: .*)?', 'other', 1],
  [
    `${OF}REF(?: (?:DES|REF|NAME|S|NUMBER|CODE|LIST|ITEM|PART|DIST))?|SCHEMATIC (?:NAME|PART)`,
    'designators',
    3,
  ],
  ['(?:COMPONENT |PART |ALT )*MFR(?: NAME| MFR| COMPANY| NUMBER| S)?(?: ALT)?|NAME MFR', 'manufacturer', 3],
  [`(?:.* )?DIST (?:(?:REEL|DIST|CATALOG|CAT|STOCK) )*${NUMBER}(?: OPTIONAL)?`, 'distributor-number', 3],
  ['(?:DIST )*SKU(?: .*)?|CAT(?:ALOG)? NUMBER|DPN|OTHER PART NUMBER', 'distributor-number', 3],
  ['(?:PREFERRED )?DIST(?: NAME| DIST)*|VID', 'distributor', 2],
  [`OWN(?: OWN)*(?: ${NUMBER})?|OWN ITEM|FB PART NUMBER`, 'own-number', 3],
  ['ITEM (?:NUMBER|CODE)', 'item', 2],
  [`(?:FULL |BASE |SUGGESTED )?(?!(?:NUMBER|CODE|MODEL|PART|REF)$)${NUMBER}(?: NAME)?|MP`, 'mpn', 2],
  ['(?:PART |COMPONENT )?VALUE(?: UNIT)?', 'value', 3],
  [
    'PARTS?|COMPONENT|LOCATIONS?|DES|DESIGNATION|LIB(?: REF| NAME| PART| CODE)?|PART LIB|DESIGN ITEM CODE',
    'name',
    1,
  ],
  ['MODEL|DEVICE(?: NAME)?|IC|CHIP|ELEMENT|MATERIAL(?: NUMBER)?|(?:PART |COMPONENT )?NAME', 'name', 1],
  [`${OF}(?:LONG |SHORT |TECHNICAL |MODEL )?DESC(?: VALUE| NOTE)?|CHARACTERISTICS`, 'description', 3],
  [`${OF}FOOTPRINT(?: .*)?`, 'footprint', 3],
  ['(?:.* )?NOTE', 'note', 2],
  ['(?:.* )?PRICE(?: .*)?|(?:UNIT|BOARD|ORDER|EXT) ?\\$', 'price', 3],
  ['(?:.* )?LINK(?: .*)?', 'link', 3],
  ['(?:.* )?STOCK(?: .*)?', 'stock', 2],
  ['(?:ITEM|LINE|POS)(?: NUMBER| CODE)?|NUMBER|CODE|(?:S|SL|SI|SR) NUMBER|UNIQUE ITEM CODE', 'item', 2],
];

const PATTERNS = HEADERS.map(([pattern, role, rank]) => ({
  pattern: new RegExp(`^(?:${pattern})$`),
  meaning: { role, rank },
}));

/** The header in lower case, without accents, marks and line breaks, words apart: `*Mfg_PartNo.` is `mfg part no`. */
export function plainHeader(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll}{2})/gu, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{M}/gu, '')
    .normalize('NFC')
    .replace(/\bp[/.\s]n\b\.?/g, 'pn')
    .replace(/\bm[/.]?p[/.]n\b\.?/g, 'mpn')
    .replace(/n[°º]|№|#/g, ' number ')
    .replace(/[^\p{L}\p{N}$]+/gu, ' ')
    .replace(/(\p{L})(\d+)(?= |$)/gu, '$1 $2')
    .replace(/(?<=^| )digit? ?key(?= |$)/, 'digikey')
    .trim();
}

/** The header in the words of `words.ts`; other words in capitals. */
function inWords(header: string): string {
  const plain = plainHeader(header);
  const phrase = PHRASES[plain.replaceAll(' ', '')];
  if (phrase !== undefined) return phrase;
  return plain
    .split(' ')
    .filter((word) => !FILLERS.has(word))
    .map((word) => STANDS_FOR.get(word) ?? word.toUpperCase())
    .filter((word, place, all) => word !== all[place - 1])
    .join(' ');
}

const FILLERS = new Set(
  'of the from de del della du la le les di do da d von der fur für and primary preferred main approved'.split(
    ' ',
  ),
);

const AUDIT = new Set<string>(AUDIT_COLUMNS.map(plainHeader));

/** What the header says that its column holds; null when it is blank or says nothing that we know. */
export function meaningOf(header: string): Meaning | null {
  if (header.length > 80) return null;
  if (AUDIT.has(plainHeader(header))) return { role: 'audit', rank: 3 };
  const words = inWords(header);
  if (words === '') return header.includes('#') ? { role: 'item', rank: 1 } : null;
  return (
    lookUp(words) ??
    lookUp(
      words
        .replace(/ ?\b\d+\b ?/g, ' ')
        .trim()
        .replace(/ +/g, ' '),
    )
  );
}

function lookUp(words: string): Meaning | null {
  return PATTERNS.find(({ pattern }) => pattern.test(words))?.meaning ?? null;
}
