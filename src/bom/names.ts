import { AUDIT_COLUMNS } from '../core/report/audit-columns.ts';
import { conceptsOf, plainHeader } from './vocabulary.ts';

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
  | 'order-number'
  | 'own-number'
  | 'description'
  | 'value'
  | 'footprint'
  | 'note'
  | 'price'
  | 'link'
  | 'stock'
  | 'item'
  | 'level'
  | 'audit'
  | 'other';

/** `rank` 3: the header says just this; 2: it usually means it; 1: it may mean it, and the cells must bear it out. */
export interface Meaning {
  readonly role: Role;
  readonly rank: 1 | 2 | 3;
}

/** Words that may go before a number: `PART NUMBER`, `ITEM CODE`, `ARTICLE MODEL`. */
const KIND = '(?:PART|COMPONENT|ITEM|MODEL|ORDER|NUMBER|ARTICLE|MATERIAL|CATALOG|NAME|DESC)';
/** What a number is called, with such words. */
const NUMBER = `(?:${KIND} )*(?:NUMBER|PN|CODE|REF|MODEL|PART|MPN|sku|ARTICLE)`;
/** The number before whom it belongs to: `NUMBER PART MFR`. */
const NUMBER_OF = `(?=.*\\b(?:NUMBER|PN|CODE|REF|MODEL|LIB|CATALOG|ORDER|ARTICLE)\\b)(?:(?:PN|CODE|REF|LIB|${KIND}) )+(?:DES )?`;
/** Whose a thing on the board is, which says nothing of what it is. */
const OF = '(?:(?:COMPONENT|PART|ITEM|ARTICLE|MATERIAL|BOARD|bom|schematic|circuit|sch|all) )*';
/** What may follow a part number without making it something else. */
const TAIL = '(?: (?!.*(?:DESC|LINK|PRICE|QTY|STOCK|DIST(?! sku)|NOTE|VALUE|FOOTPRINT)).*)?';
/** Words that nobody knows, such as the name of a build variant. */
const UNKNOWN = '(?: [^A-Z ]+){1,3}';
/** A count of something else than what is on the board. */
const NO_COUNT = '(?!.*\\b(?:PRICE|STOCK|DIST|PACK|LINK|NOTE|FOOTPRINT|DESC|ALT|MFR|VALUE|MPN)\\b)';
/** Digits that say for how many boards: `QTY 100`. */
const MANY = '\\b(?!1\\b)\\d+\\b';
/** A shop, and what it is one of: `Digi-Key Electronics`. */
const SHOP = '(?:DIST|SOURCE DIST)(?: (?:DIST|reel|COMPONENT))*';

