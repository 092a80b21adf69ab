import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadCatalogue, SHIPPED_CATALOGUE } from '../../src/emulator/catalogue.ts';
import { centralMidnight } from '../../src/emulator/days.ts';

const { products, substitutes } = loadCatalogue(SHIPPED_CATALOGUE, '2026-03-01');
const byMpn = (mpn: string) => products.filter((product) => product.ManufacturerProductNumber === mpn);

function catalogueFile(content: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'catalogue-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'mine.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

const MAKERS = [{ id: 1, name: 'Acme', prefix: '1' }];
const group = (product: object) => ({ category: ['Parts'], mounting: '-', pack: 'CT', products: [product] });

test('the shipped catalogue has every case that an audit must tell apart', () => {
  expect(products.length).toBeGreaterThan(300);
  expect(new Set(products.map(({ ProductStatus }) => ProductStatus.Id))).toEqual(
    new Set([0, 1, 2, 4, 5, 6, 7]),
  );
  const lastBuys = products.flatMap(({ DateLastBuyChance }) => DateLastBuyChance ?? []);
  expect(lastBuys.some((date) => date < '2026-03-01')).toBe(true);
  expect(lastBuys.some((date) => date > '2026-06-01')).toBe(true);
  expect(byMpn('LM358SNG')[0]).toMatchObject({
    ProductStatus: { Id: 1 },
    QuantityAvailable: 1731593,
    ProductVariations: [{ MarketPlace: true, Supplier: { Name: 'Rochester Electronics, LLC' } }],
  });
  expect(products.some(({ DatasheetUrl }) => DatasheetUrl === null)).toBe(true);
  expect(products.some(({ ManufacturerLeadWeeks }) => ManufacturerLeadWeeks === null)).toBe(true);
  expect(substitutes!.size).toBeGreaterThan(15);
});

test('no two products share an order number, and no maker’s id has two names', () => {
  const numbers = products.flatMap((product) =>
    product.ProductVariations.map((one) => one.DigiKeyProductNumber),
  );
  expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual([]);
  expect(numbers.filter((number) => !number.endsWith('-ND'))).toEqual([]);
  const makers = new Map(products.map(({ Manufacturer }) => [Manufacturer.Id, Manufacturer.Name]));
  expect(new Set(makers.values()).size).toBe(makers.size);
});

test('packaging: tape is cut from the reels, and a reel is whole', () => {
  const [part] = byMpn('LM358DR');
  expect(part!.ProductVariations.map((one) => [one.DigiKeyProductNumber, one.PackageType.Id])).toEqual([
    ['296-LM358DRCT-ND', 2],
    ['296-LM358DRTR-ND', 1],
    ['296-LM358DRDKR-ND', 243],
  ]);
  expect(part!.ProductVariations.map((one) => one.QuantityAvailableforPackageType)).toEqual([
    184210, 182500, 184210,
  ]);
});

test.each([
  ['2026-07-30', '2026-07-30T05:00:00+00:00'],
  ['2026-12-01', '2026-12-01T06:00:00+00:00'],
  ['2026-03-08', '2026-03-08T06:00:00+00:00'],
  ['2026-03-09', '2026-03-09T05:00:00+00:00'],
])('%s begins in US Central time at %s', (day, moment) => {
  expect(centralMidnight(day)).toBe(moment);
});

test('last-buy dates are counted from the day given', () => {
  expect(byMpn('PIC16F84A-04/P')[0]?.DateLastBuyChance).toBe('2026-01-20T06:00:00+00:00');
  const later = loadCatalogue(SHIPPED_CATALOGUE, '2026-09-01').products;
  const moved = later.find(({ ManufacturerProductNumber }) => ManufacturerProductNumber === 'PIC16F84A-04/P');
  expect(moved?.DateLastBuyChance).toBe('2026-07-23T05:00:00+00:00');
});

test('one file is a catalogue too, and what a line leaves out has a value', () => {
  const file = catalogueFile({ makers: MAKERS, groups: [group({ mpn: 'A/1', maker: 'Acme', desc: 'X' })] });
  expect(loadCatalogue(file, '2026-03-01').products).toMatchObject([
    {
      ManufacturerProductNumber: 'A/1',
      Manufacturer: { Id: 1, Name: 'Acme' },
      ProductStatus: { Id: 0, Status: 'Active' },
      UnitPrice: 0,
      QuantityAvailable: 0,
      ManufacturerLeadWeeks: '12',
      DateLastBuyChance: null,
      BaseProductNumber: null,
      ProductVariations: [
        { DigiKeyProductNumber: '1-A/1CT-ND', StandardPricing: [], MinimumOrderQuantity: 0 },
      ],
    },
  ]);
});

test.each([
  ['no JSON', '{', 'mine.json: not a catalogue'],
  [
    'an unknown maker',
    { groups: [group({ mpn: 'A', maker: 'Acme', desc: '' })] },
    'A: no maker is called "Acme"',
  ],
  [
    'an unknown status',
    { makers: MAKERS, groups: [group({ mpn: 'A', maker: 'Acme', desc: '', status: 'gone' })] },
    'A: "gone" is no status',
  ],
  [
    'an unknown packaging',
    { makers: MAKERS, groups: [group({ mpn: 'A', maker: 'Acme', desc: '', pack: 'Crate' })] },
    'A: "Crate" is no packaging',
  ],
  [
    'a substitute that is not there',
    { makers: MAKERS, groups: [group({ mpn: 'A', maker: 'Acme', desc: '', substitutes: { B: 'Direct' } })] },
    'its substitute B is not in the catalogue',
  ],
])('%s is told with its place', (_case, content, message) => {
  const file = catalogueFile(content);
  expect(() => loadCatalogue(file, '2026-03-01')).toThrow(message);
});
