import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanMpn, compareMpn, looseKey, mpnKey, suggest } from '../../../src/core/identity/mpn.ts';

describe('cleanMpn', () => {
  test.each([
    ['  LM358  ', 'LM358', 'outer space'],
    ['BAT 60A   E6327', 'BAT 60A E6327', 'repeated space'],
    ['LM358\u00A0D', 'LM358 D', 'a no-break space'],
    ['LM358\r\nDR', 'LM358 DR', 'a line break in the cell'],
    ['\uFEFFLM\u200B358\u00AD', 'LM358', 'invisible characters'],
    ['CAT24M01YI\u2212GT3', 'CAT24M01YI-GT3', 'a minus sign'],
    ['MCP4922\u2013E/P', 'MCP4922-E/P', 'an en dash'],
    ['MCP4922\u2011E/P', 'MCP4922-E/P', 'a no-break hyphen'],
    ['ＬＭ３５８－Ｎ', 'LM358-N', 'full width'],
    ['ﬁx100', 'fix100', 'a ligature'],
    ['ВС847С', 'BC847C', 'Cyrillic look-alikes'],
    ['ΒΑΤ54', 'BAT54', 'Greek look-alikes'],
    ['КТ315Б', 'КТ315Б', 'a truly Cyrillic number'],
    ['2N7002P\\,215', '2N7002P,215', 'an escaped comma'],
    ['="0603123"', '0603123', 'Excel’s way to keep text'],
    ["'0603123", '0603123', 'Excel’s text mark'],
    ['"LM358"', 'LM358', 'quotes'],
    ['LM358 (DNP)', 'LM358', 'a note'],
    ['LM358 DNP', 'LM358', 'a bare note'],
    ['LM358 or equiv.', 'LM358', 'a note'],
    ['LM358, or equivalent', 'LM358', 'a note'],
    ['LM358 (alt)', 'LM358', 'a note'],
    ['LM358 (NRND) (DNP)', 'LM358', 'two notes'],
    ['TPS54060DGQ .', 'TPS54060DGQ', 'a stray full stop'],
    ['LM358;', 'LM358', 'a separator left over'],
    ['DNP', 'DNP', 'a note alone'],
    ['TLP291-4(GB,E)', 'TLP291-4(GB,E)', 'brackets that belong to the number'],
    ['U.FL-R-SMT(10)', 'U.FL-R-SMT(10)', 'brackets that belong to the number'],
    ['LM317/NOPB', 'LM317/NOPB', 'a suffix'],
    ['MAX6639AEE+', 'MAX6639AEE+', 'a suffix'],
    ['DFE252012P-1R0M=P2', 'DFE252012P-1R0M=P2', 'an equals sign within'],
    ['lm358', 'lm358', 'case is kept'],
    ['', '', 'nothing'],
    ['"LM358"\\,', 'LM358', 'quotes under a trailing comma'],
  ])('%j is %j: %s', (raw, clean) => expect(cleanMpn(raw)).toBe(clean));

  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          'LM358',
          '"',
          "'",
          '=',
          ' ',
          '(DNP)',
          ' or eq',
          '.',
          ',',
          '\\,',
          'с',
          'Б',
          '－',
          'ﬁ',
          '\u00AD',
          'µ',
        ),
      )
      .map((pieces) => pieces.join('')),
  );
  test('cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(cell, (raw) => {
        expect(cleanMpn(cleanMpn(raw))).toBe(cleanMpn(raw));
      }),
    );
  });
  test('a clean number is one line, trimmed', () => {
    fc.assert(
      fc.property(cell, (raw) => {
        expect(cleanMpn(raw)).toBe(cleanMpn(raw).trim());
        expect(cleanMpn(raw)).not.toMatch(/[\r\n\t]| {2}/);
      }),
    );
  });
});

