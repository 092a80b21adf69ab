import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PartRecord } from '../../../src/core/judge/listing.ts';
import { matchPart } from '../../../src/core/judge/match.ts';
import { isValid, type MatchWord } from '../../../src/core/words.ts';
import { aPart } from '../../support/build.ts';

const RULES = { aliases: { TexInst: 'Texas Instruments' }, packagingIsSame: false };

/** `NUMBER @ Maker`, as a listed product; `NUMBER @ Maker < Seller` for one of a marketplace seller. */
function listed(text: string): PartRecord {
  const [mpn = '', by = ''] = text.split(' @ ');
  const [maker = '', seller] = by.split(' < ');
  const sold = seller === undefined ? {} : { sellers: [seller], marketplaceOnly: true };
  return aPart({ mpn, maker, dkpn: `${mpn}-ND`, dkpns: [`${mpn}-ND`], ...sold });
}

const match = (mpn: string, manufacturer: string | null, products: readonly string[], rules = RULES) =>
  matchPart({ mpn, manufacturer }, products.map(listed), rules);

describe('which of the listed products was asked for', () => {
  const TI = 'NE555P @ Texas Instruments';
  const ST = 'NE555P @ STMicroelectronics';
  const ADI = 'LT1086CM#PBF @ Analog Devices Inc.';

  test.each<readonly [asked: string, maker: string | null, products: readonly string[], word: MatchWord]>([
    // one maker has the number
    ['NE555P', null, [TI], 'exact'],
    ['NE555P', 'Texas Instruments', [TI], 'exact'],
    ['NE555P', 'texas instruments', [TI], 'exact'],
    ['NE555P', 'TI', [TI], 'normalized'],
    ['NE555P', 'TexInst', [TI], 'normalized'],
    ['NE555P', 'Burr-Brown', [TI], 'normalized'],
    ['NE555P', 'onsemi', [TI], 'other-manufacturer'],
    ['NE555P', 'STMicroelectronics', [TI], 'other-manufacturer'],
    ['NE555P', 'Any', [TI], 'exact'],
    ['NE555P', 'n/a', [TI], 'exact'],
    ['NE555P', 'Digi-Key', [TI], 'exact'],
    // spelling
    ['ne555p', null, [TI], 'normalized'],
    ['NE 555P', null, [TI], 'normalized'],
    ['NE-555P', null, [TI], 'normalized'],
    ['NE555P (DNP)', null, [TI], 'normalized'],
    ['ＮＥ５５５Ｐ', null, [TI], 'normalized'],
    // several makers have it
    ['NE555P', null, [TI, ST], 'ambiguous'],
    ['NE555P', 'TI', [TI, ST], 'normalized'],
    ['NE555P', 'STMicroelectronics', [TI, ST], 'exact'],
    ['NE555P', 'STMicroelectronics', [ST, TI], 'exact'],
    ['NE555P', 'onsemi', [TI, ST], 'other-manufacturer'],
    ['NE555P', 'Generic', [TI, ST], 'ambiguous'],
    // one maker under two listings, or under two names of one company, is one maker
    ['NE555P', null, [TI, TI], 'exact'],
    ['LT1086CM#PBF', null, [ADI, 'LT1086CM#PBF @ Linear Technology'], 'exact'],
    ['LT1086CM#PBF', 'Linear Technology', [ADI], 'normalized'],
    ['MAX232CPE+', 'Maxim', ['MAX232CPE+ @ Analog Devices Inc./Maxim Integrated'], 'normalized'],
    ['ATMEGA328P-PU', 'Atmel', ['ATMEGA328P-PU @ Microchip Technology'], 'normalized'],
    ['IRF540NPBF', 'International Rectifier', ['IRF540NPBF @ Infineon Technologies'], 'normalized'],
    // a suffix that a maker may mean makes another number
    ['LT1086CM', 'Linear Technology', [ADI], 'near'],
    ['MAX232CPE', null, ['MAX232CPE+ @ Analog Devices Inc./Maxim Integrated'], 'near'],
    ['LM358N', null, ['LM358N/NOPB @ Texas Instruments'], 'near'],
    ['BC847B', null, ['BC847B,215 @ Nexperia USA Inc.'], 'near'],
    ['NE555', null, [TI, ST], 'near'],
    ['NE555PX', null, [TI], 'near'],
    // the order number of the distributor, in place of the part number
    ['NE555P-ND', null, [TI], 'exact'],
    ['ne555p-nd', null, [TI], 'normalized'],
    // several makers in the cell, and more than one of them has it
    ['NE555P', 'TI / Microchip', [TI, ST], 'normalized'],
    ['NE555P', 'TI / ST', [TI, ST], 'ambiguous'],
    // two firms of one heir were never one
    ['X1234', null, ['X1234 @ Atmel', 'X1234 @ Micrel Inc.'], 'ambiguous'],
    ['X1234', 'Micrel', ['X1234 @ Atmel'], 'ambiguous'],
    ['X1234', 'Microchip', ['X1234 @ Atmel'], 'normalized'],
    ['X1234', 'NXP', ['X1234 @ Nexperia USA Inc.', 'X1234 @ WeEn Semiconductors'], 'ambiguous'],
    // two ways in which a maker writes one number
    ['22-23-2021', 'Molex', ['0022232021 @ Molex'], 'normalized'],
    ['22-23-2021', null, ['0022232021 @ Molex'], 'normalized'],
    ['51021-0200', 'MOLEX', ['0510210200 @ Molex'], 'normalized'],
    ['105017-0001', null, ['1050170001 @ Molex'], 'normalized'],
    ['22232021', 'Molex', ['0022232021 @ Molex'], 'normalized'],
    ['22232021', null, ['0022232021 @ Molex'], 'near'],
    ['51021-0200', 'Hirose', ['0510210200 @ Molex'], 'other-manufacturer'],
    ['51021-0200', null, ['0510210200 @ Harwin Inc.'], 'near'],
    ['0-0215079-4', 'TE Connectivity', ['215079-4 @ TE Connectivity AMP Connectors'], 'normalized'],
    ['640456-10', 'AMP', ['1-640456-0 @ TE Connectivity AMP Connectors'], 'normalized'],
    ['09-03-196-7921', 'Harting', ['09031967921 @ HARTING'], 'normalized'],
    ['9031967921', 'Harting', ['09031967921 @ HARTING'], 'normalized'],
    ['0857-0400', 'WAGO', ['857-400 @ WAGO Corporation'], 'normalized'],
    ['31.8201', 'Schurter', ['0031.8201 @ SCHURTER Inc.'], 'normalized'],
    // the seller in place of the maker
    ['NE555P', 'Rochester', ['NE555P @ Texas Instruments < Rochester Electronics, LLC'], 'normalized'],
    ['NE555P', 'Rochester', [TI], 'other-manufacturer'],
    ['NE555P', 'onsemi', ['NE555P @ Texas Instruments < Rochester Electronics, LLC'], 'other-manufacturer'],
    [
      'NE555P',
      'Rochester Electronics',
      [
        'NE555P @ Texas Instruments < Rochester Electronics, LLC',
        'NE555P @ onsemi < Rochester Electronics, LLC',
      ],
      'ambiguous',
    ],
    // the number stands within the cell
    ['595-NE555P', null, [TI], 'near'],
    ['926-NE555P', 'TI', [TI], 'near'],
    ['NE555P / LM358N', null, [TI], 'near'],
    // nothing of the kind
    ['NE555P', null, [], 'not-found'],
    ['NE555P', 'Texas Instruments', ['GRM188R71H104KA93D @ Murata Electronics'], 'not-found'],
    // the right one is not the first
    ['NE555P', null, ['NE555PWR @ Texas Instruments', 'NE555PSR @ Texas Instruments', TI], 'exact'],
    ['NE555P', 'TI', ['SE555P @ Texas Instruments', ST, TI], 'normalized'],
  ])('%s of %s among %j: %s', (asked, maker, products, word) => {
    const found = match(asked, maker, products);
    expect(found.word).toBe(word);
    expect(found.part !== null).toBe(isValid(word));
  });

  test('packaging suffixes count as the same part where the user says so', () => {
    const found = match('LM358N', null, ['LM358N/NOPB @ Texas Instruments'], {
      ...RULES,
      packagingIsSame: true,
    });
    expect(found.word).toBe('normalized');
    expect(found.steps[0]).toContain('packaging suffix only');
  });

  test('an unfamiliar maker name is said to be in doubt, not guessed', () => {
    const found = match('NE555P', 'NXP', ['NE555P @ Nexperia USA Inc.']);
    expect(isValid(found.word) || found.word === 'ambiguous').toBe(true);
    expect(found.steps.join(' ')).toMatch(/Nexperia/);
  });
});

