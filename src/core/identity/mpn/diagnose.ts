import { cleanMpn } from './clean.ts';
import { otherForms } from './forms.ts';

/** What a cell holds that should hold a part number; `why` is a sentence for the person who keeps the BOM. */
export type MpnDiagnosis =
  | { readonly kind: 'ok' }
  | { readonly kind: 'excel-scientific' | 'excel-date' | 'lost-zeros-possible'; readonly why: string }
  | {
      readonly kind: 'distributor-number';
      readonly distributor: string;
      /** The maker's number inside the distributor's, where its form shows it. */
      readonly mpn: string | null;
      readonly why: string;
    }
  | { readonly kind: 'several-numbers'; readonly mpns: readonly string[]; readonly why: string };

const MONTH = '(?:jan|feb|m[aä]r|mrz|apr|ma[iy]|june?|july?|aug|sept?|o[ck]t|nov|de[cz])';
const DATES = [
  new RegExp(`^\\d{1,2}[-. ]{1,2}${MONTH}(?:[-. ]\\d{2}(?:\\d{2})?)?$`, 'i'),
  new RegExp(`^${MONTH}-\\d{2}(?:\\d{2})?$`, 'i'),
  /^(?:19|20)\d{2}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?(?:\.0+)?Z?)?$/i,
  /^\d{1,2}\/\d{1,2}\/(?:19|20)\d{2}$/,
  /^\d{1,2}\.\d{1,2}\.(?:19|20)\d{2}$/,
];
const SCIENTIFIC = /^\d(?:[.,]\d+E\+?|E\+)\d{2}$/i;

/**
 * Mouser writes its own number of the maker before the maker's number. So do many makers within theirs
 * (Dialight `598-8160-107F`), hence only pairs that belong together are taken for Mouser's.
 */
const MOUSER: Readonly<Record<string, RegExp>> = {
  '71': /^CRCW|^TNPW/,
  '80': /^C\d{4}C|^T49/,
  '81': /^(?:GRM|GCM|GJM|GRT|BLM|LQ[GHMPW]|DLW|NFM|DFE)/,
  '187': /^CL\d{2}/,
  '511': /^(?:STM|L78|LD\d|VL53|LSM|LIS)/,
  '512': /^(?:FDS|FDN|FDC|MMBT|BSS|NC7)/,
  '538': /^\d{2}-?\d{2}-?\d{4}$|^\d{5,6}-\d{4}$/,
  '579': /^(?:PIC|MCP|DSPIC|LAN|MIC)/,
  '595': /^(?:TPS|TLV|SN7|SN6|OPA|INA|LM|ADS|DAC|MSP|BQ|TCA|TXB|UCC)/,
  '556': /^AT/,
  '584': /^(?:AD|LT|MAX)/,
  '603': /^(?:RC|RT|AC|CC)\d{4}/,
  '621': /^(?:AP|BAV|BAT|DM[NPG]|MMB|1N|B\d{3})/,
  '652': /^(?:CR[0-9A]|SR[RNPU]|PTV|CD[0-9S]|MF-|3[23]\d\d)/,
  '667': /^(?:ERJ|EEE|EEF|ECJ|EVQ|ERA)/,
  '700': /^(?:MAX|DS)\d/,
  '710': /^\d{8,14}$/,
  '771': /^(?:74|BAT|BAV|BAS|BC\d|PMEG|PESD|LPC|PCA)/,
  '798': /^(?:DF\d|FH\d|U\.FL|UX|ZX|BM\d|FX\d)/,
  '810': /^(?:C\d{4}|CGA|MLZ|VLS|MPZ)/,
  '863': /^(?:NCP|NCV|MC\d|MMB|BAS|BAT|CAT|1SMA|MBR|NTR|2N)/,
  '963': /^(?:[EJLTU]MK|LMK|NR[SHV])/,
};

/** Tells what spreadsheets and distributors have made of a number; `ok` says only that nothing is wrong to see. */
export function diagnoseMpn(raw: string): MpnDiagnosis {
  const mpn = cleanMpn(raw);
  if (SCIENTIFIC.test(mpn)) {
    return {
      kind: 'excel-scientific',
      why: `"${mpn}" is what a spreadsheet makes of a long number: its digits are lost. Format the column as text and enter the number again`,
    };
  }
  if (DATES.some((date) => date.test(mpn))) {
    return {
      kind: 'excel-date',
      why: `"${mpn}" is a date: a spreadsheet may have made it from a number with dashes. Format the column as text and enter the number again`,
    };
  }
  const distributor = distributorNumber(mpn);
  if (distributor !== undefined) return distributor;
  const mpns = severalNumbers(mpn);
  if (mpns.length > 0) {
    const why = `"${mpn}" holds ${mpns.length} numbers: give each a cell of its own`;
    return { kind: 'several-numbers', mpns, why };
  }
  const [padded] = /^\d+$/.test(mpn) ? otherForms(mpn, null) : [];
  if (padded === undefined) return { kind: 'ok' };
  return { kind: 'lost-zeros-possible', why: `"${mpn}" may have lost zeros in front, as in ${padded}` };
}

/** The numbers that a cell holds beside something else: a distributor's prefix, or another number. */
export function numbersWithin(raw: string): readonly string[] {
  const diagnosis = diagnoseMpn(raw);
  if (diagnosis.kind === 'several-numbers') return diagnosis.mpns;
  return diagnosis.kind === 'distributor-number' && diagnosis.mpn !== null ? [diagnosis.mpn] : [];
}

/** The pieces of `BSS138 / BSS123`, if each of them could be a number. */
function severalNumbers(mpn: string): readonly string[] {
  const pieces = mpn.split(/\s+[/|+&]\s+|\s*[;|]\s*|,\s+|\s+or\s+/i);
  const isNumber = (piece: string) => /^(?=.*\d)(?=.*[a-z])[^\s]{5,}$/i.test(piece);
  return pieces.length > 1 && pieces.every(isNumber) ? pieces : [];
}

function distributorNumber(mpn: string): MpnDiagnosis | undefined {
  if (/.-ND$/i.test(mpn)) return foundAt('DigiKey', null, mpn);
  if (/^C[1-9]\d{4,7}$/i.test(mpn)) return foundAt('LCSC', null, mpn);
  if (/^(?:RS|RS Components)[ :]\s*\d{3}-\d{3,4}$/i.test(mpn)) return foundAt('RS', null, mpn);
  if (/^(?:Farnell|FEC|Newark|element14)[ :#]+\w{6,8}$/i.test(mpn)) return foundAt('Farnell', null, mpn);
  const [, prefix = '', rest = ''] = /^(\d{2,3})-(.+)$/.exec(mpn) ?? [];
  return MOUSER[prefix]?.test(rest.toUpperCase()) ? foundAt('Mouser', rest, mpn) : undefined;
}

function foundAt(distributor: string, mpn: string | null, asked: string): MpnDiagnosis {
  const inside = mpn === null ? '' : `, around the maker's ${mpn}`;
  return {
    kind: 'distributor-number',
    distributor,
    mpn,
    why: `"${asked}" is an order number of ${distributor}${inside}: a BOM should name the maker's number`,
  };
}
