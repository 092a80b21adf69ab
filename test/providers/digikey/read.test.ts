import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../../src/providers/digikey/read.ts';

const PRODUCT = {
  ManufacturerProductNumber: 'NE555P',
  Manufacturer: { Id: 296, Name: 'Texas Instruments' },
  QuantityAvailable: 100,
  ProductStatus: { Id: 0, Status: 'Active' },
  EndOfLife: false,
  Discontinued: false,
  NormallyStocking: true,
  DateLastBuyChance: null,
  ManufacturerLeadWeeks: '6',
  ProductUrl: 'https://www.digikey.com/x',
  DatasheetUrl: '//mm.digikey.com/x.pdf',
  OtherNames: ['296-1411'],
  ProductVariations: [],
};
const listing = (dkpn: string, packageId: number, over: object = {}): object => ({
  DigiKeyProductNumber: dkpn,
  PackageType: { Id: packageId, Name: 'localised' },
  MarketPlace: false,
  Supplier: { Id: 1, Name: 'x' },
  QuantityAvailableforPackageType: 0,
  ...over,
});
const details = (over: object): ReturnType<typeof readAnswer> =>
  readAnswer('details', JSON.stringify({ Product: { ...PRODUCT, ...over } }));
const partOf = (over: object) => {
  const reading = details(over);
  return reading.kind === 'parts' ? reading.parts[0]! : expect.unreachable();
};

test('a product is read whole', () => {
  expect(partOf({})).toMatchObject({
    mpn: 'NE555P',
    manufacturer: { id: 296, name: 'Texas Instruments' },
    dkpn: null,
    dkpns: [],
    otherNames: ['296-1411'],
    status: { id: 0, text: 'Active' },
    endOfLife: false,
    discontinued: false,
    normallyStocking: true,
    lastBuyDate: null,
    quantityAvailable: 100,
    marketplaceQuantity: 0,
    marketplaceOnly: false,
    leadWeeks: 6,
    productUrl: 'https://www.digikey.com/x',
    datasheetUrl: 'https://mm.digikey.com/x.pdf',
  });
});

test.each([
  ['2019-07-30T05:00:00+00:00', '2019-07-30'],
  ['2019-01-30T06:00:00+00:00', '2019-01-30'],
  ['2019-01-30T05:00:00+00:00', '2019-01-30'],
  ['2019-07-30T05:00:00Z', '2019-07-30'],
  ['2019-07-30T00:00:00-05:00', '2019-07-30'],
  ['2019-07-30T00:00:00+00:00', '2019-07-30'],
  ['2019-07-30T00:00:00', '2019-07-30'],
  ['2019-07-30T00:00:00.0000000', '2019-07-30'],
  ['2019-07-30', '2019-07-30'],
  ['2019-07-30T12:00:00Z', '2019-07-30'],
  ['soon', null],
  ['2019-13-45T00:00:00Z', null],
  ['', null],
  [null, null],
  [1_564_444_800, null],
])('DateLastBuyChance %j is the day %j', (stated, day) => {
  expect(partOf({ DateLastBuyChance: stated }).lastBuyDate).toBe(day);
});

test.each([
  ['6', 6],
  ['0', 0],
  ['52 weeks', 52],
  ['', null],
  [null, null],
  ['unknown', null],
])('ManufacturerLeadWeeks %j is %j', (stated, weeks) => {
  expect(partOf({ ManufacturerLeadWeeks: stated }).leadWeeks).toBe(weeks);
});

test.each([
  ['https://x/y', 'https://x/y'],
  ['//x/y', 'https://x/y'],
  ['javascript:alert(1)', null],
  ['', null],
  [null, null],
])('an address %j is %j', (stated, address) => {
  expect(partOf({ ProductUrl: stated }).productUrl).toBe(address);
});

test.each<[what: string, listings: object[], dkpn: string | null]>([
  ['cut tape', [listing('TR', 1), listing('CT', 2), listing('DR', 243)], 'CT'],
  ['the first, where there is no cut tape', [listing('A', 3), listing('B', 6)], 'A'],
  ['no marketplace seller, cut tape or not', [listing('M', 2, { MarketPlace: true }), listing('A', 3)], 'A'],
  ['a marketplace seller, where there is no other', [listing('M', 3, { MarketPlace: true })], 'M'],
  ['none', [], null],
])('the preferred order number is that of %s', (_what, listings, dkpn) => {
  expect(partOf({ ProductVariations: listings }).dkpn).toBe(dkpn);
});

