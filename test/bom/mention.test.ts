import { describe, expect, test } from 'vitest';
import { mentionOf } from '../../src/bom/mention.ts';

describe('a number and its maker in one cell', () => {
  test.each([
    ['LM358DR', 'LM358DR', ''],
    ['TI: NE555DR', 'NE555DR', 'TI'],
    ['Texas Instruments: LM358DR', 'LM358DR', 'Texas Instruments'],
    ['Johanson: 500R14N220JV4T', '500R14N220JV4T', 'Johanson'],
    ['Acme Devices: AX-4410B', 'AX-4410B', 'Acme Devices'],
    ['Murata：GRM155R71C104KA88D', 'GRM155R71C104KA88D', 'Murata'],
    ['LM358DR (Texas Instruments)', 'LM358DR', 'Texas Instruments'],
    ['LM358DR [TI]', 'LM358DR', 'TI'],
    ['GRM155R71C104KA88D（Murata）', 'GRM155R71C104KA88D', 'Murata'],
    ['(Yageo) RC0402FR-0710KL', 'RC0402FR-0710KL', 'Yageo'],
    ['TI/LM358DR', 'LM358DR', 'TI'],
    ['Texas Instruments / LM358DR', 'LM358DR', 'Texas Instruments'],
    ['Murata|GRM155R71C104KA88D', 'GRM155R71C104KA88D', 'Murata'],
    ['Texas Instruments LM358DR', 'LM358DR', 'Texas Instruments'],
    ['TI LM358DR', 'LM358DR', 'TI'],
    ['Texas Instruments - LM358DR', 'LM358DR', 'Texas Instruments'],
    ['Vishay, CRCW040210K0FKED', 'CRCW040210K0FKED', 'Vishay'],
    ['LM358DR - TI', 'LM358DR', 'TI'],
    ['LM358DR, Texas Instruments', 'LM358DR', 'Texas Instruments'],
    ['LM358DR by Texas Instruments', 'LM358DR', 'Texas Instruments'],
    ['LM358DR von TI', 'LM358DR', 'TI'],
    ['LM358DR / TI', 'LM358DR', 'TI'],
    ['LM358DR Texas Instruments', 'LM358DR', 'Texas Instruments'],
    ['Keystone 5001', '5001', 'Keystone'],
    ['Molex: 0430450600', '0430450600', 'Molex'],
    ['MPN: LM358DR', 'LM358DR', ''],
    ['P/N: LM358DR', 'LM358DR', ''],
    ['LM358DR (DNP)', 'LM358DR', ''],
    ['Generic 1N4148', '1N4148', ''],
  ])('%j is %s of %j', (cell, mpn, maker) => {
    expect(mentionOf(cell)).toMatchObject({ mpn, maker });
  });
});

test.each([
  'LM358N/NOPB',
  'MCP1700T-3302E/TT',
  'PIC16F18326-I/ST',
  'BAS316,115',
  'MKDS 5/ 2-9,5',
  'B3B-ZR-SM4-TF (LF)(SN)(P)',
  'MT41K512M16HA-125:E',
  'LG L29K-G2J1-24-Z',
  'IR 2110S',
  'SFH 4059-RS',
  'TLP291-4(GB,E)',
  'U.FL-R-SMT(10)',
  'CMSH1-40 Lead Free',
  'FA-128 25.0MHZ6PF30PPM',
  'DF12(5.0)-30DP-0.5V(86)',
  'SWEB 8094 AU / RT',
  'LTE-Lite : 100407',
  'Flexiform 405 NM',
  'TXB-EQ',
])('%j is a number as it stands', (cell) => {
  expect(mentionOf(cell)).toEqual({ mpn: cell, maker: '', note: null });
});

test.each([
  ['LM358DR or equivalent', 'LM358DR'],
  ['GRM155R71C104KA88D or equiv.', 'GRM155R71C104KA88D'],
  ['LM358DR (or equivalent)', 'LM358DR'],
  ['LM358DR or similar', 'LM358DR'],
  ['LM358DR oder gleichwertig', 'LM358DR'],
  ['LM358DR oder ähnlich', 'LM358DR'],
  ['LM358DR ou équivalent', 'LM358DR'],
  ['LM358DR o equivalente', 'LM358DR'],
  ['LM358DR lub odpowiednik', 'LM358DR'],
  ['LM358DR или аналог', 'LM358DR'],
  ['LM358DR或同等品', 'LM358DR'],
  ['LM358DR相当品', 'LM358DR'],
  ['LM358DR, or approved equivalent', 'LM358DR'],
  ['TI LM358DR or equivalent', 'LM358DR'],
])('%j is %s, and that another will do is told', (cell, mpn) => {
  const mention = mentionOf(cell);
  expect(mention.mpn).toBe(mpn);
  expect(mention.note).toContain('equivalent');
});

test.each([
  'or equivalent',
  'see note 1',
  'as available',
  'customer supplied',
  'Generic 10k 0402',
  'any 10k 1%',
  'any 10k resistor',
  'Standard',
  'siehe Zeichnung',
  'oder gleichwertig',
  'consigned',
  '#N/A',
  'SKU: ABX0123',
  'Farnell: 1467871',
  'Reichelt LM358DIP',
  'RS 123-4567',
  'TBD',
  '客供',
  'Kundenbeistellung',
])('%j names no part', (cell) => {
  expect(mentionOf(cell).mpn).toBe('');
});
