import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createEmulator } from '../../src/emulator/emulator.ts';
import { read, startEmulator } from './client.ts';

// biome-ignore lint/suspicious/noExplicitAny: a document as it came over the wire.
type Doc = any;

describe('keyword search', () => {
  test('carries the whole product, in DigiKey’s shape', async () => {
    const { search } = await startEmulator();
    const answer = await read(search({ Keywords: 'stm32f103c8t6', Limit: 3 }));
    const { FilterOptions, ...rest } = answer;
    await expect(`${JSON.stringify(rest, null, 2)}\n`).toMatchFileSnapshot(
      '../../fixtures/golden/emulator/keyword.json',
    );
    expect(FilterOptions.Packaging).toEqual([]);
    expect(FilterOptions.MarketPlaceFilters).toEqual(['ExcludeMarketPlace', 'MarketPlaceOnly']);
  });

  test('lists 2N3904 seven times, of six makers, whatever the limit', async () => {
    const { search } = await startEmulator();
    const { ExactMatches, Products, FilterOptions } = await read(search({ Keywords: '2n3904', Limit: 2 }));
    expect(Products).toHaveLength(2);
    expect(ExactMatches).toHaveLength(7);
    expect(new Set(ExactMatches.map((one: Doc) => one.Manufacturer.Id)).size).toBe(6);
    const ids = ExactMatches.map((one: Doc) => one.ProductStatus.Id).sort();
    expect(ids).toEqual([0, 0, 0, 0, 1, 1, 2]);
    expect(FilterOptions.Manufacturers).toContainEqual({
      Id: 4878,
      Value: 'Diotec Semiconductor',
      ProductCount: 2,
    });
  });

  test.each([
    ['an order number', '488-2n3904-nd', ['2N3904']],
    ['an order number with odd characters', `19-FP-3011/16"CR1000'-ND`, [`FP-301-1/16"-CR1000'`]],
    ['a plus sign', 'DS12C887+', ['DS12C887+']],
    ['a hash sign', 'M30873FHBGP#U3', ['M30873FHBGP#U3']],
    ['the longer of two numbers', 'LM358N/NOPB', ['LM358N/NOPB']],
    ['one character short', 'STM32F103C8T', []],
    ['a base number', 'LM358', []],
    ['another name of a part', '22-23-2021', []],
    ['nothing like it', 'ZZZ-NO-SUCH-PART', []],
  ])('ExactMatches for %s', async (_case, Keywords, wanted) => {
    const { search } = await startEmulator();
    const { ExactMatches } = await read(search({ Keywords }));
    expect(ExactMatches.map((one: Doc) => one.ManufacturerProductNumber)).toEqual(wanted);
  });

  test('Products is fuzzy: it may hold only what was not asked for', async () => {
    const { search } = await startEmulator();
    const short = await read(search({ Keywords: 'STM32F103C8T' }));
    expect(short.Products.map((one: Doc) => one.ManufacturerProductNumber)).toEqual([
      'STM32F103C8T6',
      'STM32F103C8T6TR',
    ]);
    const long = await read(search({ Keywords: 'NE555P-EXTRA' }));
    expect(long.Products.map((one: Doc) => one.ManufacturerProductNumber)).toEqual(['NE555P']);
    const none = await search({ Keywords: 'ZZZ-NO-SUCH-PART' });
    expect(none.status).toBe(200);
    expect(await none.json()).toMatchObject({ Products: [], ProductsCount: 0, ExactMatches: [] });
  });

  test('pages by Limit and Offset, ten by default, ignoring keys it does not know', async () => {
    const { search } = await startEmulator();
    const all = await read(search({ Keywords: 'RC0', Limit: 50, RecordCount: 1, limit: 1 }));
    expect(all.ProductsCount).toBeGreaterThan(5);
    expect(all.Products).toHaveLength(all.ProductsCount);
    const page = await read(search({ Keywords: 'RC0', Limit: 2, Offset: 3 }));
    expect(page.Products).toEqual(all.Products.slice(3, 5));
    const broad = await read(search({ Keywords: 'LM3', RecordCount: 5 }));
    expect(broad.ProductsCount).toBeGreaterThan(10);
    expect(broad.Products).toHaveLength(10);
  });

  test('FilterOptions holds leaf facets only when the hits share a category', async () => {
    const { search } = await startEmulator();
    const one = await read(search({ Keywords: 'LM358' }));
    expect(one.FilterOptions.Status).toContainEqual({ Id: 1, Value: 'Obsolete', ProductCount: 2 });
    const many = await read(search({ Keywords: 'LM3' }));
    expect(many.FilterOptions).toMatchObject({
      Packaging: null,
      Status: null,
      Series: null,
      ParametricFilters: null,
    });
    expect(many.FilterOptions.TopCategories.length).toBeGreaterThan(1);
  });

  test.each([['497'], [497]])('ManufacturerFilter %j narrows hits and exact matches', async (Id) => {
    const { search } = await startEmulator();
    const FilterOptionsRequest = { ManufacturerFilter: [{ Id }] };
    const answer = await read(search({ Keywords: 'LM317T', FilterOptionsRequest }));
    expect(answer.ExactMatches.map((one: Doc) => one.Manufacturer.Name)).toEqual(['STMicroelectronics']);
    expect(answer.ProductsCount).toBe(1);
  });

  test.each([
    ['no JSON', 'Keywords=LM358', '$'],
    ['no keywords', {}, 'Keywords'],
    ['too long', { Keywords: 'x'.repeat(251) }, 'Keywords'],
    ['a limit over 50', { Keywords: 'LM358', Limit: 51 }, 'Limit'],
    ['a limit under 1', { Keywords: 'LM358', Limit: 0 }, 'Limit'],
    ['a limit that is a text', { Keywords: 'LM358', Limit: '10' }, 'Limit'],
    ['a negative offset', { Keywords: 'LM358', Offset: -1 }, 'Offset'],
  ])('refuses %s with 400', async (_case, body, field) => {
    const { search } = await startEmulator();
    const answer = await search(body);
    expect(answer.status).toBe(400);
    expect(Object.keys((await read(answer)).errors)).toEqual([field]);
  });
});

