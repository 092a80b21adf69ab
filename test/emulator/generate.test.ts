import { expect, test } from 'vitest';
import { generateProducts } from '../../src/emulator/generate.ts';
import { read, startEmulator } from './client.ts';

test('the same seed gives the same products, another seed others', () => {
  expect(generateProducts(7, 50)).toEqual(generateProducts(7, 50));
  expect(generateProducts(7, 50)).not.toEqual(generateProducts(8, 50));
});

test('numbers are distinct, makers many, and most parts are active', () => {
  const products = generateProducts(1, 4000);
  expect(products[122]?.ManufacturerProductNumber).toBe('GEN-000123');
  expect(new Set(products.map((one) => one.ManufacturerProductNumber)).size).toBe(4000);
  expect(new Set(products.map((one) => one.Manufacturer.Id)).size).toBe(8);
  const share = (id: number) =>
    products.filter((one) => one.ProductStatus.Id === id).length / products.length;
  expect(share(0)).toBeCloseTo(0.84, 1);
  expect(share(1)).toBeCloseTo(0.07, 1);
  for (const id of [2, 4, 5, 6, 7]) expect(share(id)).toBeGreaterThan(0);
});

test('an emulator serves them', async () => {
  const { search } = await startEmulator({ catalogue: { products: generateProducts(1, 2000) } });
  const answer = await read(search({ Keywords: 'gen-000123' }));
  expect(answer.ExactMatches).toHaveLength(1);
  expect(answer.ProductsCount).toBe(1);
  expect((await read(search({ Keywords: 'GEN-00012' }))).ProductsCount).toBe(10);
});
