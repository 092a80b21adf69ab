import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareMakers, makerId, makerName, statesMaker } from '../../../src/core/identity/maker.ts';

/** What the BOM asks for, and what the provider lists for the same part number. */
type Pair = readonly [asked: string, listed: string];

const AGREE: readonly Pair[] = [
  // The same name, however it is written
  ['Texas Instruments', 'Texas Instruments'],
  ['TEXAS INSTRUMENTS', 'Texas Instruments'],
  ['TI', 'Texas Instruments'],
  ['Texas Intruments', 'Texas Instruments'],
  ['on semi', 'onsemi'],
  ['ON-Semiconductor', 'onsemi'],
  ['ON', 'onsemi'],
  ['Diodes, Inc', 'Diodes Incorporated'],
  ['diodesinc', 'Diodes Incorporated'],
  ['Molex,LLC', 'Molex'],
  ['MURATA', 'Murata Electronics'],
  ['Murata Electronics North America', 'Murata Electronics'],
  ['muRata(村田)', 'Murata Electronics'],
  ['Wuerth', 'Würth Elektronik'],
  ['WURTH ELEKTRONIK', 'Würth Elektronik'],
  ['Wurth Electronics Inc.', 'Würth Elektronik'],
  ['Yago', 'YAGEO'],
  ['Panasonic - ECG', 'Panasonic Electronic Components'],
  ['Matsushita', 'Panasonic Electronic Components'],
  ['LITEON', 'Lite-On Inc.'],
  ['Samsung Electro-Mechanics America, Inc', 'Samsung Electro-Mechanics'],
  ['Samsung', 'Samsung Electro-Mechanics'],
  ['Samsung', 'Samsung Semiconductor, Inc.'],
  ['JST Sales America Inc', 'JST Sales America Inc.'],
  ['JST', 'JST Sales America Inc.'],
  ['Littlefuse', 'Littelfuse Inc.'],
  ['CK', 'C&K'],
  ['C & K Components', 'C&K'],
  ['Silicon Laboratories Inc', 'Silicon Labs'],
  ['MPS', 'Monolithic Power Systems Inc.'],
  ['Micro Commercial Co', 'MCC (Micro Commercial Components)'],
  ['Alpha and Omega', 'Alpha & Omega Semiconductor Inc.'],
  ['AOS', 'Alpha & Omega Semiconductor Inc.'],
  ['ROhm', 'Rohm Semiconductor'],
  ['Nexperia', 'Nexperia USA Inc.'],
  ['NXP Semiconductors', 'NXP USA Inc.'],
  ['ST', 'STMicroelectronics'],
  ['ST(意法半导体)', 'STMicroelectronics'],
  ['Infineon Technologies, Corp.', 'Infineon Technologies'],
  ['Kingbright Company LLC', 'Kingbright'],
  ['KOA Speer', 'KOA Speer Electronics, Inc.'],
  ['Hirose', 'Hirose Electric Co Ltd'],
  ['UCC', 'Chemi-Con'],
  ['E-SWITCH', 'E-Switch'],
  ['Mini Circuits', 'Mini-Circuits'],
  ['AMS', 'Advanced Monolithic Systems'],
  ['AMS', 'ams-OSRAM USA INC.'],
  ['ILS', 'ILSI'],
  ['Stackpole', 'Stackpole Electronics Inc'],
  ['W. L. Gore', 'W.L. Gore & Associates, Inc.'],
  ['FTDI', 'FTDI, Future Technology Devices International Ltd'],
  ['CUI', 'Same Sky (Formerly CUI Devices)'],
  ['Toshiba', 'Toshiba Semiconductor and Storage'],
  ['On Shore Technology', 'On Shore Technology Inc.'],
  ['Schützinger', 'Schuetzinger'],
  // Brands and divisions of a house
  ['Vishay', 'Vishay Dale'],
  ['Vishay', 'Vishay Semiconductor Diodes Division'],
  ['Vishay/Siliconix', 'Vishay Siliconix'],
  ['Dale', 'Vishay Dale'],
  ['Vishay Sprague', 'Vishay'],
  ['TE', 'TE Connectivity AMP Connectors'],
  ['Tyco Electronics', 'TE Connectivity Passive Product'],
  ['Linx Technologies', 'TE Connectivity Linx'],
  ['TDK', 'TDK InvenSense'],
  ['Amphenol', 'Amphenol ICC (FCI)'],
  ['CTS Electronic Components', 'CTS-Frequency Controls'],
  ['Laird', 'Laird-Signal Integrity Products'],
  // Two names in one cell
  ['Analog Devices / Linear Technology', 'Analog Devices Inc.'],
  ['NXP / Freescale', 'NXP USA Inc.'],
  ['TriQuint (Qorvo)', 'Qorvo'],
  ['AVX / KYOCERA', 'KYOCERA AVX'],
  ['YAGEO (PHYCOMP)', 'YAGEO'],
  ['Murata, TDK or Samsung', 'TDK Corporation'],
  ['Murata / Frobnitz', 'Frobnitz Inc.'],
  ['Linear Technology', 'Analog Devices Inc./Maxim Integrated'],
  // Taken over whole
  ['Linear Technology', 'Analog Devices Inc.'],
  ['Analog Devices', 'Linear Technology'],
  ['Maxim', 'Analog Devices Inc./Maxim Integrated'],
  ['DALLAS SEMI', 'Analog Devices Inc.'],
  ['Hittite', 'Analog Devices Inc.'],
  ['Atmel', 'Microchip Technology'],
  ['Micrel', 'Microchip Technology'],
  ['SMSC', 'Microchip Technology'],
  ['Actel', 'Microchip Technology'],
  ['Microsemi Corp.', 'Microchip Technology'],
  ['Fairchild', 'onsemi'],
  ['Catalyst', 'onsemi'],
  ['Aptina LLC', 'onsemi'],
  ['International Rectifier', 'Infineon Technologies'],
  ['IR', 'Infineon Technologies'],
  ['Cypress', 'Infineon Technologies'],
  ['Spansion', 'Infineon Technologies'],
  ['Ramtron', 'Infineon Technologies'],
  ['Freescale', 'NXP USA Inc.'],
  ['Philips', 'NXP USA Inc.'],
  ['IDT', 'Renesas Electronics America Inc'],
  ['Intersil', 'Renesas Electronics Corporation'],
  ['Adesto', 'Renesas Electronics Corporation'],
  ['National Semi.', 'Texas Instruments'],
  ['Burr-Brown', 'Texas Instruments'],
  ['Avago', 'Broadcom Limited'],
  ['Xilinx', 'AMD'],
  ['EPCOS', 'EPCOS - TDK Electronics'],
  ['EPCOS', 'TDK Corporation'],
  ['AVX Corporation', 'KYOCERA AVX'],
  ['American Technical Ceramics', 'KYOCERA AVX'],
  ['Pericom', 'Diodes Incorporated'],
  ['Zetex', 'Diodes Incorporated'],
  ['RFMD', 'Qorvo'],
  ['Exar', 'MaxLinear, Inc.'],
  ['Elpida', 'Micron Technology Inc.'],
  ['Cavium', 'Marvell Semiconductor, Inc.'],
  ['OSRAM', 'ams-OSRAM USA INC.'],
  ['Measurement Specialties Inc', 'TE Connectivity Measurement Specialties'],
  ['FCI', 'Amphenol ICC (FCI)'],
  ['Bussmann', 'Eaton - Electronics Division'],
  ['Peregrine', 'pSemi'],
  // Part of a firm sold, and the buyer lists it
  ['NXP', 'Nexperia USA Inc.'],
  ['Philips', 'Nexperia USA Inc.'],
  ['NXP', 'WeEn Semiconductors'],
  ['Motorola', 'onsemi'],
  ['Motorola', 'NXP USA Inc.'],
  ['Silicon Labs', 'Skyworks Solutions Inc.'],
  ['Intel', 'Altera'],
  ['Altera', 'Intel'],
  ['Toshiba', 'Kioxia America, Inc.'],
  ['Cree', 'CreeLED, Inc.'],
  ['Cree', 'Wolfspeed, Inc.'],
  // A brand or a short name of the house
  ['J.W. Miller', 'Bourns Inc.'],
  ['JW Miller', 'Bourns Inc.'],
  ['Trimpot', 'Bourns Inc.'],
  ['Slkor', 'Shenzhen Slkormicro Semicon Co., Ltd.'],
  ['Roederstein', 'Vishay Roederstein'],
  ['Roederstein', 'Vishay'],
  ['P&B', 'TE Connectivity Potter & Brumfield Relays'],
  ['Deutsch', 'TE Connectivity Deutsch Connectors'],
  ['CONEC', 'Amphenol CONEC'],
  ['Intel FPGA', 'Altera'],
  ['AMD Xilinx', 'Xilinx'],
  ['AMD Xilinx', 'AMD'],
  ['Diodes Zetex', 'Diodes/Zetex'],
  ['Diodes Zetex', 'Diodes Incorporated'],
  ['Allegro', 'Allegro MicroSystems'],
  ['XP', 'XP Power'],
  ['PI', 'Power Integrations'],
  ['WE', 'Würth Elektronik'],
  ['Seiko', 'Seiko Instruments'],
  ['Lumimax', 'Lumimax Optoelectronic Technology'],
  ['Metcal', 'OKI/Metcal'],
  ['Maxim Integrated', 'Analog Devices Inc./Maxim Integrated'],
  ['Digi-Key / Murata', 'Murata Electronics'],
  ['Texas Instruments', 'Texas Instruments (VA)'],
  // Taken over by way of others
  ['Benchmarq', 'Texas Instruments'],
  ['Luminary', 'Texas Instruments'],
  ['NEC Tokin', 'KEMET'],
  ['Tokin', 'KEMET'],
  ['Coiltronics', 'Eaton - Electronics Division'],
  ['Polyswitch', 'Littelfuse Inc.'],
  ['Harris', 'Renesas Electronics Corporation'],
  // A line sold, and the buyer or its heir lists it
  ['Raychem', 'Littelfuse Inc.'],
  ['Raychem', 'TE Connectivity Raychem Circuit Protection'],
  ['Laird', 'TE Connectivity Laird'],
  ['Agilent', 'Broadcom Limited'],
  ['HP', 'Broadcom Limited'],
  ['Seiko', 'ABLIC Inc.'],
  // Owned, under its own name
  ['Yageo', 'KEMET'],
  ['C&K', 'Littelfuse Inc.'],
  ['Chemical Foo Works', 'CHEMICAL FOO WORKS'],
  // Not in the table, and the same but for the legal form or the form of a trade word
  ['Frobnitz', 'Frobnitz GmbH & Co. KG'],
  ['Frobnitz Semiconductors', 'Frobnitz Semi'],
  ['Frob-Nitz', 'FrobNitz S.r.l.'],
];

