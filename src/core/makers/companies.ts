import { CONNECTORS } from './connectors.ts';
import { DISCRETES } from './discretes.ts';
import { MODULES } from './modules.ts';
import { PASSIVES } from './passives.ts';
import { SEMICONDUCTORS } from './semiconductors.ts';

/**
 * Names by company id, the one to be shown first. Case, accents, punctuation and legal forms need no spellings of
 * their own; an abbreviation may stand in several companies. Firms that were taken over have entries of their own,
 * brands that never were firms of interest are spellings of their house.
 */
export type CompanyTable = Readonly<Record<string, readonly [string, ...string[]]>>;

export const COMPANIES = { ...SEMICONDUCTORS, ...DISCRETES, ...PASSIVES, ...CONNECTORS, ...MODULES };
export type CompanyId = keyof typeof COMPANIES;

/** Names that stay the house's whatever division's name follows. */
export const HOUSES = [
  'Abracon',
  'Amphenol',
  'Analog Devices',
  'AVX',
  'Bel Fuse',
  'Bosch',
  'Bourns',
  'Broadcom',
  'Cinch Connectivity Solutions',
  'CTS',
  'Eaton',
  'Epson',
  'Harwin',
  'Hirose',
  'Honeywell',
  'Infineon',
  'JST',
  'KEMET',
  'Keystone Electronics',
  'Kingbright',
  'KOA',
  'KYOCERA AVX',
  'Laird',
  'Littelfuse',
  'Microchip',
  'Mitsubishi',
  'Molex',
  'Murata',
  'Nexperia',
  'NXP',
  'Omron',
  'Panasonic',
  'Phoenix Contact',
  'Pulse Electronics',
  'Renesas',
  'Rohm',
  'Samsung Electro-Mechanics',
  'Samtec',
  'Schurter',
  'STMicroelectronics',
  'Stackpole',
  'Sumida',
  'Taiyo Yuden',
  'TDK',
  'TE Connectivity',
  'Texas Instruments',
  'Toshiba',
  'TT Electronics',
  'Vishay',
  'Vishay Foil Resistors',
  'Vishay Precision',
  'Wurth',
  'Wurth Elektronik',
  'YAGEO',
] as const;