describe('keys', () => {
  const number = fc
    .array(fc.constantFrom(...'ABCZ019-+#/.,_ ()&'.split('')), { minLength: 1, maxLength: 20 })
    .map((letters) => letters.join(''));
  const wide = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

  test('neither case nor width matters', () => {
    fc.assert(
      fc.property(number, (mpn) => {
        for (const key of [mpnKey, looseKey]) {
          expect(key(mpn.toLowerCase())).toBe(key(mpn));
          expect(key(wide(mpn))).toBe(key(mpn));
        }
      }),
    );
  });
  test('numbers of one key have one loose key', () => {
    fc.assert(
      fc.property(number, (mpn) => {
        expect(looseKey(mpnKey(mpn))).toBe(looseKey(mpn));
      }),
    );
  });
  test.each([
    ['1-1734248-5', '1-1734248-5'],
    ['TSW-110-07-G-S', 'TSW110-07GS'],
    ['22-05-3021', '22053021'],
    ['09 03 196 7921', '09031967921'],
    ['RC0603FR-0710KL', 'RC0603FR0710KL'],
    ['MSS2P2HM3_A/H', 'MSS2P2HM3A/H'],
    ['LT1764AEQ-1.8#PBF', 'LT1764AEQ1.8#PBF'],
    ['2N7002P,215', '2N7002P,215'],
    ['LM358-TR', 'LM358TR'],
  ])('the loose key of %s is %s', (mpn, key) => expect(looseKey(mpn)).toBe(key));
});