const DOUBT: readonly Pair[] = [
  // The seller's name on what the buyer made
  ['Nexperia', 'NXP USA Inc.'],
  ['Skyworks', 'Silicon Labs'],
  ['Kioxia', 'Toshiba Semiconductor and Storage'],
  // Two firms of one heir, which were never each other
  ['Atmel', 'Micrel Inc.'],
  ['Ramtron', 'International Rectifier'],
  ['Texas Instruments', 'MICROSS/On Semiconductor'],
  // Another firm that bears the name
  ['Phoenix America', 'Phoenix Contact'],
  ['Viking Technology', 'Viking Tech'],
  ['Harris Corporation', 'Renesas Electronics Corporation'],
  ['NEC Corporation', 'Renesas Electronics Corporation'],
  ['E-T-A', 'ETA-USA'],
  ['Electric Imp Inc.', 'IMP'],
  ['Precision', 'Precision Devices'],
  ['Precision', 'Precision Technology Inc.'],
  ['Stanley', 'Stanley Electric Co'],
  ['Logical Systems Corp.', 'Logical Systems Inc.'],
  ['Z+F USA Inc', 'ZF Electronics'],
  ['Micro/sys Inc.', 'Microsemi Corporation'],
  ['Micro/sys Inc.', 'Microchip Technology'],
  // Too short to tell
  ['C&S', 'CS SRL'],
  ['CS®', 'CS SRL'],
  ['ISC', 'ISC INC.'],
  // One of two names of a listing that the table does not know
  ['Frobnitz', 'Gizmonic/Frobnitz'],
  // Resold under another's name
  ['onsemi', 'Rochester Electronics, LLC'],
  ['Texas Instruments', 'Rochester Electronics, LLC'],
  // Unknown, but alike
  ['Samtech', 'Samtec Inc.'],
  ['Delkin Frobnitz', 'Delkin Devices, Inc.'],
  ['Frobnitz', 'Frobnitz Power Modules'],
  ['Frobnitz', 'Frobnitz Electronics Co., Ltd.'],
  ['Frobnitz Electronics', 'Frobnitz Semiconductor'],
  ['BFW', 'Brass Frobnitz Works'],
  ['Frobnitz', 'Frobnits'],
  ['Frobn.', 'Frobnitz Inc.'],
  ['Analog Frobnitz', 'Analog Devices Inc.'],
  // No maker at all
  ['Any', 'onsemi'],
  ['DNP', 'onsemi'],
  ['', 'onsemi'],
];

