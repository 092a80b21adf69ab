import { PLACEHOLDERS, REMARKS } from './words/no-number.ts';
import { ABBREVIATIONS, PHRASES, SHORT_ABBREVIATIONS, UNSPACED_PHRASES } from './words/not-fitted.ts';

/** Longer cells are never looked at: nobody writes so much to say nothing. */
const LONGEST_REMARK = 120;

/** True for what people write where they have no part number or maker: `-`, `N/A`, `TBD`, `Generic`, `???`. */
export function isPlaceholder(text: string): boolean {
  if (text.length > 32) return false;
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (isError(text)) return true;
  const word = text.toLowerCase().replace(/^[<([{"'*]+|[>)\]}"'*!]+$/g, '');
  if (PLACEHOLDERS.has(word)) return true;
  return word.length > 2 && /^(x+|\?+|0+)$/.test(word);
}

/** True for what a spreadsheet shows where a formula fails: `#N/A`, `#REF!`. */
export function isError(text: string): boolean {
  return /^#(?:n\/?a|n\/?v|nv|ref!|bezug!|value!|wert!|name\?|div\/0!|null!|num!|zahl!|spill!|calc!|getting_data)$/i.test(
    text,
  );
}

/** True for a sentence in a part number's place: `see note 1`, `as available`, `customer supplied`. */
export function isRemark(text: string): boolean {
  return text.length <= LONGEST_REMARK && REMARKS.some((remark) => remark.test(text));
}

const END = '(?=$|[\\s,;:.!)\\]}(])';
const SAYING = `(?:(?:${ABBREVIATIONS.replaceAll(' ', '|')}|${PHRASES.join('|')})${END}|${UNSPACED_PHRASES.join('|')})`;
const SHORT = SHORT_ABBREVIATIONS.split(' ');
const SHORT_WORDS = new Set(SHORT);
const BEGINS = new RegExp(`^${SAYING}`, 'iu');

/** What stands before and behind what a cell is for, when it is such a marker. */
function markers(saying: string): readonly RegExp[] {
  return [
    new RegExp(`(?:[\\s,;:/([{<*_（［-]+${saying}|${UNSPACED_PHRASES.join('|')})[)\\]}>*!）］\\s]*$`, 'iu'),
    new RegExp(`^[([{<*!（［\\s]*${saying}[)\\]}>*:）］：\\s,;-]*`, 'iu'),
  ];
}

const CLEAR_MARKERS = markers(SAYING);
const ALL_MARKERS = markers(
  `(?:${SAYING}|(?:${SHORT.map((word) => word.replaceAll('.', '\\.')).join('|')})${END})`,
);

/** False for cells as stored that begin like no such marker, which is most of them. */
export function maySayNotFitted(cell: string): boolean {
  return /^[\sdnolmut"([{<*!\u0080-\uffff]/i.test(cell);
}

/** True when a whole cell, or its beginning, says that the part is not to be populated: `DNP`, `NP`, `Do not fit (R2)`. */
export function saysNotFitted(text: string): boolean {
  if (text.length < 2) return false;
  const bare = /^[([{<*!]/.test(text) ? text.replace(/^[([{<*!\s]+/, '') : text;
  return BEGINS.test(bare) || (text.length <= 8 && SHORT_WORDS.has(text.toLowerCase()));
}

/** True when a value such as `10k DNP`, `100n (DNF)` or `NA(10k)` marks its part as not populated. */
export function valueSaysNotFitted(text: string): boolean {
  return (
    saysNotFitted(text) ||
    /(?:^|[\s,;/(_-])(?:DNP|DNI|DNF|DNM)(?=$|[\s,;/)_-])/.test(text) ||
    /^NA\(/.test(text)
  );
}

/**
 * A cell without the marker before or behind what it is for: `1 (DNF)` is `1`, `DNS D4` is `D4`. The same text when there
 * is none, or nothing else. Abbreviations that may be part of a number are taken for markers only when they are `short`.
 */
export function withoutMarker(text: string, short: 'short' | 'clear' = 'clear'): string {
  if (text.length > LONGEST_REMARK || !/\p{L}/u.test(text)) return text;
  for (const marker of short === 'short' ? ALL_MARKERS : CLEAR_MARKERS) {
    const bare = text.replace(marker, '');
    if (bare !== text && bare !== '') return bare;
  }
  return text;
}
