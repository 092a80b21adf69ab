import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnoseMpn, numbersWithin } from '../../../src/core/identity/mpn.ts';

describe('diagnoseMpn', () => {
  test.each(['1.51505E+13', '1,51505E+13', '6.1E+10', '6E+10', '1.51505e13', '8.85012E+11'])(
    '%s is a number that a spreadsheet rounded',
    (raw) => expect(diagnoseMpn(raw)).toMatchObject({ kind: 'excel-scientific' }),
  );

  test.each([
    '5-Mar',
    '05-Mar-23',
    'Mar-05',
    'Sep-2004',
    '1-Okt',
    '5. Mrz',
    '2023-03-05',
    '2023-03-05 00:00:00',
    '2023-03-05T00:00:00.000Z',
    '3/5/2023',
    '05.03.2023',
  ])('%s is a date', (raw) => expect(diagnoseMpn(raw)).toMatchObject({ kind: 'excel-date' }));

  test.each([
    ['490-2436-1-ND', 'DigiKey', null],
    ['MCP4922-E/P-ND', 'DigiKey', null],
    ['rmcf0805ft100kct-nd', 'DigiKey', null],
    ['81-GRM21BR60G336ME5L', 'Mouser', 'GRM21BR60G336ME5L'],
    ['710-685119134923', 'Mouser', '685119134923'],
    ['603-RC0603FR-0710KL', 'Mouser', 'RC0603FR-0710KL'],
    ['595-TPS54060DGQ', 'Mouser', 'TPS54060DGQ'],
    ['538-22-05-3021', 'Mouser', '22-05-3021'],
    ['C14663', 'LCSC', null],
    ['c2040', undefined, null],
    ['RS 545-4142', 'RS', null],
    ['Farnell 1234567', 'Farnell', null],
  ])('%s is an order number of %s around %s', (raw, distributor, mpn) => {
    const found = diagnoseMpn(raw);
    if (distributor === undefined) expect(found).toEqual({ kind: 'ok' });
    else expect(found).toMatchObject({ kind: 'distributor-number', distributor, mpn });
  });

  test.each([
    ['473460001', 'as in 0473460001'],
    ['22053021', 'as in 0022053021'],
    ['311087', 'as in 0311087'],
    ['9031967921', 'as in 09031967921'],
  ])('%s may have lost zeros, %s', (raw, example) => {
    const found = diagnoseMpn(raw);
    expect(found).toMatchObject({ kind: 'lost-zeros-possible' });
    expect(found).toHaveProperty('why', expect.stringContaining(example));
  });

  test.each([
    'LM358',
    '2N3904',
    '1N4148',
    'BAT54S-7-F',
    '74HC595D,118',
    '22-05-3021',
    '39-30-1020',
    '571-0500',
    '128-0711-201',
    '598-8160-107F',
    '690-487-A',
    '302-20K-RC',
    '218-2LPST',
    'C0603C104K5RACTU',
    'C1815',
    'C2012X7R1E105K125AB',
    '1E3',
    '2E5',
    '4E10',
    'DEC10EVAL',
    'MAR-8ASM+',
    'MAR-6',
    '885012105013',
    '7447798720',
    '0022053021',
    '5015',
    '7.5',
    '1-1734248-5',
    'C1',
    '',
  ])('nothing is wrong to see with %j', (raw) => expect(diagnoseMpn(raw)).toEqual({ kind: 'ok' }));

  test('whatever a cell holds, it is told in a sentence that quotes it', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[0-9]{1,12}$/),
      fc.stringMatching(/^[0-9]{2,3}-[A-Z0-9-]+$/),
    );
    fc.assert(
      fc.property(cell, (raw) => {
        const found = diagnoseMpn(raw);
        if (found.kind !== 'ok') expect(found.why.length).toBeGreaterThan(20);
      }),
    );
  });
});

describe('numbersWithin', () => {
  test.each([
    ['595-LM358BAIPWR', ['LM358BAIPWR']],
    ['538-22-05-3021', ['22-05-3021']],
    ['BSS138 / BSS123', ['BSS138', 'BSS123']],
    ['BSS138; BSS123', ['BSS138', 'BSS123']],
    ['BC847B | BC847C | BC847A', ['BC847B', 'BC847C', 'BC847A']],
    ['1N4148 or LL4148', ['1N4148', 'LL4148']],
    ['MCP2515-I/SO', []],
    ['BAT 60A', []],
    ['BSS138 / any', []],
    ['296-1234-5-ND', []],
    ['', []],
  ])('of %j: %j', (raw, numbers) => expect(numbersWithin(raw)).toEqual(numbers));

  test('a cell of several numbers is told in a sentence', () => {
    expect(diagnoseMpn('BSS138 / BSS123')).toMatchObject({
      kind: 'several-numbers',
      why: '"BSS138 / BSS123" holds 2 numbers: give each a cell of its own',
    });
  });
});