const DIFFER: readonly Pair[] = [
  ['TI', 'onsemi'],
  ['Texas Instruments', 'STMicroelectronics'],
  ['Vishay', 'Bourns Inc.'],
  ['Vishay', 'Vishay Foil Resistors (Division of Vishay Precision Group)'],
  ['onsemi', 'Nexperia USA Inc.'],
  ['Murata', 'TDK Corporation'],
  ['Micron', 'Microchip Technology'],
  ['Micro Crystal', 'MCC (Micro Commercial Components)'],
  ['Taiwan Semiconductor', 'Central Semiconductor Corp'],
  ['Linear Technology', 'Texas Instruments'],
  ['Infineon', 'Vishay Siliconix'],
  ['NXP', 'Infineon Technologies'],
  ['Skyworks', 'Qorvo'],
  ['Silicon Labs', 'Silicon Storage Technology'],
  ['KEMET', 'Pulse Electronics'],
  ['Johanson', 'Cinch Connectivity Solutions Johnson'],
  ['Semtech', 'Samtec Inc.'],
  ['Advanced Micro Devices', 'Advanced Monolithic Systems'],
  ['Maxwell', 'Marvell Semiconductor, Inc.'],
  ['Power Integrations', 'XP Power'],
  ['AOS Electronics', 'Alpha & Omega Semiconductor Inc.'],
  ['Frobnitz', 'onsemi'],
  ['Frobnitz', 'Gizmonic Institute'],
  // A legal form, a place or a word for the trade is nobody's name
  ['Frobnitz, Inc.', 'Gizmonic, Inc.'],
  ['Frobnitz, USA', 'Gizmonic Co., Ltd. (USA)'],
  ['Analog Devices Inc.', 'Frobnitz, Inc.'],
  ['American Electrical Inc.', 'Electric Imp Inc.'],
  ['OKI/Metcal', 'Rohm Semiconductor'],
  ['Mitsubishi Materials U.S.A. Corporation', 'Powerex Inc.'],
  ['Johnson Controls', 'Cinch Connectivity Solutions Johnson'],
  ['LSI/CSI', 'LSI Corp.'],
];

