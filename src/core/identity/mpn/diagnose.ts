import { cleanMpn } from './clean.ts';

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
    };

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
  const [padded] = zeroPadded(mpn);
  if (padded === undefined || !/^\d+$/.test(mpn)) return { kind: 'ok' };
  return { kind: 'lost-zeros-possible', why: `"${mpn}" may have lost zeros in front, as in ${padded}` };
}

/**
 * The numbers that a spreadsheet may have shortened to this one by dropping zeros in front, or none. Only families
 * whose numbers do begin with zeros: Molex (ten digits; its dashed old form is the same without zeros), HARTING
 * (eleven, beginning 09; Würth's spacers begin 977), Phoenix Contact (seven), Schurter (`0031.8201`). To be asked only after the number itself:
 * most numbers of these lengths are whole (Würth's nine to fourteen digits never begin with a zero).
 */
export function zeroPadded(raw: string): string[] {
  const mpn = cleanMpn(raw);
  if (/^\d{2}-\d{2}-\d{4}$/.test(mpn)) return [`00${mpn.replaceAll('-', '')}`];
  if (/^[1-9]\d\.\d{4}$/.test(mpn)) return [`00${mpn}`];
  if (!/^[1-9]\d{5,9}$/.test(mpn)) return [];
  if (mpn.length === 6) return [`0${mpn}`];
  if (mpn.length < 10) return [mpn.padStart(10, '0')];
  return /^9(?!77)/.test(mpn) ? [`0${mpn}`] : [];
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
