import { AUDIT_COLUMNS } from '../core/annotation.ts';
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

const NUMBER =
  '(?:NUMBER|PN|CODE|REF|MODEL|PART|PART NUMBER|PART NUMBER CODE|PART PN|PART CODE|PART REF|PN NUMBER|PART MODEL|MODEL NUMBER|COMPONENT NUMBER|ITEM NUMBER|ORDER CODE|ORDER NUMBER|ORDER PN|REF NUMBER|MPN|MFR NUMBER|MFR PN|MFR PART NUMBER)';

/** Tried in this order on the whole header, put into the words of `words.ts`. */
const HEADERS: readonly (readonly [RegExp, Role, 1 | 2 | 3])[] = [
  [/^MPN(?: NUMBER| CODE| MFR)?$|^ALT MPN$|^MPN ALT$/, 'mpn', 3],
  [new RegExp(`^(?:ALT |COMPONENT |PART )?MFR (?:ALT )?(?:S )?${NUMBER}(?: ALT)?$`), 'mpn', 3],
  [/^(?:REF|CODE|MODEL|PN|PART|(?:PART )?NUMBER|NUMBER PART|PART CODE|NUMBER REF) MFR$|^MFR ALT$/, 'mpn', 3],
  [new RegExp(`^(?:DIST )?ALT (?:PART )?(?:COMPONENT )?${NUMBER}$`), 'alternate', 2],
  [/^(?:FITTED|BOM|FITTED UNFITTED|P UNFITTED|UNFITTED FITTED)$/, 'fitted', 2],
  [
    /^(?:IS |COMPONENT )?(?:UNFITTED|NOT FITTED|DO NOT FITTED|FITTED NOT|BOM UNFITTED|UNFITTED BOM|UNFITTED BOARD|NOT BESTUCKT)$/,
    'not-fitted',
    3,
  ],
  [
    /^QTY (?:PER |IN |ON |EACH )?(?:BOARD|ONE BOARD|PART)$|^BOARD QTY$|^QTY 1 BOARD$|^(?:NUMBER |EACH )?PER BOARD$|^QTY EACH$/,
    'quantity',
    3,
  ],
  [
    /^(?:COMPONENT |PART |BOM |REF |ITEM |LINE )?QTY(?: NUMBER| UNIT| PCS| REF| COMPONENT| PART)?$|^NUMBER (?:COMPONENT|PCS)$|^PCS$|^PIECES$/,
    'quantity',
    2,
  ],
  [/^(?:ORDER |BOM )*QTY(?: (?:ORDER|BOARD|TO|FOR|X|\d+|PER|PART|\d+ BOARD))*$|^ORDER$/, 'quantity', 1],
  [/(?:^| )QTY(?: |$)/, 'other', 1],
  [
    /^(?:COMPONENT |PART |BOARD |SCHEMATIC |CIRCUIT |PCB |ALL |SCH )*(?:REF|REF DES|REF REF|REF NAME|REF S|REF NUMBER|REF CODE|REF LIST|REF ITEM|REF PART)$|^SCHEMATIC (?:REF|NAME|PART)$|^REF DIST$/,
    'designators',
    3,
  ],
  [
    /^(?:COMPONENT |PART |ALT )?MFR(?: NAME| MFR| COMPANY| NUMBER| S)?(?: ALT)?$|^NAME MFR$/,
    'manufacturer',
    3,
  ],
  [
    /^(?:DIST |ALT )+PART$|^(?:DIST )*(?:PART |REEL |MFR |CATALOG |CAT |STOCK |PURCHASE )*DIST (?:REEL |DIST |CATALOG |CAT |STOCK )*(?:NUMBER|PN|CODE|REF|SKU|MODEL|PART|PART NUMBER|PART PN|PART CODE|ORDER NUMBER|ORDER CODE|ITEM NUMBER|COMPONENT NUMBER|REF|PART REF)(?: OPTIONAL| \d+)?$|^SKU(?: .*)?$|^CAT NUMBER$|^CATALOG NUMBER$|^DIST ORDER NUMBER$|^DPN(?: \d+)?$|^OTHER PART NUMBER$/,
    'distributor-number',
    3,
  ],
  [/^DIST(?: NAME| DIST)*$|^V?ID$|^VID2?$/, 'distributor', 2],
  [
    /^OWN (?:OWN )?(?:NUMBER|PN|CODE|REF|PART|PART NUMBER|PART CODE|ITEM|ITEM NUMBER|SKU)$|^OWN$|^FB PART NUMBER$/,
    'own-number',
    3,
  ],
  [
    /^(?:PART NUMBER|NUMBER PART|PN|PART CODE|PART ID|PART MODEL|MODEL NUMBER|MODEL PART NUMBER|PART ORDER (?:CODE|NUMBER)|ORDER (?:CODE|NUMBER|PN)|COMPONENT NUMBER|COMPONENT PN|COMPONENT PART NUMBER|MP|PART NUMBER CODE|ITEM PART NUMBER|PART NUMBER NAME|BASE PART NUMBER|FULL PART NUMBER|SUGGESTED PART NUMBER|PART NUMBER PN|PART PN)$/,
    'mpn',
    2,
  ],
  [/^(?:VALUE|PART VALUE|COMPONENT VALUE|VALUE UNIT)$/, 'value', 3],
  [
    /^(?:PART|COMPONENT|LOCATION|LOCATIONS|DES|DESIGNATION|LIB REF|LIB NAME|LIB PART|LIB|PART LIB|LIB CODE|DESIGN ITEM CODE|MODEL|DEVICE|DEVICE NAME|PART MODEL|IC|CHIP|ELEMENT|MATERIAL|MATERIAL NUMBER|NAME|PART NAME|COMPONENT NAME|NAME NUMBER)$/,
    'name',
    1,
  ],
  [
    /^(?:PART |COMPONENT |ITEM )*(?:DESC|DESC \d|LONG DESC|SHORT DESC|TECHNICAL DESC|MODEL DESC)(?: VALUE)?$|^DESC (?:VALUE|NOTE)$|^CHARACTERISTICS$/,
    'description',
    3,
  ],
  [/^(?:COMPONENT |PART |PCB )*FOOTPRINT(?: .*)?$/, 'footprint', 3],
  [/^(?:.* )?NOTE$|^YOUR NOTE NOTE$/, 'note', 2],
  [/(?:^|.* )PRICE(?: .*)?$|^(?:UNIT|BOARD|ORDER|EXT|ORDER PRICE) ?\$?$|^ORDER \$$|^BOARD \$$/, 'price', 3],
  [/(?:^|.* )LINK(?: .*)?$/, 'link', 3],
  [/^(?:.* )?STOCK(?: .*)?$/, 'stock', 2],
  [
    /^(?:ITEM|LINE|POS)(?: NUMBER| CODE)?$|^NUMBER$|^CODE$|^(?:S|SL|SI|SR) NUMBER$|^UNIQUE ITEM CODE$|^#$/,
    'item',
    2,
  ],
];

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

const FILLERS = new Set('of the de del della du la le les di do da d von der fur für and'.split(' '));

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
  for (const [pattern, role, rank] of HEADERS) {
    if (pattern.test(words)) return { role, rank };
  }
  return null;
}

/** True when a header cell names a distributor and nothing else, as a heading over a block of columns does. */
export function namesDistributor(header: string): boolean {
  return meaningOf(header)?.role === 'distributor';
}
