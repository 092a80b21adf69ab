import type { CompanyId } from './companies.ts';

/** Taken over whole: all its parts are the other's now. */
interface Merger {
  readonly into: CompanyId;
  readonly year: number;
}

/** Firms that live on only in their numbers; the years are those in which the deals closed. */
export const MERGERS: Readonly<Partial<Record<CompanyId, Merger>>> = {
  actel: { into: 'microsemi', year: 2010 },
  'active-semi': { into: 'qorvo', year: 2019 },
  adesto: { into: 'dialog', year: 2020 },
  'american-technical-ceramics': { into: 'avx', year: 2007 },
  amis: { into: 'onsemi', year: 2008 },
  amp: { into: 'te-connectivity', year: 1999 },
  applied: { into: 'macom', year: 2017 },
  aptina: { into: 'onsemi', year: 2014 },
  atheros: { into: 'qualcomm', year: 2011 },
  atmel: { into: 'microchip', year: 2016 },
  avago: { into: 'broadcom', year: 2016 },
  avx: { into: 'kyocera-avx', year: 2020 },
  'bc-components': { into: 'vishay', year: 2002 },
  'bcd-semiconductor': { into: 'diodes', year: 2013 },
  'burr-brown': { into: 'texas-instruments', year: 2000 },
  bussmann: { into: 'eaton', year: 2012 },
  catalyst: { into: 'onsemi', year: 2008 },
  cavium: { into: 'marvell', year: 2018 },
  chipcon: { into: 'texas-instruments', year: 2006 },
  cree: { into: 'wolfspeed', year: 2021 },
  csr: { into: 'qualcomm', year: 2015 },
  cypress: { into: 'infineon', year: 2020 },
  'dallas-semiconductor': { into: 'maxim', year: 2001 },
  decawave: { into: 'qorvo', year: 2020 },
  dialog: { into: 'renesas', year: 2021 },
  elantec: { into: 'intersil', year: 2002 },
  elpida: { into: 'micron', year: 2013 },
  'energy-micro': { into: 'silicon-labs', year: 2013 },
  epcos: { into: 'tdk', year: 2009 },
  exar: { into: 'maxlinear', year: 2017 },
  fairchild: { into: 'onsemi', year: 2016 },
  fci: { into: 'amphenol', year: 2016 },
  freescale: { into: 'nxp', year: 2015 },
  hittite: { into: 'analog-devices', year: 2014 },
  ics: { into: 'idt', year: 2005 },
  idt: { into: 'renesas', year: 2019 },
  'international-rectifier': { into: 'infineon', year: 2015 },
  intersil: { into: 'renesas', year: 2017 },
  invensense: { into: 'tdk', year: 2017 },
  ixys: { into: 'littelfuse', year: 2018 },
  kionix: { into: 'rohm', year: 2009 },
  lapis: { into: 'rohm', year: 2008 },
  'linear-technology': { into: 'analog-devices', year: 2017 },
  'lite-on-semiconductor': { into: 'diodes', year: 2020 },
  lsi: { into: 'avago', year: 2014 },
  maxim: { into: 'analog-devices', year: 2021 },
  'measurement-specialties': { into: 'te-connectivity', year: 2014 },
  micrel: { into: 'microchip', year: 2015 },
  micronas: { into: 'tdk', year: 2016 },
  microsemi: { into: 'microchip', year: 2018 },
  mindspeed: { into: 'macom', year: 2013 },
  'murata-power': { into: 'murata', year: 2007 },
  'national-semiconductor': { into: 'texas-instruments', year: 2011 },
  'nec-electronics': { into: 'renesas', year: 2010 },
  numonyx: { into: 'micron', year: 2010 },
  osram: { into: 'ams-osram', year: 2020 },
  peregrine: { into: 'murata', year: 2014 },
  pericom: { into: 'diodes', year: 2015 },
  philips: { into: 'nxp', year: 2006 },
  phycomp: { into: 'yageo', year: 2000 },
  plx: { into: 'avago', year: 2014 },
  'pmc-sierra': { into: 'microsemi', year: 2016 },
  ramtron: { into: 'cypress', year: 2012 },
  raychem: { into: 'te-connectivity', year: 1999 },
  rf360: { into: 'qualcomm', year: 2019 },
  rfmd: { into: 'qorvo', year: 2015 },
  sanyo: { into: 'onsemi', year: 2011 },
  silego: { into: 'dialog', year: 2017 },
  'silicon-image': { into: 'lattice', year: 2015 },
  sipex: { into: 'exar', year: 2007 },
  smsc: { into: 'microchip', year: 2012 },
  spansion: { into: 'cypress', year: 2015 },
  sst: { into: 'microchip', year: 2010 },
  supertex: { into: 'microchip', year: 2014 },
  taos: { into: 'ams-osram', year: 2011 },
  techwell: { into: 'intersil', year: 2010 },
  toko: { into: 'murata', year: 2014 },
  trinamic: { into: 'maxim', year: 2020 },
  triquint: { into: 'qorvo', year: 2015 },
  unitrode: { into: 'texas-instruments', year: 1999 },
  vectron: { into: 'microsemi', year: 2017 },
  vitesse: { into: 'microsemi', year: 2015 },
  wolfson: { into: 'cirrus-logic', year: 2014 },
  xicor: { into: 'intersil', year: 2004 },
  xilinx: { into: 'amd', year: 2022 },
  zarlink: { into: 'microsemi', year: 2011 },
  zetex: { into: 'diodes', year: 2008 },
  zilog: { into: 'ixys', year: 2010 },
};

