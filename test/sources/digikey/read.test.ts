import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question } from '../../../src/ports.ts';
import { readAnswer as readWith } from '../../../src/sources/digikey/read.ts';

const READER = { words: {}, observedAt: '2026-11-21T12:00:00.000Z' };
const readAnswer = (kind: Question['kind'], body: string) => readWith(kind, body, READER);

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
  ['12/31/2026', '2026-12-31'],
  ['0001-01-01T00:00:00', null],
  ['soon', null],
  [null, null],
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
  [6, 6],
  ['99999999999999999', null],
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
  ['a status as a plain id', { ProductStatus: 1 }, { status: { id: 1, text: null } }],
  ['an id that is a text', { ProductStatus: { Id: '1', Status: 'x' } }, { status: { id: 1, text: 'x' } }],
  ['a number that is a number', { ManufacturerProductNumber: 1028 }, { mpn: '1028' }],
  ['a count that is a text', { QuantityAvailable: '1731593' }, { quantityAvailable: 1_731_593 }],
  ['no maker', { Manufacturer: null }, { manufacturer: { id: null, name: '' } }],
  [
    'flags that are texts',
    { EndOfLife: 'false', Discontinued: 'True', NormallyStocking: 1 },
    { endOfLife: false, discontinued: true, normallyStocking: true },
  ],
  ['listings of another shape', { ProductVariations: 'none' }, { dkpn: null, dkpns: [] }],
  ['names of another shape', { OtherNames: [null, {}, 'A', 1] }, { otherNames: ['A', '1'] }],
  ['a field that nobody knows', { Shiny: { new: true } }, { mpn: 'NE555P' }],
])('a product with %s is read as far as it goes, and nothing is made up', (_what, over, expected) => {
  expect(partOf(over)).toMatchObject(expected);
  expect(partOf(over).unreadable).toEqual([]);
});

describe('what is stated and cannot be read is a sentence', () => {
  const sold = (over: object) => ({ ProductVariations: [listing('A', 2, over)] });
  test.each([
    [
      { DateLastBuyChance: 'Q4 2026' },
      'DateLastBuyChance states "Q4 2026", which is no date that we can read.',
    ],
    [{ DateLastBuyChance: {} }, 'DateLastBuyChance states an object, which is no date that we can read.'],
    [{ ProductStatus: { Id: 'eins' } }, 'ProductStatus states "eins", which is no id that we can read.'],
    [{ ProductStatus: 'Active' }, 'ProductStatus states "Active", which is no id that we can read.'],
    [{ EndOfLife: 'maybe' }, 'EndOfLife states "maybe", which is no yes or no that we can read.'],
    [{ Discontinued: 2 }, 'Discontinued states 2, which is no yes or no that we can read.'],
    [{ QuantityAvailable: -5 }, 'QuantityAvailable states -5, which is no count that we can read.'],
    [
      sold({ MinimumOrderQuantity: 1e300 }),
      'MinimumOrderQuantity states 1e+300, which is no count that we can read.',
    ],
    [sold({ StandardPackage: 'reel' }), 'StandardPackage states "reel", which is no count that we can read.'],
    [
      { DateLastBuyChance: 'x'.repeat(999) },
      `DateLastBuyChance states "${'x'.repeat(59)}…, which is no date that we can read.`,
    ],
  ])('%j', (over, says) => {
    expect(partOf(over).unreadable).toEqual([says]);
  });
});

test('a listing that is none loses no other order number, a price that is none no other price', () => {
  const StandardPricing = [
    null,
    { BreakQuantity: '1', UnitPrice: '0.52' },
    { BreakQuantity: 10, UnitPrice: 1e300 },
    { BreakQuantity: 100, UnitPrice: 0.31 },
  ];
  const listings = [
    null,
    listing('A', 2, { StandardPricing, MinimumOrderQuantity: '5' }),
    'B',
    listing('C', 1),
  ];
  expect(partOf({ ProductVariations: listings })).toMatchObject({
    dkpn: 'A',
    dkpns: ['A', 'C'],
    minimumOrderQuantity: 5,
    prices: [
      { from: 1, price: 0.52 },
      { from: 100, price: 0.31 },
    ],
  });
});