describe('compareMakers', () => {
  test.each(AGREE)('%s agrees with %s', (asked, listed) => {
    expect(compareMakers(asked, listed)).toMatchObject({ kind: 'agree' });
  });
  test.each(DOUBT)('%s and %s: doubt', (asked, listed) => {
    expect(compareMakers(asked, listed)).toMatchObject({ kind: 'doubt' });
  });
  test.each(DIFFER)('%s is not %s', (asked, listed) => {
    expect(compareMakers(asked, listed)).toMatchObject({ kind: 'differ' });
  });

  test.each([
    ['Linear Technology', 'Analog Devices Inc.', 'Linear Technology has been Analog Devices Inc. since 2017'],
    [
      'Dallas',
      'Analog Devices Inc.',
      'Dallas Semiconductor is part of Maxim Integrated, Maxim Integrated has been Analog Devices Inc. since 2021',
    ],
    ['Atmel', 'Micrel', 'Atmel and Micrel are both part of Microchip Technology and were different makers'],
    [
      'NXP',
      'Nexperia',
      'Nexperia USA Inc. took over the discretes, logic and MOSFETs of NXP USA Inc. in 2017',
    ],
    [
      'Nexperia',
      'NXP',
      "Nexperia USA Inc. took over the discretes, logic and MOSFETs of NXP USA Inc. in 2017, but this is listed as NXP USA Inc.'s",
    ],
    ['KEMET', 'YAGEO', 'KEMET belongs to YAGEO'],
    ['Agilent', 'Broadcom', 'Avago Technologies took over the semiconductors of Agilent'],
    ['Phoenix America', 'Phoenix', 'Phoenix America and Phoenix share a name and are different firms'],
    ['Vishay Dale', 'Vishay', 'both are names of Vishay'],
    ['TI', 'onsemi', 'Texas Instruments and onsemi are different makers'],
    ['any', 'onsemi', '"any" names no maker'],
    ['Frobnitz', 'Frobnits', 'Frobnitz and Frobnits differ by a letter or two: one may be the other'],
    ['Frobnitz', 'onsemi', 'Frobnitz and onsemi have nothing in common'],
  ])('%s, %s: says why', (asked, listed, why) => {
    expect(compareMakers(asked, listed).why).toBe(why);
  });

  test('the user’s aliases win over likeness and over the table', () => {
    const aliases = { Frobnitz: 'Texas Instruments', 'T.I.': 'Frobnitz' };
    expect(compareMakers('FROBNITZ Inc.', 'Texas Instruments', aliases).kind).toBe('agree');
    expect(compareMakers('TI', 'Texas Instruments', aliases).kind).toBe('differ');
    expect(compareMakers('onsemi', 'Frobnitz', aliases).kind).toBe('differ');
  });

  test.each([
    ['Texas Instruments', 'TEXAS-INSTRUMENTS', 'name'],
    ['Wurth Elektronik', 'Würth Elektronik', 'name'],
    ['TI', 'Texas Instruments', 'spelling'],
    ['Frobnitz', 'Frobnitz Inc.', 'spelling'],
    ['Fairchild', 'onsemi', 'merger'],
    ['onsemi', 'Fairchild Semiconductor', 'merger'],
    ['NXP', 'Nexperia', 'sale'],
    ['KEMET', 'YAGEO', 'owner'],
  ])('%s agrees with %s by %s', (asked, listed, by) => {
    expect(compareMakers(asked, listed)).toMatchObject({ kind: 'agree', by });
  });

  test('a name agrees with itself, and what agrees by id agrees both ways', () => {
    const names = fc.constantFrom(...AGREE.flat(), ...DIFFER.flat());
    fc.assert(
      fc.property(names, names, (a, b) => {
        expect(compareMakers(a, a).kind).toBe('agree');
        if (makerId(a) === makerId(b)) expect(compareMakers(a, b).kind).toBe('agree');
        expect(
          compareMakers(a, b).kind === 'agree' || compareMakers(a.toUpperCase(), b).kind !== 'agree',
        ).toBe(true);
      }),
    );
  });
});

