import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expandDesignators, looksLikeDesignators } from '../../src/bom/designators.ts';

describe('expandDesignators', () => {
  test.each([
    ['R1', 'R1'],
    ['R1, R2;R3 R4', 'R1 R2 R3 R4'],
    ['R1-R4, R7', 'R1 R2 R3 R4 R7'],
    ['R1-4', 'R1 R2 R3 R4'],
    ['R1..R3', 'R1 R2 R3'],
    ['R1 … R3', 'R1 R2 R3'],
    ['R1 to R3', 'R1 R2 R3'],
    ['C1,4,5,10', 'C1 C4 C5 C10'],
    ['C1,4-6', 'C1 C4 C5 C6'],
    ['U1-2, U3-U4', 'U1 U2 U3 U4'],
    ['C08-C11', 'C08 C09 C10 C11'],
    ['3V0_2, EE1, TP-GND', '3V0_2 EE1 TP-GND'],
    ['C1, C2, ', 'C1 C2'],
    ['Q1A', 'Q1A'],
  ])('%j is %s', (cell, names) => expect(expandDesignators(cell)?.join(' ')).toBe(names));

  test.each(['', ' , ', 'R4-R1', 'R1-C4', 'R1-R99999999', 'R1..R2..R3'])('%j is no list', (cell) => {
    expect(expandDesignators(cell)).toBeNull();
  });

  test('a range has as many designators as it spans', () => {
    const span = fc.tuple(
      fc.constantFrom('R', 'C', 'U', 'LED', 'TP'),
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 0, max: 500 }),
    );
    const written = fc.constantFrom('-', '..', ' - ', '…', '–', '~', ' to ');
    fc.assert(
      fc.property(span, written, fc.boolean(), ([letters, first, more], dash, isShort) => {
        const cell = `${letters}${first}${dash}${isShort ? '' : letters}${first + more}`;
        const names = expandDesignators(cell);
        expect(names).toHaveLength(more + 1);
        expect(names?.at(0)).toBe(`${letters}${first}`);
        expect(names?.at(-1)).toBe(`${letters}${first + more}`);
      }),
    );
  });

  test('it never throws and never gives an empty list', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (cell) => {
        expect(expandDesignators(cell)).not.toEqual([]);
      }),
    );
  });
});

test.each([
  ['R1', true],
  ['C1 C2 C3', true],
  ['R1-R4, R7', true],
  ['C1,4,5', true],
  ['U1-U3', true],
  ['C20,C305..C310', true],
  ['BOOT, LED1, PWR', true],
  ['10k', false],
  ['GRM188R71H104KA93D', false],
  ['HMC5983-TR', false],
  ['Initial BOM.', false],
  ['1, 2, 3', false],
  ['Capacitor', false],
  ['', false],
])('looksLikeDesignators(%j) is %j', (cell, is) => expect(looksLikeDesignators(cell)).toBe(is));

test.each(['R1', 'C1 C2', 'U1-U3', 'C1,4,5', 'LED101', 'TP12', 'JP1', 'AB7', 'R1001'])(
  '%s looks like designators',
  (cell) => {
    expect(looksLikeDesignators(cell)).toBe(true);
  },
);

test.each(['NE555P', 'LM358N', 'BC847', 'TL431', 'BSS138', 'BAS316,115', 'STM32F103C8T6'])(
  '%s looks like a part number, not like designators',
  (cell) => {
    expect(looksLikeDesignators(cell)).toBe(false);
  },
);
