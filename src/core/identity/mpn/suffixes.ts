/** What a suffix says of the same part: how it is packed, or that its finish holds no lead. */
export type Mark = 'reel' | 'lead-free' | 'packing';

/** Matches the suffix alone, in upper case, at the end but for Microchip's. */
type Convention = readonly [suffix: RegExp, ...says: Mark[]];

/** The packages of Texas Instruments after whose letters the reel's letter stands. */
const TI_PACKAGES =
  'DBV|DCK|DCN|DCQ|DCU|DCY|DDA|DDC|DGK|DGN|DGQ|DGS|DRB|DRC|DRL|DRV|DSG|DW|KTT|PWP?|RG[ETVZ]|RH[ABL]|RSE|RTE';

/**
 * Suffixes by the makers' own ordering conventions, under the maker's name. Short ones that could mean anything are
 * bound to what stands before them. Left out on purpose: `-Q1` and the like (another qualification), `-ND`
 * (DigiKey's own), Hirose's `(10)` (the plating too).
 */
export const SUFFIXES: Readonly<Record<string, readonly Convention[]>> = {
  'Analog Devices': [[/-(?:REEL7?|RL7?|R7|R2)$/, 'reel']],
  'Diodes Incorporated': [
    [/(?<=[A-Z])-(?:7|13)-F$/, 'reel', 'lead-free'],
    [/(?<=[A-Z])-(?:7|13)$/, 'reel'],
    [/(?<=-(?:7|13))-F$/, 'lead-free'],
    [/TR[GE]1$/, 'reel', 'lead-free'],
  ],
  // With what was International Rectifier's
  Infineon: [
    [/TRPBF$/, 'reel', 'lead-free'],
    [/(?<=^(?:AU)?IR\w+)PBF$/, 'lead-free'],
    [/ ?E6(?:327|433)$/, 'reel'],
    [/[AHX](?:TMA|TSA|UMA)[12]$/, 'reel'],
    [/[ABFHX][KO]SA[12]$/, 'packing'],
  ],
  JST: [[/\(LF\)(?:\(SN\))?$/, 'lead-free']],
  KEMET: [[/(?<=^C\d{4}[A-Z]\d{3}[A-Z]\d[A-Z]AC)(?:TU|7\d{3})$/, 'packing']],
  'Linear Technology': [
    [/#TRM?$/, 'reel'],
    [/#TRM?PBF$/, 'reel', 'lead-free'],
    [/#PBF$/, 'lead-free'],
  ],
  Maxim: [
    [/\+$/, 'lead-free'],
    [/\+T$/, 'reel', 'lead-free'],
    [/(?<=^MAX\w+)-T$/, 'reel'],
  ],
  'Micro Commercial': [[/-TP$/, 'reel']],
  // With what was Atmel's; Microchip's own letter stands inside the number
  Microchip: [
    [/T(?=-[CEHI]\/\w+$)/, 'reel'],
    [/(?<=-(?:AU|MU|AN|MN|SU|SSU))R$/, 'reel'],
  ],
  Murata: [[/(?<=^G(?:[CJQR]M|RT|CJ)[0-9A-Z]{12,15})[DJKL#]$/, 'packing']],
  // The last three digits of the order code
  'NXP and Nexperia': [[/,\d{3}$/, 'packing']],
  onsemi: [
    [/(?<=[A-Z])(?:T[1345]|R2|RL|RLRA)G$/, 'reel', 'lead-free'],
    [/(?<=[A-Z])(?:T[134]|R2|RLRA)$/, 'reel'],
    [/(?<=^(?:2N|PN|KS[ACD]|BC|MPSA?)\d+[A-Z]?)(?:BU|TAR?|TFR?)$/, 'packing'],
  ],
  // With what was Intersil's
  Renesas: [
    [/-T(?:7A?|13|K)$/, 'reel'],
    [/#[A-Z]{1,2}\d$/, 'packing'],
  ],
  'Silicon Labs': [[/(?<=-(?:GM|GQ|G?QF[NP]\d\d))R$/, 'reel']],
  // With what was National Semiconductor's
  'Texas Instruments': [
    [/(?<=\d[A-Z]{2,})[GE]4$/, 'lead-free'],
    [new RegExp(`(?<=\\d[A-Z]*(?:${TI_PACKAGES}))[RT]$`), 'reel'],
    [/(?<=^(?:LM|TL|NE|SN|UA|UC|MC|OPA)\d+[A-Z]*D)R$/, 'reel'],
    [/X\/NOPB$/, 'reel', 'lead-free'],
    [/\/NOPB$/, 'lead-free'],
  ],
  Toshiba: [
    [/\(TE85L,F\)$/, 'reel', 'lead-free'],
    [/,LF$/, 'lead-free'],
  ],
  Vishay: [
    [/-T1-G?E3$/, 'reel', 'lead-free'],
    [/-T1$/, 'reel'],
    [/-(?:GE3|E3|M3)$/, 'lead-free'],
    [/-GS(?:08|18)$/, 'reel'],
    [/(?<=^CRCW\w+)E[ABCE]$/, 'packing'],
  ],
};

/** The one suffix that many makers share. */
export const REEL = /[-/ ]?T(?:R|&R|\/R)$/;
