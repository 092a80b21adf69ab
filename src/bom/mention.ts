import { makerId, makerName, statesMaker } from '../core/identity/maker.ts';
import { isPlaceholder, isRemark, withoutMarker } from './placeholder.ts';
import { distributorOf, isFootprint, isUrl, isValue, looksLikeMpn } from './shapes.ts';
import { GENERIC, OR_EQUIVALENT, OR_EQUIVALENT_UNSPACED } from './words/no-number.ts';
import { isShop } from './words/shops.ts';

/** What one entry of a part number's cell says. */
export interface Mention {
  /** '' when it names no part number. */
  readonly mpn: string;
  /** The maker that stands in the same cell; '' when none does. */
  readonly maker: string;
  /** What a reader should know of it, in a sentence. */
  readonly note: string | null;
}

/** Longer entries are not taken apart. */
const LONGEST = 160;

/**
 * The number and the maker of an entry: `TI: NE555DR`, `LM358DR (Texas Instruments)`, `TI/LM358DR`, `Texas Instruments
 * LM358DR`, without `or equivalent`, and without a number where it is a sentence or an order number of a shop.
 */
export function mentionOf(entry: string): Mention {
  if (entry.length > LONGEST || SIMPLE.test(entry)) return numberAlone(entry);
  if (isPlaceholder(entry)) return NOTHING;
  if (isRemark(entry) || isWords(entry)) return nothing(`"${entry}" names no part number.`);
  const bare = withoutMarker(entry);
  const alone = bare.replace(OR_EQUIVALENT, '').replace(OR_EQUIVALENT_UNSPACED, '');
  const isOpen = alone !== bare && alone !== '';
  const mention = withoutGeneric(isOpen ? alone : bare);
  if (mention.mpn === '' || !isOpen) return mention;
  return {
    ...mention,
    note: mention.note ?? `"${entry}": the BOM allows an equivalent, ${mention.mpn} was read.`,
  };
}

