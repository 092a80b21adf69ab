import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { AuditReport } from '../../src/core/report/report.ts';
import { toCsv } from '../../src/report/csv.ts';
import { aLine, aMatch, aPart, aReport } from './build.ts';
import { hostileReport } from './hostile.ts';
import { sampleReport } from './sample.ts';

type Row = Readonly<Record<string, string>>;

function rowsOf(report: AuditReport): Row[] {
  return parse([...toCsv(report)].join(''), { bom: true, columns: true });
}

test('every line of every BOM is there, in the order of the files', () => {
  const rows = rowsOf(sampleReport());
  expect(rows.filter(({ bom }) => bom === 'boards/main.csv').map(({ row }) => Number(row))).toEqual(
    Array.from({ length: 16 }, (_, index) => index + 2),
  );
  expect(rows.map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['unidentified', 'skipped', 'problem']),
  );
  expect(
    rows.filter(({ bom, row }) => bom === 'boards/power.xlsx' && row === '12').map(({ kind }) => kind),
  ).toEqual(['primary', 'alternate']);
});

test('no cell begins like a formula, and numbers below zero stay numbers', () => {
  const rows = rowsOf(hostileReport());
  expect(rows[0]?.mpn).toBe('\'=HYPERLINK("http://evil.example","x")');
  expect(rows[0]?.designators).toBe("␍=cmd|' /C calc'!A0");
  expect(rows[0]?.daysToLastBuy).toBe('-12');
  for (const row of rows) {
    const { daysToLastBuy: _, ...texts } = row;
    for (const text of Object.values(texts)) expect(text).not.toMatch(/^[=+\-@\t\r]/);
  }
});

test('batches join without a seam', () => {
  const lines = Array.from({ length: 2500 }, (_, index) => aLine(0, index + 2, `R${index}`));
  const rows = rowsOf(aReport([aPart('A-1', { lines, matched: aMatch('A-1', 'M') })]));
  expect(rows.map(({ designators }) => designators)).toEqual(lines.map(({ designators }) => designators));
});

test('golden', async () => {
  await expect([...toCsv(sampleReport())].join('')).toMatchFileSnapshot(
    '../../fixtures/golden/report/report.csv',
  );
});
