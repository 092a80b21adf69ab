import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import ExcelJS from 'exceljs';
import { systemClock } from '../../src/cli/clock.ts';
import { generateProducts } from '../../src/emulator/generate.ts';
import { openStore } from '../../src/store/sqlite.ts';

const HEADER = [
  'Item',
  'Qty',
  'Reference',
  'Manufacturer',
  'MPN',
  'Description',
  'Value',
  'Package',
  'Supplier',
  'Price',
  'Stock',
  'Remark',
];

type Row = readonly (string | number)[];

/** Rows over `distinct` generated parts; the same every time. */
function* rows(count: number, distinct: number): Iterable<Row> {
  const parts = generateProducts(1, distinct);
  for (let row = 1; row <= count; row += 1) {
    const part = parts[row % distinct]!;
    const { Manufacturer, ManufacturerProductNumber, Description } = part;
    yield [
      row,
      1,
      `U${row}`,
      Manufacturer.Name,
      ManufacturerProductNumber,
      Description.DetailedDescription,
      '10k',
      '0603',
      'DigiKey',
      '0.10',
      4_000,
      'none, so far',
    ];
  }
}

function csvLine(row: Row): string {
  return `${row.map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}

export async function writeCsv(path: string, count: number, distinct: number): Promise<void> {
  const lines = function* () {
    yield csvLine(HEADER);
    let block = '';
    for (const row of rows(count, distinct)) {
      block += csvLine(row);
      if (block.length > 65_536) {
        yield block;
        block = '';
      }
    }
    yield block;
  };
  await pipeline(Readable.from(lines()), createWriteStream(path));
}

export async function writeXlsx(path: string, count: number, distinct: number): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: path,
    useStyles: true,
    useSharedStrings: true,
  });
  const sheet = workbook.addWorksheet('BOM', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(HEADER).font = { bold: true };
  for (const row of rows(count, distinct)) sheet.addRow([...row]).commit();
  await workbook.commit();
}

/** A database in which every generated part has been answered just now. */
export async function fillStore(path: string, distinct: number, locale = 'US/en/USD'): Promise<void> {
  const store = openStore({ path, clock: systemClock, callTimeout: 30_000 });
  for (const product of generateProducts(1, distinct)) {
    const body = JSON.stringify({ Products: [product], ProductsCount: 1, ExactMatches: [product] });
    const question = { kind: 'search', text: product.ManufacturerProductNumber.toUpperCase() } as const;
    await store.answers.save('digikey', locale, question, { body, observedAt: Date.now() });
  }
  store.close();
}
