import { looksLikeDesignators } from './designators.ts';
import { isPlaceholder, withoutMarker } from './placeholder.ts';

const URL = /^(?:https?:|www\.|ftp:|file:|\\\\|[a-z]:\\)|\.pdf$/i;
const UNIT =
  '(?:[pnuµμmkKMGTRrΩfE]|meg)?(?:F|f|H|h|Hz|hz|HZ|V|v|VDC|VAC|A|W|w|[oO]hms?|OHMS?|Ω|R|%|ppm|s|S|J|mm|mil|Ah|dB|dBm|bit|B)?';
const MEASURE = new RegExp(
  `^[<>=~±+-]*(?:\\d+(?:[.,]\\d+)?|[.,]\\d+)${UNIT}$|^[<>=~±]?\\d*[pnuµμmM]\\d{0,2}F?$|^\\d*[kKrRΩ]\\d{0,3}$|^\\d+V\\d$`,
);
const SIZE =
  /^(?:01005|0201|0402|0603|0805|1206|1210|1608|1812|2010|2012|2220|2512|3216|3225|C0G|COG|NP0|NPO|X[5-8][RST]|Y5V|Z5U|smd|tht|th)$/i;
const PACKAGE_NAMES =
  'SOT|SOIC|SOP|SSOP|TSSOP|MSOP|QSOP|VSSOP|SOD|SC|DO|TO|QFN|VQFN|WQFN|DFN|UDFN|WDFN|QFP|LQFP|TQFP|HTQFP|BGA|FBGA|TFBGA|WLCSP|CSP|LGA|DIP|PDIP|SIP|PLCC|DPAK|D2PAK|SM[ABC]|MELF|DSC';
const PACKAGE = [
  /^(?:smd?|eia|[crlfd]|led|res(?:istor)?|cap(?:acitor)?|ind(?:uctor)?|diode|fuse|fb|ferrite|bead|pol|cpol|case)?[-_ ]?(?:01005|0201|0402|0603|0805|1206|1210|1812|2010|2512)(?:[-_ ].*)?$/i,
  new RegExp(`^(?:${PACKAGE_NAMES})[-_ ]?\\d{1,3}(?:[A-Z]{1,3})?(?:[-_]\\d{1,2}\\w{0,2})?(?:_.*)?$`),
  /^[A-Za-z][\w.]*:[\w.+-]+$/,
];

/** True for a resistance, capacitance or the like, with tolerance, voltage, size or dielectric: `4k7`, `100nF 50V X7R`. */
export function isValue(text: string): boolean {
  if (text.length > 40) return false;
  const words = text.split(/[\s/,;_@]+/).filter((word) => word !== '');
  return (
    words.length > 0 &&
    MEASURE.test(words[0]!) &&
    words.every((word) => MEASURE.test(word) || SIZE.test(word))
  );
}

/** True for a footprint or a package name: `SOT-23`, `0402`, `Resistor_SMD:R_0603_1608Metric`. */
export function isFootprint(text: string): boolean {
  return PACKAGE.some((pattern) => pattern.test(text));
}

export function isUrl(text: string): boolean {
  return URL.test(text);
}

/** Devices of Eagle's own libraries: `R-EU_R0603`, `C-USC0402`, `PINHD-1X4`. */
const LIBRARY_DEVICE = /^(?:(?:[RCL]|CPOL)-(?:EU|US)|(?:PINHD|PINHEAD|HEADER|CONN|JUMPER)[-_ ]?\d+X\d+)/i;

/** True for a name from a parts library, such as `CC0402_100NF_16V` or `RES_0603`, which is no number of a maker. */
export function isLibraryName(text: string): boolean {
  if (LIBRARY_DEVICE.test(text)) return true;
  const words = text.split('_');
  return (
    words.length > 1 && words.some((word) => /^[a-z]{4,}$/i.test(word) || (word.length < 7 && isValue(word)))
  );
}

/** The distributor whose order numbers look like this; null for anything else. Farnell, Newark and RS are told by their columns. */
export function distributorOf(text: string): 'DigiKey' | 'Mouser' | 'LCSC' | null {
  if (/-ND$/i.test(text)) return 'DigiKey';
  if (/^C\d{3,9}$/.test(text)) return 'LCSC';
  if (/^\d{2,3}-[A-Z\d][\w./+#-]{3,}$/i.test(text) && /[A-Za-z]/.test(text)) return 'Mouser';
  return null;
}

/** True for a count: `2`, `2.0`, `1,000`, `3 pcs`. */
export function isCount(text: string): boolean {
  return countOf(text) !== null;
}

const PIECES =
  'x|pcs?\\.?|pieces?|ea\\.?|each|nos?\\.?|st(?:k|ck|ück)?\\.?|шт\\.?|个|只|個|枚|台|本|개|ks|szt\\.?|db|kpl|buc\\.?|uds?\\.?|pz\\.?|stuks|adet|τεμ\\.?';
const COUNT = new RegExp(
  `^(?:x\\s*)?([+]?\\d{1,9}(?:[ ,]\\d{3})*)(?:[.,](\\d{1,16}))?(?:e\\+0*(\\d))?\\s*(?:${PIECES})?$`,
  'iu',
);

/**
 * The number that a quantity cell holds; null when it holds none. A unit of pieces is allowed, no other, and a marker for
 * parts that are not fitted: `1 (DNF)` counts 1.
 */
export function countOf(text: string): number | null {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  if (text.length > LONGEST_COUNT || !/\d/.test(text)) return null;
  const match = COUNT.exec(text) ?? COUNT.exec(withoutMarker(text, 'short'));
  if (match === null) return null;
  const whole = match[1]!.replace(/[ ,+]/g, '');
  return Number(`${whole}.${match[2] ?? '0'}e${match[3] ?? '0'}`);
}

const LONGEST_COUNT = 60;

const PART_NUMBER = /^(?=.*\d)(?=.*[A-Z])[A-Za-z\d][\w\-+./#(),:=*& ]{2,47}$/i;
const DIGITS = /^(?!\d+\.\d+$)\d[\d\-. ]{2,20}\d$/;

/** True for what may be a part number by its letters: not a value, a price, a word, an address, a name of a library. */
export function couldBeMpn(text: string): boolean {
  if (text.length < 4 || text.length > 48) return false;
  if (!PART_NUMBER.test(text) && !DIGITS.test(text)) return false;
  const words = text.split(/\s+/);
  if (words.length > 3 || words.some((word) => /^[a-z]{4,}$/i.test(word))) return false;
  if (distributorOf(text) === 'DigiKey' || isUrl(text) || isPlaceholder(text) || isDate(text)) return false;
  return !isLibraryName(text) && !isFootprint(text) && (DIGITS.test(text) || !isValue(text));
}

/** True for what looks like a part number, and not like a designator or a plain number. */
export function looksLikeMpn(text: string): boolean {
  if (!couldBeMpn(text) || text.includes('_') || /^\d{1,7}$/.test(text)) return false;
  return !looksLikeDesignators(text) || /^[A-Z]{2,4}\d{4,5}[A-Z]?$/.test(text);
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(?:[ T].*)?$|^\d{1,2}[./]\d{1,2}[./]\d{2,4}(?:\s.*)?$/.test(text);
}

/** True for a price: a number with decimals, or with a currency. */
export function isPrice(text: string): boolean {
  return /^[$€£¥]\s*\d|^\d+[.,]\d+\s*[$€£¥]?$|^\d+(?:[.,]\d+)?\s*(?:[$€£¥]|USD|EUR|GBP|CNY)$/.test(text);
}
