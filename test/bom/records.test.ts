import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visitRecords } from '../../src/bom/annotate/csv/scan.ts';
import { OpenQuoteError, RecordScanner } from '../../src/bom/records.ts';
import type { Row } from '../../src/bom/rows.ts';

function scan(text: string, delimiter = ',', piece = text.length || 1): Row[] {
  const scanner = new RecordScanner({ delimiter });
  const rows: Row[] = [];
  for (let at = 0; at < text.length; at += piece) rows.push(...scanner.push(text.slice(at, at + piece)));
  return [...rows, ...scanner.push('', true)];
}

const field = fc.string({
  unit: fc.constantFrom('a', 'B', '1', ' ', '"', ',', ';', '\t', '\n', '\r', 'é', '漢'),
  maxLength: 6,
});
const table = fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
const delimiter = fc.constantFrom(',', ';', '\t', '|');
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

describe('RecordScanner', () => {
  test('reads back what was quoted, whatever it holds, in pieces of any size', () => {
    fc.assert(
      fc.property(
        table,
        delimiter,
        lineEnd,
        fc.integer({ min: 1, max: 9 }),
        (rows, separator, end, piece) => {
          const text = rows.map((row) => row.map(quoted).join(separator)).join(end) + end;
          const expected = rows
            .map((cells, at) => ({ row: at + 1, cells }))
            .filter(({ cells }) => cells.some((cell) => cell !== ''));
          expect(scan(text, separator, piece)).toEqual(expected);
        },
      ),
    );
  });

  test('reads any text as csv-parse does, or finds the same quote unclosed', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', '1', ' ', ',', '\n', '\r\n', '"'),
      maxLength: 30,
    });
    const options = { relax_quotes: true, relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] };
    // Within a field that is taken as it is, csv-parse unescapes some quotes; we leave all of it.
    const filled = (rows: readonly (readonly string[])[]) =>
      rows
        .filter((cells) => cells.some((cell) => cell !== ''))
        .map((cells) => cells.map((cell) => cell.replaceAll('"', '')));
    fc.assert(
      fc.property(text, (raw) => {
        const theirs = attempt(() => filled(parse(raw, options)));
        const ours = attempt(() => filled(scan(raw).map(({ cells }) => cells)));
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 2000 },
    );
  });

  test('numbers its records as the annotating scanner does', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '1', ',', '\n', '\r\n', '\r', '"', '""', '"b,\nc"'),
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(text, async (raw) => {
        const ours = attempt(() => scan(raw));
        const theirs = await widthsOf(raw);
        expect(ours === null).toBe(theirs === null);
        for (const { row, cells } of ours ?? []) expect(theirs?.get(row)).toBe(cells.length);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['ragged rows', 'a,b,c\nd\ne,f\n', [['a', 'b', 'c'], ['d'], ['e', 'f']]],
    [
      'all three line ends',
      'a,b\r\nc,d\ne,f\rg,h',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', 'h'],
      ],
    ],
    [
      'a line break within quotes',
      'a,"b\nc"\nd,e',
      [
        ['a', 'b\nc'],
        ['d', 'e'],
      ],
    ],
    ['an inch mark', 'OLED 0.96" display,x\n', [['OLED 0.96" display', 'x']]],
    ['a quote not doubled', '"0.1" (2.54mm)",x\n', [['"0.1" (2.54mm)"', 'x']]],
    ['no line end at the end', 'a,', [['a', '']]],
  ])('%s', (_, text, cells) => expect(scan(text).map((row) => row.cells)).toEqual(cells));

  test('counts blank lines and gives none out', () => {
    expect(scan('a\n\n,,\n"b\nc"\nd').map(({ row, cells }) => [row, cells[0]])).toEqual([
      [1, 'a'],
      [4, 'b\nc'],
      [5, 'd'],
    ]);
  });

  test('tells the record of a quote that is never closed', () => {
    expect(() => scan('a,b\nc,"d\ne,f\n')).toThrow(new OpenQuoteError(2));
  });
});

function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}

/** The number of fields of each record; null for a quote that is never closed. */
async function widthsOf(raw: string): Promise<Map<number, number> | null> {
  const widths = new Map<number, number>();
  const format = { encoding: 'utf8', delimiter: ',', wrapped: false };
  async function* bytes() {
    yield Buffer.from(raw);
  }
  try {
    const blocks = visitRecords(bytes(), format, ({ fieldEnds }, row) => {
      widths.set(row, fieldEnds.length);
    });
    for await (const _ of blocks);
    return widths;
  } catch {
    return null;
  }
}
