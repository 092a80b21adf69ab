import { expect, test } from 'vitest';
import { readSubstitutes } from '../../../src/sources/digikey/substitutes.ts';

const substitute = (over: object = {}): object => ({
  SubstituteType: 'Direct',
  ManufacturerProductNumber: 'TLC555CP',
  Manufacturer: { Id: 296, Name: 'Texas Instruments' },
  UnitPrice: '$1.10',
  QuantityAvailable: '12',
  ...over,
});
const read = (list: unknown) =>
  readSubstitutes({ ProductSubstitutesCount: 1, ProductSubstitutes: list });
const TLC555 = { mpn: 'TLC555CP', manufacturer: 'Texas Instruments', relation: 'Direct' };

test.each<[string, unknown, unknown]>([
  ['one', [substitute()], [TLC555]],
  ['none', [], []],
  ['none, as null', null, []],
  ['one that is listed twice', [substitute(), substitute({ SubstituteType: 'Similar' })], [TLC555]],
  ['one without a kind', [substitute({ SubstituteType: null })], [{ ...TLC555, relation: 'Unspecified' }]],
  [
    'one without a number beside a whole one',
    [substitute({ ManufacturerProductNumber: '' }), substitute()],
    [TLC555],
  ],
  ['null beside a whole one', [null, substitute()], [TLC555]],
  [
    'one whose number is a number',
    [substitute({ ManufacturerProductNumber: 555 })],
    [{ ...TLC555, mpn: '555' }],
  ],
  ['one without a maker', [substitute({ Manufacturer: null })], []],
])('%s', (_what, list, expected) => {
  expect(read(list)).toEqual({ kind: 'substitutes', substitutes: expected });

test.each([undefined, 'text', {}, { ProductSubstitutes: 7 }])('%j is no such answer', (document) => {
  expect(readSubstitutes(document)).toMatchObject({ kind: 'unreadable' });
});