describe('compareMpn', () => {
  test.each([
    ['LM358', 'lm358'],
    ['LM358 ', 'LM358'],
    ['MCP4922–E/P', 'MCP4922-E/P'],
    ['2N7002P\\,215', '2N7002P,215'],
    ['LM358 (DNP)', 'LM358'],
  ])('%s is %s', (asked, listed) => expect(compareMpn(asked, listed)).toEqual({ kind: 'same' }));

  test.each([
    ['RC0603FR0710KL', 'RC0603FR-0710KL', 'differs only in dashes'],
    ['BSC093N04LS G', 'BSC093N04LSG', 'differs only in spaces'],
    ['PTS840 GK SMTR LFS', 'PTS840GKSMTRLFS', 'differs only in spaces'],
    ['MSS2P2HM3A/H', 'MSS2P2HM3_A/H', 'differs only in spaces, dashes or underscores'],
    ['22-05-3021', '22053021', 'differs only in dashes'],
    ['09 03 196 7921', '09031967921', 'differs only in spaces'],
    ['ERJ 3EKF1002V', 'ERJ-3EKF1002V', 'differs only in spaces, dashes or underscores'],
  ])('%s is %s, spelt otherwise', (asked, listed, why) => {
    expect(compareMpn(asked, listed)).toEqual({ kind: 'spelling', why });
  });

  test.each([
    ['STM32F103C8T6', 'STM32F103C8T6TR', 'the same part on tape and reel (suffix TR)'],
    ['ADP3338AKCZ-3.3-R7', 'ADP3338AKCZ-3.3', 'the same part without the suffix -R7'],
    ['AD8605ARTZ-REEL7', 'AD8605ARTZ-REEL', 'only the suffix differs: -REEL7 is asked, -REEL is listed'],
    ['AD8605ARTZ', 'AD8605ARTZ-R2', 'the same part on tape and reel (suffix -R2)'],
    ['LT1764AEQ-1.8', 'LT1764AEQ-1.8#PBF', 'the lead-free version of it (suffix #PBF)'],
    ['LT1764AEQ#PBF', 'LT1764AEQ#TRPBF', 'only the suffix differs: #PBF is asked, #TRPBF is listed'],
    ['MAX3232EUE', 'MAX3232EUE+', 'the lead-free version of it (suffix +)'],
    ['MAX3232EUE+', 'MAX3232EUE+T', 'only the suffix differs: + is asked, +T is listed'],
    ['LM358N', 'LM358N/NOPB', 'the lead-free version of it (suffix /NOPB)'],
    ['LM317EMP/NOPB', 'LM317EMPX/NOPB', 'only the suffix differs: /NOPB is asked, X/NOPB is listed'],
    [
      'LM317EMP/NOPB',
      'LM317EMP',
      'the same part without the suffix /NOPB, which is not said to be lead-free',
    ],
    ['LM358D', 'LM358DR', 'the same part on tape and reel (suffix R)'],
    ['TPS54060DGQ', 'TPS54060DGQR', 'the same part on tape and reel (suffix R)'],
    ['TPS54060DGQR', 'TPS54060DGQT', 'only the suffix differs: R is asked, T is listed'],
    ['TPS54060DGQ', 'TPS54060DGQG4', 'the lead-free version of it (suffix G4)'],
    [
      'LP2985A-33DBVTE4',
      'LP2985A-33DBVT',
      'the same part without the suffix E4, which is not said to be lead-free',
    ],
    ['MMBT3904L', 'MMBT3904LT1G', 'the same part, lead-free on tape and reel (suffix T1G)'],
    ['MMBT3904LT1', 'MMBT3904LT1G', 'only the suffix differs: T1 is asked, T1G is listed'],
    ['MC33063AD', 'MC33063ADR2G', 'the same part, lead-free on tape and reel (suffix R2G)'],
    ['2N3904', '2N3904BU', 'the same part in another packing (suffix BU)'],
    ['2N7002P', '2N7002P,215', 'the same part in another packing (suffix ,215)'],
    ['74HC595D,118', '74HC595D,112', 'only the suffix differs: ,118 is asked, ,112 is listed'],
    ['BAV99', 'BAV99,215', 'the same part in another packing (suffix ,215)'],
    ['DMG2305UX', 'DMG2305UX-7', 'the same part on tape and reel (suffix -7)'],
    ['DMG2305UX-7', 'DMG2305UX-13', 'only the suffix differs: -7 is asked, -13 is listed'],
    ['B340A', 'B340A-13-F', 'the same part, lead-free on tape and reel (suffix -13-F)'],
    ['AP2112K-3.3', 'AP2112K-3.3TRG1', 'the same part, lead-free on tape and reel (suffix TRG1)'],
    ['SI2302CDS', 'SI2302CDS-T1-GE3', 'the same part, lead-free on tape and reel (suffix -T1-GE3)'],
    ['SI2302CDS-T1-E3', 'SI2302CDS-T1-GE3', 'only the suffix differs: -T1-E3 is asked, -T1-GE3 is listed'],
    ['CRCW060310K0FKEA', 'CRCW060310K0FKEB', 'only the suffix differs: EA is asked, EB is listed'],
    ['IRLML6402PBF', 'IRLML6402TRPBF', 'only the suffix differs: PBF is asked, TRPBF is listed'],
    ['BAT 60A', 'BAT60AE6327HTSA1', 'the same part on tape and reel (suffix E6327HTSA1)'],
    ['MCP2515-I/SO', 'MCP2515T-I/SO', 'the same part on tape and reel (suffix T)'],
    ['ATMEGA328P-AU', 'ATMEGA328P-AUR', 'the same part on tape and reel (suffix R)'],
    ['ISL9120IRNZ', 'ISL9120IRNZ-T7A', 'the same part on tape and reel (suffix -T7A)'],
    ['M30873FHBGP#U3', 'M30873FHBGP', 'the same part without the suffix #U3'],
    ['CP2102N-A02-GQFN28', 'CP2102N-A02-GQFN28R', 'the same part on tape and reel (suffix R)'],
    ['B4B-PH-K-S', 'B4B-PH-K-S(LF)(SN)', 'the lead-free version of it (suffix (LF)(SN))'],
    ['GRM188R71C104KA01D', 'GRM188R71C104KA01J', 'only the suffix differs: D is asked, J is listed'],
    ['C0603C104K5RACTU', 'C0603C104K5RAC7867', 'only the suffix differs: TU is asked, 7867 is listed'],
    ['rc-foo12', 'RC-FOO12-TR', 'the same part on tape and reel (suffix -TR)'],
  ])('%s, %s: another packaging', (asked, listed, why) => {
    expect(compareMpn(asked, listed)).toEqual({ kind: 'packaging', why });
  });

  test.each([
    ['1-1734248-5', '11734248-5', 'the dash parts fields'],
    ['TSW-110-07-G-S', 'TSW-11-007-G-S', 'the dash parts fields'],
    ['LM358', 'LM358-Q1', 'the automotive grade'],
    ['LM358', 'LM358A', 'another grade'],
    ['LM1117-3.3', 'LM1117-33', 'a point is meant'],
    ['LM317', 'LM317T', 'another package'],
    ['2N3904', '2N3906', 'another part'],
    ['MMSZ5230B-7-F', 'MMSZ5230BT1G', 'suffixes of two makers'],
    ['LM358DR', 'LM358DR2G', 'suffixes of two makers'],
    ['BC847B', 'BC847C', 'another gain'],
    ['U.FL-R-SMT(10)', 'U.FL-R-SMT(01)', 'another plating'],
    ['RC0603FR-0710KL', 'RC0603FR-07100KL', 'another value'],
    ['GRM188R71C104KA01D', 'GRM188R71C105KA01D', 'another value'],
    ['MCP2515-I/SO', 'MCP2515-E/SO', 'another temperature range'],
    ['STM32F103C8T6', 'STM32F103C8T7', 'another temperature range'],
    ['296-1234-5-ND', '296-1234-5', 'an order number'],
    ['22053021', '0022053021', 'zeros are no separator'],
    ['ADP3338AKCZ-3.3-R7', 'ADP3338AKCZ-2.5-R7', 'another voltage'],
    ['STM32G4', 'STM32', 'G4 is part of the name here'],
    ['ATTR', 'AT', 'nothing would be left'],
    ['DF13-3P-1.25H(20)', 'DF13-4P-1.25H(20)', 'another number of poles'],
  ])('%s is not %s: %s', (asked, listed) => {
    expect(compareMpn(asked, listed)).toEqual({ kind: 'different' });
  });

  test('it is the same in both directions, as to the kind', () => {
    const mpn = fc.constantFrom(
      'LM358D',
      'LM358DR',
      'LM358-DR',
      'LM358N/NOPB',
      'LM358N',
      'lm358 n',
      'AD8605-R2',
      'AD8605',
    );
    fc.assert(
      fc.property(mpn, mpn, (a, b) => {
        expect(compareMpn(a, b).kind).toBe(compareMpn(b, a).kind);
      }),
    );
  });
});

