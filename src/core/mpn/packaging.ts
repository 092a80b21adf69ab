import { looseKey, mpnKey } from './clean.ts';

/** What a suffix says of the same part: how it is packed, or that its finish holds no lead. */
type Mark = 'reel' | 'lead-free' | 'packing';

interface Convention {
  /** Matches the suffix alone, in upper case. */
  readonly suffix: RegExp;
  readonly says: readonly Mark[];
}

/**
 * Suffixes by the makers' own ordering conventions. Short ones that could mean anything are bound to what
 * stands before them. Left out on purpose: `-Q1` and the like (other qualification), `-ND` (DigiKey's own),
 * Hirose's `(10)` (plating too).
 */
const CONVENTIONS: readonly Convention[] = [
  // Any maker
  { suffix: /[-/ ]?T(?:R|&R|\/R)$/, says: ['reel'] },
  // Analog Devices
  { suffix: /-(?:REEL7?|RL7?|R7|R2)$/, says: ['reel'] },
  // Linear Technology
  { suffix: /#TRM?$/, says: ['reel'] },
  { suffix: /#TRM?PBF$/, says: ['reel', 'lead-free'] },
  { suffix: /#PBF$/, says: ['lead-free'] },
  // Maxim
  { suffix: /\+$/, says: ['lead-free'] },
  { suffix: /\+T$/, says: ['reel', 'lead-free'] },
  { suffix: /(?<=MAX\w+)-T$/, says: ['reel'] },
  // National Semiconductor
  { suffix: /X\/NOPB$/, says: ['reel', 'lead-free'] },
  { suffix: /\/NOPB$/, says: ['lead-free'] },
  // Texas Instruments: the reel's letter follows the letters of the package
  { suffix: /(?<=\d[A-Z]{2,})[GE]4$/, says: ['lead-free'] },
  {
    suffix:
      /(?<=\d[A-Z]*(?:DBV|DCK|DCN|DCQ|DCY|DDA|DDC|DGK|DGN|DGQ|DGS|DRB|DRC|DRL|DRV|DSG|DW|KTT|PWP?|RG[ETVZ]|RH[ABL]|RSE|RTE))[RT]$/,
    says: ['reel'],
  },
  { suffix: /(?<=^(?:LM|TL|NE|SN|UA|UC|MC|OPA)\d+[A-Z]*D)R$/, says: ['reel'] },
  // onsemi
  { suffix: /(?<=[A-Z])(?:T[1345]|R2|RL|RLRA)G$/, says: ['reel', 'lead-free'] },
  { suffix: /(?<=[A-Z])(?:T[134]|R2|RLRA)$/, says: ['reel'] },
  { suffix: /(?<=(?:T[1345]|R2))G$/, says: ['lead-free'] },
  { suffix: /(?<=^(?:2N|PN|KS[ACD]|BC|MPSA?)\d+[A-Z]?)(?:BU|TAR?|TFR?)$/, says: ['packing'] },
  // NXP and Nexperia: the last three digits of the order code
  { suffix: /,\d{3}$/, says: ['packing'] },
  // Diodes Incorporated
  { suffix: /(?<=[A-Z])-(?:7|13)-F$/, says: ['reel', 'lead-free'] },
  { suffix: /(?<=[A-Z])-(?:7|13)$/, says: ['reel'] },
  { suffix: /(?<=-(?:7|13))-F$/, says: ['lead-free'] },
  { suffix: /TR[GE]1$/, says: ['reel', 'lead-free'] },
  // Vishay
  { suffix: /-T1-G?E3$/, says: ['reel', 'lead-free'] },
  { suffix: /-T1$/, says: ['reel'] },
  { suffix: /-(?:GE3|E3|M3)$/, says: ['lead-free'] },
  { suffix: /-GS(?:08|18)$/, says: ['reel'] },
  { suffix: /(?<=^CRCW\w+)E[ABCE]$/, says: ['packing'] },
  // Infineon and International Rectifier
  { suffix: /TRPBF$/, says: ['reel', 'lead-free'] },
  { suffix: /(?<=^(?:IR|AUIR)\w+)PBF$/, says: ['lead-free'] },
  { suffix: / ?E6(?:327|433)$/, says: ['reel'] },
  { suffix: /[AHX](?:TMA|TSA|UMA)[12]$/, says: ['reel'] },
  { suffix: /[ABFHX][KO]SA[12]$/, says: ['packing'] },
  // Microchip and Atmel: Microchip's letter stands inside the number
  { suffix: /T(?=-[CEHI]\/\w+$)/, says: ['reel'] },
  { suffix: /(?<=-(?:AU|MU|AN|MN|SU|SSU))R$/, says: ['reel'] },
  // Renesas and Intersil
  { suffix: /-T(?:7A?|13|K)$/, says: ['reel'] },
  { suffix: /#[A-Z]{1,2}\d$/, says: ['packing'] },
  // Silicon Labs
  { suffix: /(?<=-(?:GM|GQ|G?QF[NP]\d\d))R$/, says: ['reel'] },
  // Micro Commercial
  { suffix: /-TP$/, says: ['reel'] },
  // Toshiba
  { suffix: /\(TE85L,F\)$/, says: ['reel', 'lead-free'] },
  { suffix: /,LF$/, says: ['lead-free'] },
  // JST
  { suffix: /\(LF\)(?:\(SN\))?$/, says: ['lead-free'] },
  // Murata and KEMET ceramic capacitors
  { suffix: /(?<=^G(?:[CJQR]M|RT|CJ)[0-9A-Z]{12,15})[DJKL#]$/, says: ['packing'] },
  { suffix: /(?<=^C\d{4}[A-Z]\d{3}[A-Z]\d[A-Z]AC)(?:TU|7\d{3})$/, says: ['packing'] },
];

interface Suffix {
  readonly text: string;
  readonly says: readonly Mark[];
}

/**
 * Why two numbers are the same part in another packaging or finish, by their makers' conventions; undefined when
 * they differ in more. It is a hint and no proof: one packaging may be obsolete while another is active.
 */
export function packagingDifference(asked: string, listed: string): string | undefined {
  const [a, b] = [dissect(mpnKey(asked)), dissect(mpnKey(listed))];
  if (looseKey(a.stem) !== looseKey(b.stem)) return undefined;
  const [ours, theirs] = withoutCommon(a.suffixes, b.suffixes);
  if (ours.length === 0 && theirs.length === 0) return undefined;
  if (ours.length === 0) return `${gained(theirs)} (suffix ${written(theirs)})`;
  if (theirs.length === 0) return `the same part without the suffix ${written(ours)}${lost(ours)}`;
  return `only the suffix differs: ${written(ours)} is asked, ${written(theirs)} is listed`;
}

function withoutCommon(a: readonly Suffix[], b: readonly Suffix[]): [readonly Suffix[], readonly Suffix[]] {
  const alike = a.length > 0 && a[0]?.text === b[0]?.text;
  return alike ? withoutCommon(a.slice(1), b.slice(1)) : [a, b];
}

function gained(suffixes: readonly Suffix[]): string {
  const leadFree = say(suffixes, 'lead-free');
  if (say(suffixes, 'reel'))
    return leadFree ? 'the same part, lead-free on tape and reel' : 'the same part on tape and reel';
  return leadFree ? 'the lead-free version of it' : 'the same part in another packing';
}

function lost(suffixes: readonly Suffix[]): string {
  return say(suffixes, 'lead-free') ? ', which is not said to be lead-free' : '';
}

function say(suffixes: readonly Suffix[], mark: Mark): boolean {
  return suffixes.some(({ says }) => says.includes(mark));
}

function written(suffixes: readonly Suffix[]): string {
  return suffixes.map(({ text }) => text).join('');
}

/** Cuts the longest suffix again and again; the suffixes are in the order in which they stood. */
function dissect(key: string): { readonly stem: string; readonly suffixes: readonly Suffix[] } {
  const last = longestSuffix(key);
  if (last === undefined) return { stem: key, suffixes: [] };
  const { stem, suffixes } = dissect(last.rest);
  return { stem, suffixes: [...suffixes, last.suffix] };
}

/** What is left must still be a part number. */
function longestSuffix(key: string): { readonly rest: string; readonly suffix: Suffix } | undefined {
  return CONVENTIONS.flatMap(({ suffix, says }) => {
    const found = suffix.exec(key);
    if (found === null) return [];
    const rest = key.slice(0, found.index) + key.slice(found.index + found[0].length);
    return isNumber(rest) ? [{ rest, suffix: { text: found[0].trim(), says } }] : [];
  }).reduce<ReturnType<typeof longestSuffix>>(
    (best, cut) => (cut.rest.length < (best?.rest.length ?? Infinity) ? cut : best),
    undefined,
  );
}

function isNumber(text: string): boolean {
  return text.length >= 4 && /\d/.test(text);
}