/** Tried in this order on the whole header, put into concepts. */
const HEADERS: readonly (readonly [pattern: string, role: Role, rank: 1 | 2 | 3])[] = [
  [`${OF}(?:ALT )?MPN(?: NUMBER| CODE| MFR| ALT| PN)*`, 'mpn', 3],
  ['MFR CODE', 'mpn', 2],
  [`(?:ALT |SOURCE |COMPONENT |PART )*MFR (?:ALT |ORIGINAL |s )?(?:${NUMBER}|LIB)${TAIL}`, 'mpn', 3],
  [`${NUMBER_OF}MFR|MFR ALT`, 'mpn', 3],
  [`ORIGINAL (?:${NUMBER}|LIB)`, 'mpn', 3],
  [`(?:DIST )?ALT (?:SOURCE )?(?:${NUMBER}|MATERIAL)|${NUMBER} ALT`, 'alternate', 2],
  [`SOURCE ${NUMBER}`, 'mpn', 2],

  ['(?:p )?FITTED|bom|(?:p|FITTED) UNFITTED|UNFITTED FITTED', 'fitted', 2],
  ['(?:is |COMPONENT )?(?:UNFITTED|NOT FITTED|FITTED NOT)(?: bom| BOARD)?', 'not-fitted', 3],

  [`${NO_COUNT}(?!.*${MANY})(?:.*\\bQTY\\b.*\\bPER\\b.*|.*\\bPER\\b.*\\bQTY\\b.*)`, 'quantity', 3],
  [
    `${NO_COUNT}(?!.*${MANY})(?!.*ORDER)(?:.*\\bQTY\\b.*\\bBOARD\\b.*|.*\\bBOARD\\b.*\\bQTY\\b.*)`,
    'quantity',
    3,
  ],
  [`${NO_COUNT}(?!.*${MANY})(?:NUMBER )?PER .+|QTY PART`, 'quantity', 3],
  [`(?:${OF}|REF )QTY(?: NUMBER| REF| COMPONENT| PART)?|NUMBER COMPONENT`, 'quantity', 2],
  [`${NO_COUNT}.*\\bQTY\\b.*|ORDER|AMOUNT(?: ORDER)?|ORDER AMOUNT`, 'quantity', 1],
  ['.*\\bQTY\\b.*', 'other', 1],

  [
    `${OF}REF(?: (?:DES|REF|NAME|s|NUMBER|CODE|list|ITEM|PART|COMPONENT))*|schematic (?:NAME|PART)|BOARD REF`,
    'designators',
    3,
  ],
  [
    '(?:COMPONENT |PART |ALT |SOURCE )*MFR(?: NAME| MFR| company| NUMBER| s)?(?: ALT)?|NAME MFR',
    'manufacturer',
    3,
  ],
  [`(?:.* )?${SHOP} (?:(?:CATALOG|STOCK) )*${NUMBER}(?: optional)?`, 'distributor-number', 3],
  [`${NUMBER_OF}${SHOP}|(?:DIST )*sku(?: .*)?|dpn|dkpn|other PART NUMBER`, 'distributor-number', 3],
  ['(?:ALT )?(?:SOURCE )?DIST(?: NAME| DIST)*|NAME DIST|SOURCE|vid', 'distributor', 2],
  [`OWN(?: OWN)*(?: ${NUMBER})?|${NUMBER} OWN|OWN ITEM|fb PART NUMBER|MATERIAL ${NUMBER}`, 'own-number', 3],
  [
    `(?:${KIND} )*(?:ORDER|ARTICLE|CATALOG) (?:NUMBER|PN|CODE|REF)|ARTICLE|CODE ARTICLE|(?:NUMBER|CODE|REF) (?:ORDER|CATALOG)`,
    'order-number',
    2,
  ],
  ['ITEM (?:NUMBER|CODE)', 'item', 2],
  [`(?:full |base |suggested )?(?!(?:NUMBER|CODE|MODEL|PART|REF)$)${NUMBER}(?: NAME)?`, 'mpn', 2],
  [`${OF}MPN${TAIL}|(?:[^A-Z ]+ ){1,3}MPN`, 'alternate', 2],
  [`(?!(?:NUMBER|CODE|MODEL|PART|REF) )${NUMBER}${UNKNOWN}|(?:[^A-Z ]+ ){1,3}PN`, 'mpn', 1],

  ['(?:PART |COMPONENT )?VALUE(?: unit)?', 'value', 3],
  ['(?:bom|structure|ITEM|BOARD|PART|indented) LEVEL|LEVEL(?: NUMBER| CODE)?', 'level', 3],
  ['PART|COMPONENT|locations?|DES|LIB(?: REF| PART| CODE)?|PART LIB|design ITEM CODE', 'name', 1],
  ['MODEL|ic|chip|MATERIAL|(?:PART |COMPONENT )?NAME', 'name', 1],
  ['device(?: NAME)?|LIB NAME', 'other', 1],
  [`${OF}(?:long |short |technical |MODEL )?DESC(?: VALUE| NOTE)?`, 'description', 3],
  [`${OF}FOOTPRINT(?: .*)?`, 'footprint', 3],
  ['(?:.* )?NOTE', 'note', 2],
  ['(?:.* )?PRICE(?: .*)?|(?:[a-z]+|BOARD|ORDER) ?\\$', 'price', 3],
  ['(?:.* )?LINK(?: .*)?', 'link', 3],
  ['(?:.* )?(?:STOCK|PACK)(?: .*)?', 'stock', 2],
  ['ITEM(?: NUMBER| CODE)*|NUMBER|CODE|(?:s|sl|si|sr) NUMBER|unique ITEM CODE', 'item', 2],
];

const PATTERNS = HEADERS.map(([pattern, role, rank]) => ({
  pattern: new RegExp(`^(?:${pattern})$`),
  meaning: { role, rank },
}));

const AUDIT = new Set<string>(AUDIT_COLUMNS.map(plainHeader));

const known = new Map<string, Meaning | null>();

/** What the header says that its column holds; null when it is blank or says nothing that we know. */
export function meaningOf(header: string): Meaning | null {
  if (header.length > 80) return null;
  const before = known.get(header);
  if (before !== undefined) return before;
  const meaning = meaningOfWhole(header) ?? meaningOfPieces(header);
  if (known.size > 10_000) known.clear();
  known.set(header, meaning);
  return meaning;
}

function meaningOfWhole(header: string): Meaning | null {
  if (AUDIT.has(plainHeader(header))) return { role: 'audit', rank: 3 };
  const concepts = conceptsOf(header);
  if (concepts === '') return header.includes('#') ? { role: 'item', rank: 1 } : null;
  return lookUp(concepts) ?? lookUp(concepts.replace(/(?:^| )\d+(?= |$)/g, '').trim());
}

/** A header in two languages, or with its own explanation: `Menge / Quantity`, `メーカー型番 (MPN)`. */
function meaningOfPieces(header: string): Meaning | null {
  const pieces = header.split(/[\n/|;()（）［］[\]]/).filter((piece) => /\p{L}/u.test(piece));
  if (pieces.length < 2) return null;
  const meanings = pieces.map(meaningOfWhole);
  const isTranslated = /[\n/|]/.test(header) || pieces.some((piece) => /[^\P{L}\p{sc=Latin}]/u.test(piece));
  if (!isTranslated && meanings.includes(null)) return null;
  const said = meanings.filter((meaning) => meaning !== null);
  return said.sort((left, right) => right.rank - left.rank)[0] ?? null;
}

function lookUp(concepts: string): Meaning | null {
  return PATTERNS.find(({ pattern }) => pattern.test(concepts))?.meaning ?? null;
}