/**
 * Lines that moved with their part numbers while the seller lived on. A BOM that names the seller was written before
 * the sale or by habit: the same number at the buyer is that part. The other way round it is not sure: what is still
 * listed under the seller's name is what the seller made, at times obsolete where the buyer's is active.
 */
interface Sale {
  readonly from: CompanyId;
  readonly to: CompanyId;
  readonly year: number;
  readonly what: string;
}

export const SALES: readonly Sale[] = [
  { from: 'altera', to: 'intel', year: 2015, what: 'all programmable logic' },
  { from: 'broadcom', to: 'cypress', year: 2016, what: 'the wireless IoT business' },
  { from: 'cherry', to: 'onsemi', year: 2000, what: 'the semiconductors' },
  { from: 'cree', to: 'cree-led', year: 2021, what: 'the LEDs' },
  { from: 'emerson', to: 'cinch', year: 2014, what: 'the connectors (Johnson, Trompeter, Semflex)' },
  { from: 'tdk', to: 'rf360', year: 2017, what: 'the radio frequency filters' },
  {
    from: 'fujitsu-semiconductor',
    to: 'spansion',
    year: 2013,
    what: 'the microcontrollers and analog circuits',
  },
  { from: 'intel', to: 'altera', year: 2025, what: 'all programmable logic' },
  { from: 'international-rectifier', to: 'vishay', year: 2007, what: 'the diodes, thyristors and modules' },
  { from: 'marvell', to: 'nxp', year: 2019, what: 'the Wi-Fi and Bluetooth circuits' },
  { from: 'mitsubishi', to: 'renesas', year: 2003, what: 'the microcontrollers and logic' },
  { from: 'motorola', to: 'freescale', year: 2004, what: 'the processors and radio frequency parts' },
  { from: 'motorola', to: 'onsemi', year: 1999, what: 'the discretes, standard logic and analog circuits' },
  { from: 'nxp', to: 'ampleon', year: 2015, what: 'the radio frequency power transistors' },
  { from: 'nxp', to: 'nexperia', year: 2017, what: 'the discretes, logic and MOSFETs' },
  { from: 'nxp', to: 'ween', year: 2016, what: 'the thyristors and power diodes' },
  {
    from: 'onsemi',
    to: 'littelfuse',
    year: 2016,
    what: 'the transient suppressors and switching thyristors',
  },
  { from: 'panasonic', to: 'nuvoton', year: 2020, what: 'the semiconductors' },
  {
    from: 'silicon-labs',
    to: 'skyworks',
    year: 2021,
    what: 'the timing, isolation, power and broadcast circuits',
  },
  { from: 'siemens', to: 'infineon', year: 1999, what: 'the semiconductors' },
  { from: 'toshiba', to: 'kioxia', year: 2018, what: 'the flash memories' },
  { from: 'wolfspeed', to: 'macom', year: 2023, what: 'the radio frequency parts' },
];

/** Firms that belong to another and still sell under their own name. */
interface Owned {
  readonly owned: CompanyId;
  readonly by: CompanyId;
  readonly year: number;
}

export const OWNERS: readonly Owned[] = [
  { owned: 'c-and-k', by: 'littelfuse', year: 2022 },
  { owned: 'chilisin', by: 'yageo', year: 2022 },
  { owned: 'cinch', by: 'bel', year: 2010 },
  { owned: 'cornell-dubilier', by: 'knowles', year: 2023 },
  { owned: 'elna', by: 'taiyo-yuden', year: 2018 },
  { owned: 'erni', by: 'te-connectivity', year: 2021 },
  { owned: 'kemet', by: 'yageo', year: 2020 },
  { owned: 'kyocera-avx', by: 'kyocera', year: 2020 },
  { owned: 'pulse', by: 'yageo', year: 2018 },
  { owned: 'richtek', by: 'mediatek', year: 2016 },
  { owned: 'sierra', by: 'semtech', year: 2023 },
  { owned: 'stewart', by: 'bel', year: 2003 },
  { owned: 'tdk-lambda', by: 'tdk', year: 2005 },
  { owned: 'trompeter', by: 'bel', year: 2014 },
];

/** They carry on or resell what others made, under the makers' numbers: their listing says little of whose it is. */
export const AFTERMARKET: readonly CompanyId[] = ['rochester'];