describe('product details', () => {
  test.each([
    ['a part number', 'ATMEGA328P-PU', 'ATMEGA328P-PU'],
    ['an encoded slash', 'LM358N%2FNOPB', 'LM358N/NOPB'],
    ['an encoded hash', 'M30873FHBGP%23U3', 'M30873FHBGP#U3'],
    ['an order number', 'P5555-ND', 'ECA-1VHG102'],
    ['one of two makers', 'LM317T?manufacturerId=497', 'LM317T'],
    ['an order number of an ambiguous part', '497-LM317T-ND', 'LM317T'],
  ])('by %s', async (_case, path, mpn) => {
    const { get } = await startEmulator();
    const [number, query] = path.split('?');
    const answer = await get(`${number}/productdetails${query === undefined ? '' : `?${query}`}`);
    expect(answer.status).toBe(200);
    const { Product, SearchLocaleUsed } = await read(answer);
    expect(Product.ManufacturerProductNumber).toBe(mpn);
    expect(SearchLocaleUsed).toEqual({ Site: 'US', Language: 'en', Currency: 'USD' });
  });

  test('is the same document as the search hit', async () => {
    const { get, search } = await startEmulator();
    const { Product } = await read(get('DS1307%2B/productdetails'));
    const { ExactMatches } = await read(search({ Keywords: 'DS1307+' }));
    expect(ExactMatches).toEqual([Product]);
  });

  test.each([
    ['NO-SUCH-PART', 404, 'Requested Product NO-SUCH-PART Not Found'],
    ['LM317T', 404, 'Duplicate Products found'],
    ['LM358N/NOPB', 404, 'Not Found'],
    ['50%25%', 400, 'percent-encoded'],
  ])('refuses %s with %i', async (number, status, words) => {
    const { get } = await startEmulator();
    const answer = await get(`${number}/productdetails`);
    expect(answer.status).toBe(status);
    expect((await read(answer)).detail).toContain(words);
  });
});

test('substitutions carry a kind and a price that is a text', async () => {
  const { get } = await startEmulator();
  const answer = await read(get('LM358P/substitutions'));
  expect(answer.ProductSubstitutesCount).toBe(2);
  expect(answer.ProductSubstitutes[0]).toMatchObject({
    SubstituteType: 'Direct',
    ManufacturerProductNumber: 'LM358N/NOPB',
    Manufacturer: { Id: 296, Name: 'Texas Instruments' },
    UnitPrice: '$0.97',
  });
  expect(await read(get('RP2040/substitutions'))).toMatchObject({ ProductSubstitutes: [] });
});

test('manufacturers are told once each, by name', async () => {
  const { get } = await startEmulator();
  const { Manufacturers } = await read(get('manufacturers'));
  const names = Manufacturers.map((one: Doc) => one.Name);
  expect(names).toContain('Analog Devices Inc./Maxim Integrated');
  expect(names).toEqual([...new Set(names)].sort());
});