test.each<[what: string, listings: object[], quantity: number, only: boolean]>([
  ['nobody', [listing('A', 3)], 0, false],
  [
    'one seller with two packagings of one stock',
    [
      listing('M', 3, { MarketPlace: true, QuantityAvailableforPackageType: 40 }),
      listing('N', 2, { MarketPlace: true, QuantityAvailableforPackageType: 40 }),
    ],
    40,
    true,
  ],
  [
    'two sellers beside DigiKey',
    [
      listing('A', 3),
      listing('M', 3, { MarketPlace: true, QuantityAvailableforPackageType: 30 }),
      listing('N', 3, { MarketPlace: true, Supplier: { Id: 2 }, QuantityAvailableforPackageType: 20 }),
    ],
    50,
    false,
  ],
  [
    'more than there is',
    [listing('M', 3, { MarketPlace: true, QuantityAvailableforPackageType: 999 })],
    100,
    true,
  ],
])('marketplace stock of %s', (_what, listings, marketplaceQuantity, marketplaceOnly) => {
  expect(partOf({ ProductVariations: listings })).toMatchObject({ marketplaceQuantity, marketplaceOnly });
});

test.each<[what: string, listings: object[], sellers: string[]]>([
  ['nobody', [listing('A', 3, { Supplier: { Id: 296, Name: 'Texas Instruments' } })], []],
  [
    'marketplace sellers, each once',
    [
      listing('M', 3, { MarketPlace: true, Supplier: { Id: 2156, Name: 'Rochester Electronics, LLC' } }),
      listing('N', 2, { MarketPlace: true, Supplier: { Id: 2156, Name: 'Rochester Electronics, LLC' } }),
      listing('O', 2, { MarketPlace: true, Supplier: { Id: 3845, Name: 'Galco' } }),
    ],
    ['Rochester Electronics, LLC', 'Galco'],
  ],
  ['a seller without a name', [listing('M', 3, { MarketPlace: true, Supplier: null })], []],
])('the sellers are %s', (_what, listings, sellers) => {
  expect(partOf({ ProductVariations: listings }).sellers).toEqual(sellers);
});

test.each([
  ['no status', { ProductStatus: null }, { status: { id: null, text: null } }],
  ['a status as a plain text', { ProductStatus: 'Active' }, { status: { id: null, text: null } }],
  ['an id that is a text', { ProductStatus: { Id: '1', Status: 'x' } }, { status: { id: null, text: 'x' } }],
  ['no maker', { Manufacturer: null }, { manufacturer: { id: null, name: '' } }],
  [
    'flags that are texts',
    { EndOfLife: 'false', Discontinued: null },
    { endOfLife: null, discontinued: null },
  ],
  ['listings of another shape', { ProductVariations: 'none' }, { dkpn: null, dkpns: [] }],
  ['names of another shape', { OtherNames: [1] }, { otherNames: [] }],
  ['a field that nobody knows', { Shiny: { new: true } }, { mpn: 'NE555P' }],
])('a product with %s is read as far as it goes, and nothing is made up', (_what, over, expected) => {
  expect(partOf(over)).toMatchObject(expected);
});

describe('a search', () => {
  const search = (answer: unknown) => readAnswer('search', JSON.stringify(answer));
  const other = { ...PRODUCT, ManufacturerProductNumber: 'NE555DR' };

  test('lists exact matches first, each product once', () => {
    const reading = search({ Products: [other, PRODUCT], ExactMatches: [PRODUCT], ProductsCount: 2 });
    expect(reading).toMatchObject({ kind: 'parts', parts: [{ mpn: 'NE555P' }, { mpn: 'NE555DR' }] });
    expect(reading.kind === 'parts' && reading.parts).toHaveLength(2);
  });

  test.each([
    [{ Products: [], ExactMatches: [] }],
    [{ Products: [], ExactMatches: null }],
    [{ Products: null, ExactMatches: [] }],
    [{ Products: [] }],
  ])('%j has found nothing', (answer) => {
    expect(search(answer)).toEqual({ kind: 'parts', parts: [] });
  });
});

test.each([
  ['search', ''],
  ['search', '{"Products": [{"Desc'],
  ['search', '<html>One moment please</html>'],
  ['search', 'null'],
  ['search', '[]'],
  ['search', '{"message":"OK"}'],
  ['search', '{"Products":{}}'],
  ['search', '{"Products":[{"Manufacturer":{"Id":1}}]}'],
  ['search', '{"Product":{"ManufacturerProductNumber":"X"}}'],
  ['details', '{"Products":[]}'],
  ['details', '{"Product":null}'],
  ['details', '{"Product":{"ManufacturerProductNumber":7}}'],
] as const)('%s: %s is no answer', (kind, body) => {
  expect(readAnswer(kind, body)).toMatchObject({
    kind: 'unreadable',
    why: expect.stringMatching(/the answer is/),
  });
});