test('lists and documents that are made to hurt are read no further than they can be in earnest', () => {
  const deep = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  const product = (over: string): string => `{"ManufacturerProductNumber":"A",${over}}`;
  const answers = [
    `{"ExactMatches":[${product('"X":1')}${',null'.repeat(100_000)}]}`,
    `{"ExactMatches":[${product(`"DateLastBuyChance":${deep(100_000)}`)}]}`,
    `{"ExactMatches":[${product(`"ProductVariations":[null${',null'.repeat(100_000)}]`)}]}`,
  ];
  const readings = answers.map((answer) => readAnswer('search', answer));
  expect(readings).toMatchObject([
    { parts: [{ mpn: 'A' }], leftOut: 100_000 },
    { parts: [{ unreadable: ['DateLastBuyChance states a list, which is no date that we can read.'] }] },
    { parts: [{ dkpns: [] }] },
  ]);
});

test.each([true, 'true', 'True', 1])('a seller of the marketplace by the flag %j', (MarketPlace) => {
  const listings = [listing('M', 2, { MarketPlace }), listing('A', 3)];
  expect(partOf({ ProductVariations: listings })).toMatchObject({ dkpn: 'A', marketplaceOnly: false });
});

describe('a search', () => {
  const search = (answer: unknown) => readAnswer('search', JSON.stringify(answer));
  const other = { ...PRODUCT, ManufacturerProductNumber: 'NE555DR' };

  test('lists exact matches first, each product once', () => {
    const reading = search({ Products: [other, PRODUCT], ExactMatches: [PRODUCT], ProductsCount: 2 });
    expect(reading).toMatchObject({ kind: 'parts', parts: [{ mpn: 'NE555P' }, { mpn: 'NE555DR' }] });
    expect(reading.kind === 'parts' && reading.parts).toHaveLength(2);
  });

  test.each<[what: string, answer: object, leftOut: number]>([
    ['null', { ExactMatches: [PRODUCT, null], Products: [] }, 1],
    [
      'a product without a number',
      { ExactMatches: [PRODUCT], Products: [{ ...other, ManufacturerProductNumber: null }] },
      1,
    ],
    ['a text', { ExactMatches: ['NE555P', PRODUCT], Products: [7] }, 2],
    ['a list of another shape', { ExactMatches: [PRODUCT], Products: 'none' }, 1],
  ])('with %s in a list keeps the rest, and counts what is left out', (_what, answer, leftOut) => {
    expect(search(answer)).toMatchObject({ kind: 'parts', parts: [{ mpn: 'NE555P' }], leftOut });
  });

  test.each([
    [{ Products: [], ExactMatches: [] }],
    [{ Products: [], ExactMatches: null }],
    [{ Products: null, ExactMatches: [] }],
    [{ Products: [] }],
  ])('%j has found nothing', (answer) => {
    expect(search(answer)).toEqual({ kind: 'parts', parts: [], leftOut: 0 });
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
  ['search', '{"Products":[null],"ExactMatches":[]}'],
  ['search', '{"Products":[{"ManufacturerProductNumber":" "}]}'],
  ['search', '{"Product":{"ManufacturerProductNumber":"X"}}'],
  ['details', '{"Products":[]}'],
  ['details', '{"Product":null}'],
  ['details', '{"Product":{"ManufacturerProductNumber":{}}}'],
] as const)('%s: %s is no answer', (kind, body) => {
  expect(readAnswer(kind, body)).toMatchObject({
    kind: 'unreadable',
    why: expect.stringMatching(/the answer is/),
  });
});

test('whatever stands in the fields of a product, the number is read, and what counts is a number or null', () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom({ toString: 1, valueOf: 1 }, 1e300, '99999999999999999', [{}], {
      Id: { toString: null },
    }),
  );
  const fields = Object.keys(PRODUCT).filter((field) => field !== 'ManufacturerProductNumber');
  const product = fc.record(Object.fromEntries(fields.map((field) => [field, anything])), {
    requiredKeys: [],
  });
  fc.assert(
    fc.property(product, anything, (over, variation) => {
      const part = partOf({ ...over, ProductVariations: [variation, listing('A', 1)] });
      expect(part).toMatchObject({ mpn: 'NE555P', dkpns: expect.arrayContaining(['A']) });
      for (const value of [part.status.id, part.quantityAvailable, part.leadWeeks, part.minimumOrderQuantity])
        expect(value === null || Number.isSafeInteger(value)).toBe(true);
    }),
  );
});