describe('the very maker and its heirs', () => {
  const FAIRCHILD = '2N3904 @ Fairchild Semiconductor < Galco Industrial Electronics';
  const ONSEMI = '2N3904 @ onsemi';
  const OTHER = '2N3904 @ Central Semiconductor Corp';

  test.each<
    readonly [maker: string, products: readonly string[], word: MatchWord, of: string, heir: string[]]
  >([
    ['Fairchild Semiconductor', [ONSEMI, FAIRCHILD], 'exact', 'Fairchild Semiconductor', ['onsemi']],
    ['Fairchild', [ONSEMI, FAIRCHILD, OTHER], 'normalized', 'Fairchild Semiconductor', ['onsemi']],
    ['Fairchild Semiconductor', [ONSEMI, OTHER], 'normalized', 'onsemi', []],
    ['onsemi', [ONSEMI, FAIRCHILD], 'exact', 'onsemi', ['Fairchild Semiconductor']],
    ['ON Semi', [FAIRCHILD], 'normalized', 'Fairchild Semiconductor', []],
  ])('%s among %j: %s, of %s, beside %j', (maker, products, word, of, heir) => {
    const found = match('2N3904', maker, products);
    expect(found.word).toBe(word);
    expect(found.part?.manufacturer.name).toBe(of);
    expect(found.candidates.map(({ part }) => part.manufacturer.name)).toEqual(heir);
    for (const { why } of found.candidates)
      expect(why).toMatch(/Fairchild Semiconductor has been onsemi since 2016/);
  });

  test('the listing under the very name comes before one under another name of the firm', () => {
    const { part } = match('X1234', 'Vishay Dale', ['X1234 @ Vishay', 'X1234 @ Vishay Dale']);
    expect(part?.manufacturer.name).toBe('Vishay Dale');
    expect(part?.statements).toHaveLength(2);
  });
});

