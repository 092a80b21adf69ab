import { expect, test } from 'vitest';
import { toXlsx } from '../../../src/report/xlsx/workbook.ts';
import { aLine, aPart, aReport } from '../build.ts';
import { sampleReport } from '../sample.ts';
import { cellsOf, open } from './open.ts';

test('golden dump of the cells', async () => {
  const book = await open(sampleReport());
  const dump = cellsOf(book).map(({ sheet, cell }) => {
    return `${sheet}!${cell.address} ${JSON.stringify(cell.value)} ${cell.numFmt ?? ''}`.trimEnd();
  });
  await expect(`${dump.join('\n')}\n`).toMatchFileSnapshot('../../../fixtures/golden/report/report.xlsx.txt');
});

test('tables can be read, filtered and printed', async () => {
  const book = await open(sampleReport());
  expect(book.worksheets.map(({ name }) => name)).toEqual([
    'Summary',
    'Decisions',
    'Trend',
    'Changes',
    'Last buy',
    'Demand',
    'Assumptions',
    'Where used',
    'Could not verify',
    'Waivers',
    'All lines',
    'BOMs',
    'Method',
  ]);
  for (const sheet of book.worksheets.slice(1))
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
  const tables = book.worksheets.slice(1).filter(({ name }) => name !== 'Demand' && name !== 'Assumptions');
  for (const sheet of tables) {
    expect(sheet.autoFilter).toMatch(/^A1:[A-Z]1$/);
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, printTitlesRow: '1:1' });
  }
});

test('days are dates and counts are numbers', async () => {
  const sheet = (await open(sampleReport())).getWorksheet('Decisions');
  expect(sheet?.getCell('C2').value).toBe('DRV-8825-Q');
  expect(sheet?.getCell('F2').value).toEqual(new Date('2026-11-06T00:00:00Z'));
  expect(sheet?.getCell('G2').value).toBe(25_000);
  expect(sheet?.getCell('H2').value).toEqual(new Date('2026-12-04T00:00:00Z'));
  expect(sheet?.getCell('I2').value).toBe(13);
});

test('text that is longer than a cell may hold is cut', async () => {
  const book = await open(aReport([aPart('A-1', { lines: [aLine(0, 2, 'R'.repeat(40_000))] })]));
  expect(String(book.getWorksheet('All lines')?.getCell('C2').value)).toHaveLength(32_767);
});

test('a reader that goes away ends the work', async () => {
  for await (const chunk of toXlsx(sampleReport())) {
    expect(chunk.length).toBeGreaterThan(0);
    break;
  }
});