describe('suggest', () => {
  test.each([
    ['LM35', 'LM358', 'one character more at the end'],
    ['LM358PW', 'LM358PWRQ1', '3 characters more at the end'],
    ['LM358XX', 'LM358', '2 characters fewer at the end'],
    ['STM32F103C8T6', 'STM32F103CBT6', 'differs in 1 character'],
    ['STM32F103CT6', 'STM32F103C8T6', 'one character more inside'],
    ['STM32F1103C8T6', 'STM32F103C8T6', 'one character fewer inside'],
    ['STM32F103C8T6', 'STM32F103RBT6', 'differs in 2 characters'],
    ['473460001', '0473460001', 'one character more in front: zeros that a spreadsheet may have dropped'],
    ['LM358N', 'LM358N/NOPB', 'the lead-free version of it (suffix /NOPB)'],
    ['RC0603FR0710KL', 'RC0603FR-0710KL', 'differs only in dashes'],
  ])('for %s: %s, %s', (asked, mpn, why) => expect(suggest(asked, [mpn])).toEqual([{ mpn, why }]));

  test('the likest come first, none twice, no more than asked for', () => {
    const listed = ['LM358XYZ', 'LM35-8D', 'LM358DR', 'LM358DR', 'LM358A', 'LM358DX', 'lm358d', 'NE555'];
    expect(suggest('LM358D', listed).map(({ mpn }) => mpn)).toEqual([
      'LM358DR',
      'LM358DX',
      'LM358A',
      'LM35-8D',
      'LM358XYZ',
    ]);
    expect(suggest('LM358D', listed, 2)).toHaveLength(2);
  });
  test('nothing that has little in common', () => {
    expect(suggest('BZX9C3V3', ['LM358', '1028', 'GRM188R71C104KA01D', 'B'])).toEqual([]);
    expect(suggest('LM358', [])).toEqual([]);
  });
  test('never the asked number, and in an order that does not hang on the listing’s', () => {
    const mpn = fc
      .array(fc.constantFrom(...'AB01-/ '.split('')), { minLength: 1, maxLength: 6 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(mpn, fc.uniqueArray(mpn, { selector: mpnKey }), (asked, listed) => {
        const found = suggest(asked, listed);
        expect(found.map((one) => mpnKey(one.mpn))).not.toContain(mpnKey(asked));
        expect(suggest(asked, listed.toReversed())).toEqual(found);
      }),
    );
  });
});
