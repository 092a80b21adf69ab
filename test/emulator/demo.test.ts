import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../src/emulator/catalogue.ts';

const folder = new URL('../../fixtures/boms/demo/', import.meta.url);
const known = new Set(
  loadCatalogue().products.flatMap((one) => [one.ManufacturerProductNumber, ...one.OtherNames]),
);
const unknown = (numbers: readonly string[]) => numbers.filter((number) => !known.has(number));

function controllerNumbers(): string[] {
  const rows: string[][] = parse(readFileSync(new URL('controller.csv', folder)), {
    relax_column_count: true,
  });
  expect(rows[2]?.[3]).toBe('Manufacturer Part Number');
  return rows.slice(3).map((row) => row[3]!);
}

async function openPowerSupply(): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(readFileSync(new URL('power-supply.xlsx', folder)) as unknown as ArrayBuffer);
  return book;
}

test('the controller names parts of the catalogue, but for the mistakes that it is to show', () => {
  const numbers = controllerNumbers();
  expect(numbers.length).toBeGreaterThan(45);
  expect(unknown(numbers)).toEqual(['STM32F103C8T', 'XC-9000-PROTO', 'rc0603fr-0710kl', '']);
});

test('the power supply has formulas with their values, a total, notes, and parts of the controller', async () => {
  const book = await openPowerSupply();
  expect(book.worksheets.map(({ name }) => name)).toEqual(['BOM', 'Notes']);
  const sheet = book.worksheets[0]!;
  const numbers = (sheet.getColumn('D').values as string[]).filter((value) => value && value !== 'MPN');
  expect(numbers).toHaveLength(32);
  expect(unknown(numbers)).toEqual([]);
  expect(numbers.filter((number) => controllerNumbers().includes(number)).length).toBeGreaterThan(3);
  expect(sheet.getCell('H2').value).toEqual({ formula: 'F2*G2', result: 6.9 });
  expect(sheet.getCell('H34').value).toMatchObject({ formula: 'SUM(H2:H33)' });
  expect(sheet.getCell('G2').numFmt).toContain('$');
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
});