/** True for small letters alone: `exact part unknown`. */
function isWords(text: string): boolean {
  return /\p{Ll}{4}/u.test(text) && /^[\p{Ll}\s.,'()/&-]+$/u.test(text);
}

/** What most entries are: a number and nothing else. */
const SIMPLE = /^(?=[A-Z]*\d)[A-Z\d]+(?:[-.+][A-Z\d]+)*$/;

const NOTHING: Mention = { mpn: '', maker: '', note: null };

function nothing(note: string): Mention {
  return { ...NOTHING, note };
}

function numberAlone(mpn: string): Mention {
  return { mpn, maker: '', note: null };
}

/** `Generic 1N4148` is any maker's 1N4148; `Generic 10k 0402` is no number. */
function withoutGeneric(text: string): Mention {
  const rest = text.replace(GENERIC, '');
  if (rest === text) return withoutLabel(text);
  if (looksLikeMpn(rest) && !/\s/.test(rest)) return numberAlone(rest);
  return nothing(`"${text}" names no part number.`);
}

/** What is written before a number to say that it is one. */
const LABEL =
  /^(?:mpn|m?p\s?\/\s?n|pn|mfr\.?(?:\s*p\s?\/?n)?|mfg\.?(?:\s*p\s?\/?n)?|part(?:\s*(?:no\.?|number|#))?|manufacturer part (?:no\.?|number)|typ|type)\s*[:#=]\s*(?=\S)/i;
function withoutLabel(text: string): Mention {
  const shop = distributorOf(text) === null ? orderedFrom(text) : null;
  if (shop !== null) return nothing(`"${text}" is an order number of ${shop}, not a maker's part number.`);
  return withoutMaker(text.replace(LABEL, ''));
}

/** What is written before a number of a shop or a house. */
const OTHER_LABEL =
  /^(?:sku|asin|ean|art(?:ikel)?\.?[- ]?nr\.?|order(?:ing)? (?:code|no\.?)|best\.?[- ]?nr\.?)\s*[:#=.]?\s*(?=\S*\d)/i;
const OF_SHOP = /^([^:：]{2,40}?)\s*[:：]\s*\S|^(\p{L}[\p{L}-]{3,}|\p{L}{2,3}(?=\s+[\d-]+$))\s+\S+$/u;

/** Whose order number this is, by its looks or by what stands before it: `Farnell: 1467871`, `SKU: 4410`; null for none. */
export function orderedFrom(text: string): string | null {
  if (text.length > LONGEST) return null;
  const looks = distributorOf(text);
  if (looks !== null) return looks;
  if (OTHER_LABEL.test(text)) return 'a shop';
  const [, before, word] = OF_SHOP.exec(text) ?? [];
  const name = before ?? word;
  return name !== undefined && isShop(name) && !isMaker(name) ? name : null;
}

type Form = (text: string) => readonly [maker: string, mpn: string] | null;

/** How a maker and its number stand in one cell; the first form that fits is meant. */
const FORMS: readonly Form[] = [
  // `TI: NE555DR`; the colon is enough to tell a maker that we do not know
  (text) =>
    halves(
      /^([^:：]{2,40}?)\s*[:：]\s*(\S.*)$/,
      text,
      (maker, mpn) => isMaker(maker) || (isName(maker) && looksLikeMpn(mpn)),
    ),
  // `LM358DR (Texas Instruments)`, `(TI) LM358DR`
  (text) => halves(/^(?<mpn>\S.*?)\s*[([（［]\s*(?<maker>[^()[\]]{2,40}?)\s*[)\]）］]$/, text),
  (text) => halves(/^[([（［]\s*([^()[\]]{2,40}?)\s*[)\]）］]\s*(\S.*)$/, text),
  // `TI/LM358DR`, `Texas Instruments - LM358DR`, `Texas Instruments, LM358DR`
  (text) => halves(/^([^/|]{2,40}?)\s*[/|]\s*(\S.*)$/, text),
  (text) => halves(/^(\S.{1,39}?)(?:\s+[-–—]\s+|,\s+)(\S.*)$/, text),
  // `LM358DR - TI`, `LM358DR, Texas Instruments`, `LM358DR / TI`, `LM358DR by TI`
  (text) =>
    halves(
      /^(?<mpn>\S.*?)(?:\s+[-–—/|@]\s+|,\s+|\s+(?:by|from|von|de|di|da|od|от)\s+)(?<maker>\S.{1,39})$/,
      text,
    ),
  (text) => halves(/^(?<mpn>[^\s/]+)\/(?<maker>\p{L}[\p{L} ]{3,39})$/u, text),
  beforeWords,
  behindWords,
];

function withoutMaker(text: string): Mention {
  if (isUrl(text)) return numberAlone(text);
  for (const form of FORMS) {
    const [maker, mpn] = form(text) ?? [];
    if (maker !== undefined && mpn !== undefined) return { mpn, maker, note: null };
  }
  return numberAlone(text);
}

function halves(
  form: RegExp,
  text: string,
  isOne: (maker: string, mpn: string) => boolean = isMaker,
): readonly [maker: string, mpn: string] | null {
  const match = form.exec(text);
  if (match === null) return null;
  const maker = match.groups?.maker ?? match[1]!;
  const mpn = match.groups?.mpn ?? match[2]!;
  return isNumber(mpn) && isOne(maker, mpn) ? [maker, mpn] : null;
}

/** `Texas Instruments LM358DR`: as many words as are a maker's name, and one that is a number. */
function beforeWords(text: string): readonly [string, string] | null {
  const at = text.lastIndexOf(' ');
  if (at < 0) return null;
  const [maker, mpn] = [text.slice(0, at).trim(), text.slice(at + 1)];
  return isNumber(mpn) && isPlainName(maker) ? [maker, mpn] : null;
}

/** `LM358DR Texas Instruments`. */
function behindWords(text: string): readonly [string, string] | null {
  const at = text.indexOf(' ');
  if (at < 0) return null;
  const [mpn, maker] = [text.slice(0, at), text.slice(at + 1).trim()];
  return isNumber(mpn) && isPlainName(maker) ? [maker, mpn] : null;
}

/** True for a number, where a maker that we know stands beside it: `5001` is one beside Keystone. */
function isNumber(text: string): boolean {
  if (!/\d/.test(text) || distributorOf(text) !== null) return false;
  if (looksLikeMpn(text) || /^\d{4,}$/.test(text)) return true;
  return /^[A-Za-z\d][\w\-+./#(),=]+$/.test(text) && !isValue(text) && !isFootprint(text);
}

/** True for names of manufacturers that we know, in a cell that may name several. */
export function isMaker(text: string): boolean {
  if (!/\p{L}{2}/u.test(text) || !statesMaker(text)) return false;
  return makerId(text)
    .split('+')
    .every((id) => makerName(id) !== undefined);
}

/**
 * Without a mark between them, letters that are short for a maker may be the first of a number that is written with a
 * space: OSRAM's `LG L29K`. A few are never that.
 */
function isPlainName(text: string): boolean {
  return (/\p{L}{4}/u.test(text) || SURE.has(text.toUpperCase())) && !/\d/.test(text) && isMaker(text);
}

const SURE = new Set('TI ADI NXP TDK AVX KOA JST ST'.split(' '));

/** A name that is none of ours, before a colon: `Johanson`, `Acme Inc.` */
function isName(text: string): boolean {
  return /^\p{Lu}[\p{L}&.'-]*(?: [\p{L}&.'-]+){0,3}$/u.test(text) && !/_/.test(text);
}