describe('makerId and makerName', () => {
  test.each([
    ['LTC', 'linear-technology', 'Linear Technology'],
    ['MAXIM', 'maxim', 'Maxim Integrated'],
    ['FAIRCHILD SEMICONDUCTOR', 'fairchild', 'Fairchild Semiconductor'],
    ['ON Semi', 'onsemi', 'onsemi'],
    ['Vishay/Dale', 'vishay', 'Vishay'],
    ['Würth Elektronik', 'wurth', 'Würth Elektronik'],
    ['NXP', 'nxp', 'NXP USA Inc.'],
    ['Nexperia', 'nexperia', 'Nexperia USA Inc.'],
    ['TDK / Murata', 'murata+tdk', undefined],
    ['Murata, TDK', 'murata+tdk', undefined],
    ['Frobnitz & Söhne GmbH', 'frobnitzsohne', undefined],
    ['constructor', 'constructor', undefined],
  ])('%s is %s', (name, id, shown) => {
    expect(makerId(name)).toBe(id);
    expect(makerName(id)).toBe(shown);
  });

  test('an alias gives its target’s id', () => {
    expect(makerId('Frobnitz', { 'frobnitz inc': 'TI' })).toBe('texas-instruments');
    expect(makerId('TI', { TI: 'Frobnitz' })).toBe('frobnitz');
  });
});

describe('statesMaker', () => {
  test.each([
    '',
    ' ',
    '-',
    '---',
    '?',
    'N/A',
    'n.a.',
    'Any',
    'various',
    'DNP',
    'Generic',
    'TBD',
    'None',
    '~',
  ])('%j does not: it is a placeholder', (name) => expect(statesMaker(name)).toBe(false));
  test.each([
    'Digi-Key Corporation',
    'DigiKey',
    'Mouser Electronics',
    'Farnell',
    'LCSC',
    'RS Components',
    'McMaster',
  ])('%s does not: it sells what others make', (name) => expect(statesMaker(name)).toBe(false));
  test.each(['TI', 'Multicomp', 'RS PRO', 'Frobnitz', '3M', '村田', 'Rochester Electronics, LLC'])(
    '%s does',
    (name) => expect(statesMaker(name)).toBe(true),
  );
});
