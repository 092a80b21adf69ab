import { describe, expect, test } from 'vitest';
import { isSameForm, otherForms } from '../../../src/core/identity/mpn.ts';

describe('otherForms', () => {
  test.each<readonly [mpn: string, maker: string | null, forms: readonly string[]]>([
    // Molex: ten digits; fields of two, two and four, or of five or six and four
    ['22-23-2021', 'Molex', ['0022232021']],
    ['51021-0200', 'Molex', ['0510210200']],
    ['105017-0001', 'Molex', ['1050170001']],
    ['473460001', 'Molex', ['0473460001']],
    ['22053021', null, ['0022053021']],
    ['2091119', null, ['0002091119']],
    ['0473460001', 'Molex', []],
    // TE: no zero in front, the tens of the dash number before it
    ['0-0215079-4', 'TE', ['215079-4']],
    ['1-0215079-4', 'AMP', ['1-215079-4']],
    ['0640456-2', 'Tyco', ['640456-2']],
    ['640456-12', 'TE Connectivity', ['1-640456-2']],
    ['1-1734248-5', 'TE', []],
    ['640456-2', 'TE', []],
    // HARTING: eleven digits, beginning 09; Würth's spacers begin 977
    ['9031967921', 'HARTING', ['09031967921']],
    ['09 03 196 7921', 'HARTING', ['09031967921']],
    ['9774010243', null, []],
    // Phoenix Contact: seven digits
    ['311087', 'Phoenix Contact', ['0311087']],
    ['03 11 08 7', 'Phoenix Contact', ['0311087']],
    // Schurter and WAGO
    ['31.8201', null, ['0031.8201']],
    ['0857-0400', 'WAGO', ['857-400']],
    ['2857-0401', 'WAGO', ['2857-401']],
    ['857-400', 'WAGO', []],
    // the maker that the BOM names writes no such numbers
    ['22-23-2021', 'Texas Instruments', []],
    ['473460001', 'Würth', []],
    // a maker that nobody knows may be anyone
    ['51021-0200', 'Frobnitz', ['0510210200']],
    // nothing of the kind
    ['7447798720', null, []],
    ['885012105013', null, []],
    ['5015', null, []],
    ['LM358', null, []],
    ['', null, []],
  ])('of %s by %s: %j', (mpn, maker, forms) => expect(otherForms(mpn, maker)).toEqual(forms));
});

describe('isSameForm', () => {
  test.each([
    ['22-23-2021', '0022232021', 'Molex', true],
    ['0022232021', '22-23-2021', 'Molex', true],
    ['51021-0200', '51021-0200', 'Molex', true],
    ['51021-0200', '0510210201', 'Molex', false],
    ['51021-0200', '0510210200', 'Harwin', false],
    ['640456-12', '1-640456-2', 'TE Connectivity AMP Connectors', true],
    ['1-1734248-5', '11734248-5', 'TE Connectivity', false],
    ['LM358', 'LM358', 'Molex', false],
  ])('%s and %s of %s: %s', (a, b, maker, same) => expect(isSameForm(a, b, maker)).toBe(same));
});