describe('several listings of one part', () => {
  const own = aPart({ quantityAvailable: 10, marketplaceQuantity: 0 });
  const broker = aPart({
    quantityAvailable: 5_000,
    marketplaceQuantity: 5_000,
    marketplaceOnly: true,
    dkpn: '2156-NE555P-ND',
  });

  test('fold into one, the own listing before the marketplace, stocks added up', () => {
    const { part } = matchPart({ mpn: 'NE555P', manufacturer: null }, [broker, own], RULES);
    expect(part).toMatchObject({
      dkpn: '296-NE555P-ND',
      quantityAvailable: 5_010,
      marketplaceQuantity: 5_000,
    });
  });

  test('the statements of every listing are kept to be judged, those of other makers are not', () => {
    const obsolete = aPart({ statusId: 1, marketplaceOnly: true });
    const other = aPart({ maker: 'onsemi' });
    const { part } = matchPart({ mpn: 'NE555P', manufacturer: 'TI' }, [own, obsolete, other], RULES);
    expect(part?.statements).toEqual([...own.statements, ...obsolete.statements]);
  });

  test('what could not be read of any of them is told once', () => {
    const [one, two] = ['DateLastBuyChance states "soon"', 'EndOfLife states "maybe"'];
    const listings = [own, aPart({ unreadable: [one!] }), aPart({ unreadable: [one!, two!] })];
    const { part } = matchPart({ mpn: 'NE555P', manufacturer: null }, listings, RULES);
    expect(part?.unreadable).toEqual([one, two]);
  });
});