describe('locale and switches', () => {
  const discontinued = { Keywords: '488-2N3904-ND' };
  test.each([
    ['new wording', {}, {}, 'Discontinued at DigiKey'],
    ['old wording', { statusWording: 'old' }, {}, 'Discontinued at Digi-Key'],
    ['Japanese', {}, { 'X-DIGIKEY-Locale-Language': 'ja' }, 'DigiKeyで取り扱い中止'],
  ] as const)('status in %s', async (_case, options, headers, text) => {
    const { search } = await startEmulator(options);
    const { ExactMatches } = await read(search(discontinued, headers));
    expect(ExactMatches[0].ProductStatus).toEqual({ Id: 2, Status: text });
  });

  test('invalid locale values are corrected, and packaging is Japanese only on the Japanese site', async () => {
    const { search } = await startEmulator();
    const locale = (Site: string, Language: string, Currency: string) => ({
      'X-DIGIKEY-Locale-Site': Site,
      'X-DIGIKEY-Locale-Language': Language,
      'X-DIGIKEY-Locale-Currency': Currency,
    });
    const odd = await read(search(discontinued, locale('GB', 'xx', 'EUR')));
    expect(odd.SearchLocaleUsed).toEqual({ Site: 'US', Language: 'en', Currency: 'USD' });
    const japan = await read(search(discontinued, locale('JP', 'ja', 'JPY')));
    expect(japan.SearchLocaleUsed).toEqual({ Site: 'JP', Language: 'ja', Currency: 'JPY' });
    expect(japan.ExactMatches[0].ProductVariations[0].PackageType).toEqual({ Id: 3, Name: 'バルク' });
    const german = await read(search(discontinued, locale('DE', 'ja', 'JPY')));
    expect(german.SearchLocaleUsed).toEqual({ Site: 'DE', Language: 'ja', Currency: 'EUR' });
    expect(german.ExactMatches[0].ProductVariations[0].PackageType.Name).toBe('Bulk');
  });

  test.each([
    [false, 'MC7805CT', false, false],
    [true, 'MC7805CT', true, false],
    [true, '488-2N3904-ND', false, true],
    [true, 'RP2040', false, false],
    [false, 'TPS5430DDAR', true, false],
  ])('flagsTruthful %s: %s has EndOfLife %s, Discontinued %s', async (flagsTruthful, Keywords, end, gone) => {
    const { search } = await startEmulator({ flagsTruthful });
    const { ExactMatches } = await read(search({ Keywords }));
    expect(ExactMatches[0]).toMatchObject({ EndOfLife: end, Discontinued: gone });
  });
});

test('the journal keeps what was asked and how it ended, also over HTTP', async () => {
  const { state, base, get, search } = await startEmulator({ now: () => Date.UTC(2026, 2, 1) });
  await search({ Keywords: 'RP2040' });
  await get('NO%2FSUCH/productdetails?manufacturerId=1');
  const wall = Date.UTC(2026, 2, 1);
  const expected = [
    { method: 'POST', path: '/v1/oauth2/token', status: 200, clientId: 'emulator', wall },
    {
      method: 'POST',
      path: '/products/v4/search/keyword',
      keywords: 'RP2040',
      status: 200,
      clientId: 'emulator',
    },
    { method: 'GET', path: '/products/v4/search/NO%2FSUCH/productdetails?manufacturerId=1', status: 404 },
  ];
  expect(state.calls).toMatchObject(expected);
  expect(state.calls.map(({ at }) => at)).toEqual(state.calls.map(({ at }) => at).sort((a, b) => a - b));
  const journal = await read(fetch(`${base}/_emulator/journal`));
  expect(journal).toMatchObject({ calls: expected, maxInAnyMinute: 2 });
  expect(state.calls).toHaveLength(3);
});

test('every answer takes as long as it is told', async () => {
  const { search } = await startEmulator({ latencyMs: [60, 80] });
  const began = performance.now();
  await search({ Keywords: 'RP2040' });
  expect(performance.now() - began).toBeGreaterThanOrEqual(59);
});

test('a port in use is told', async () => {
  const { base } = await startEmulator();
  const other = createEmulator({ catalogue: { products: [] } });
  await expect(other.listen(Number(new URL(base).port))).rejects.toThrow('EADDRINUSE');
});

test('what is not served is 404, and a closed emulator answers no more', async () => {
  const { base, close, get } = await startEmulator();
  expect((await fetch(`${base}/nowhere`)).status).toBe(404);
  expect((await get('keyword')).status).toBe(404);
  expect((await get('../elsewhere/manufacturers')).status).toBe(404);
  await close();
  await close();
  await expect(fetch(`${base}/nowhere`)).rejects.toThrow();
});

test('the emulator imports nothing but node and itself', () => {
  const folder = new URL('../../src/emulator/', import.meta.url);
  const files = readdirSync(folder);
  expect(files.length).toBeGreaterThan(10);
  const imported = files.flatMap((file) =>
    [...readFileSync(new URL(file, folder), 'utf8').matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(
      ([, name]) => name,
    ),
  );
  expect(imported.length).toBeGreaterThan(20);
  expect(imported.filter((name) => !/^node:|^\.\/[a-z]+\.ts$/.test(name!))).toEqual([]);
});
