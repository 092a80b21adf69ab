import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { planBuy } from '../../../src/core/buying/demand.ts';
import type { AuditReport, ReportPart } from '../../../src/core/report/report.ts';
import { AS_OF } from '../build.ts';
import { sampleReport } from '../sample.ts';
import { cellsOf, open } from './open.ts';

const SOFFICE = '/usr/bin/soffice';
const sample = sampleReport();

/** What a person reads in the columns that a formula fills, empty where it gives an empty text. */
type Numbers = Readonly<Record<string, string | number | null>>;

function expected(part: ReportPart, { buying }: Pick<AuditReport, 'buying'>): Numbers {
  const { needs, onHand, onOrder, minimumOrderQuantity, standardPackage, prices, currency } = part.buy!;
  const inputs = {
    needs,
    holdings: { onHand, onOrder },
    offer: { minimumOrderQuantity, standardPackage, prices, currency },
    lifecycle: part.lifecycle,
    lastBuyDate: part.matched?.lastBuyDate ?? null,
  };
  const buy = planBuy(inputs, buying, AS_OF.slice(0, 10));
  const { decideBy, daysToDecide, perYear, wanted, quantity, unitPrice, cost } = buy;
  return { decideBy, daysToDecide, perYear, wanted, quantity, unitPrice, cost };
}

function readOff(book: ExcelJS.Workbook, row: number): Numbers {
  const sheet = book.getWorksheet('Last buy')!;
  const at = (column: string) => {
    const value = sheet.getCell(`${column}${row}`).result ?? sheet.getCell(`${column}${row}`).value;
    if (value instanceof Date) return value.toISOString().slice(0, 10);
    return typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : null;
  };
  return {
    ...{ decideBy: at('F'), daysToDecide: at('G'), perYear: at('H'), wanted: at('K') },
    ...{ quantity: at('N'), unitPrice: at('O'), cost: at('P') },
  };
}

const bought = sample.parts.filter(({ buy }) => buy !== null);

test('the results that the formulas carry are those of the audit', async () => {
  const book = await open(sample);
  expect(bought.length).toBeGreaterThan(5);
  for (const [index, part] of bought.entries())
    expect([part.mpn, readOff(book, index + 2)]).toEqual([part.mpn, expected(part, sample)]);
});

test('nothing from outside stands in a formula', async () => {
  for (const { sheet, cell } of cellsOf(await open(sample))) {
    if (cell.formula === undefined) continue;
    expect(['Last buy', 'Demand']).toContain(sheet);
    expect(cell.formula).toMatch(/^[A-Z0-9$!:()<>=&"+\-*,]+$|Assumptions!|Demand!/);
    expect(cell.formula.replaceAll(/Assumptions!|Demand!/g, '')).toMatch(/^[A-Z0-9$:()<>=&"+\-*,]+$/);
  }
});

test.skipIf(!existsSync(SOFFICE)).each([
  ['as it is', sample.buying],
  ['with other assumptions', { ...sample.buying, years: 7.5, sparesPercent: 12.5, approvalDays: 40 }],
])('LibreOffice computes the same, %s', { timeout: 60_000 }, async (_name, buying) => {
  const folder = mkdtempSync(join(tmpdir(), 'bom-audit-soffice-'));
  try {
    const book = await open(sample);
    const assumptions = book.getWorksheet('Assumptions')!;
    assumptions.getCell('B3').value = buying.years;
    assumptions.getCell('B4').value = buying.sparesPercent / 100;
    assumptions.getCell('B6').value = buying.approvalDays;
    for (const { cell } of cellsOf(book))
      if (cell.formula !== undefined) cell.value = { formula: cell.formula, date1904: false };
    await book.xlsx.writeFile(join(folder, 'in.xlsx'));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    execFileSync(
      SOFFICE,
      [
        '--headless',
        profile,
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        join(folder, 'out'),
        join(folder, 'in.xlsx'),
      ],
      { stdio: 'ignore' },
    );
    const again = new ExcelJS.Workbook();
    await again.xlsx.readFile(join(folder, 'out', 'in.xlsx'));
    for (const [index, part] of bought.entries())
      expect([part.mpn, readOff(again, index + 2)]).toEqual([part.mpn, expected(part, { buying })]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