describe('candidates', () => {
  test('of an ambiguous number are one for each maker, in the order of their names', () => {
    const { candidates } = match('NE555P', null, [
      'NE555P @ Texas Instruments',
      'NE555P @ onsemi',
      'NE555P @ Texas Instruments',
    ]);
    expect(candidates.map(({ part }) => part.manufacturer.name)).toEqual(['Texas Instruments', 'onsemi']);
  });

  test('of a near number are the same maker’s first, however much likelier others are', () => {
    const products = [
      'NE5556 @ onsemi',
      'NE555A @ STMicroelectronics',
      'NE555PWRG4 @ Texas Instruments',
      'NE555DR @ Texas Instruments',
    ];
    const makers = (maker: string | null) =>
      match('NE555', maker, products).candidates.map(({ part }) => part.mpn);
    expect(makers('TI')).toEqual(['NE555DR', 'NE555PWRG4', 'NE5556', 'NE555A']);
    expect(makers(null)).toEqual(['NE5556', 'NE555A', 'NE555DR', 'NE555PWRG4']);
  });

  test('of a near number are at most five, each with its reason', () => {
    const products = ['P', 'D', 'PW', 'DR', 'PS', 'DG4'].map(
      (suffix) => `NE555${suffix} @ Texas Instruments`,
    );
    const { candidates } = match('NE555', null, products);
    expect(candidates).toHaveLength(5);
    for (const { why } of candidates) expect(why).toMatch(/\w/);
  });
});

describe('what holds for any answer', () => {
  const number = fc.constantFrom(
    'NE555P',
    'ne555p',
    'NE 555P',
    'NE555',
    'NE555PWR',
    'LM358N',
    'LM358N/NOPB',
    'BC847B,215',
  );
  const maker = fc.constantFrom(
    'Texas Instruments',
    'TI',
    'onsemi',
    'STMicroelectronics',
    'Nexperia USA Inc.',
    'Nobody & Sons',
  );
  const product = fc
    .record({ mpn: number, maker, statusId: fc.constantFrom(0, 1, 2, 7), quantityAvailable: fc.nat(100) })
    .map(aPart);
  const asked = fc.record({ mpn: number, manufacturer: fc.option(maker) });

  test('the order of the products does not change the verdict', () => {
    fc.assert(
      fc.property(asked, fc.array(product, { maxLength: 6 }), (ref, products) => {
        expect(matchPart(ref, [...products].reverse(), RULES)).toEqual(matchPart(ref, products, RULES));
      }),
    );
  });

  test('an unrelated product never makes a part valid', () => {
    const unrelated = aPart({
      mpn: 'GRM188R71H104KA93D',
      maker: 'Murata Electronics',
      dkpns: [],
      dkpn: null,
    });
    fc.assert(
      fc.property(asked, fc.array(product, { maxLength: 6 }), (ref, products) => {
        const before = matchPart(ref, products, RULES);
        const after = matchPart(ref, [unrelated, ...products], RULES);
        expect(isValid(after.word)).toBe(isValid(before.word));
        expect(after.part).toEqual(before.part);
      }),
    );
  });

  test('a valid part has the number that was asked for, a suggestion never has', () => {
    const letters = (mpn: string) => mpn.toUpperCase().replace(/[\s-]/g, '');
    fc.assert(
      fc.property(asked, fc.array(product, { maxLength: 6 }), (ref, products) => {
        const { word, part, candidates } = matchPart(ref, products, RULES);
        if (part) expect(letters(part.mpn)).toBe(letters(ref.mpn));
        if (word === 'near')
          for (const one of candidates) expect(one.part.mpn.toUpperCase()).not.toBe(ref.mpn.toUpperCase());
      }),
    );
  });
});
