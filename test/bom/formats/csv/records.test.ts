import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dialect } from '../../../../src/bom/formats/csv/dialect.ts';
import { visitRecords } from '../../../../src/bom/formats/csv/records.ts';
import { cellReader } from '../../../../src/bom/formats/csv/rows.ts';
import { AuditError } from '../../../../src/core/errors.ts';
import { bytesIn, COMMAS, encode } from './texts.ts';

/** What the fields of each record say; the blocks that are given back are the whole text. */
async function read(text: string, dialect: Partial<Dialect> = {}, most?: number): Promise<string[][]> {
  const whole = { ...COMMAS, ...dialect };
  const bytes = encode(text, whole.encoding);
  const cellsOf = cellReader(whole);
  const records: string[][] = [];
  const blocks: Buffer[] = [];
  const visited = visitRecords(bytesIn(bytes, most), whole, (record, row) => {
    expect(row).toBe(records.length + 1);
    records.push([...cellsOf(record)]);
  });
  for await (const block of visited) blocks.push(Buffer.from(block));
  expect(Buffer.concat(blocks).equals(bytes)).toBe(true);
  return records;
}

/** The same; null for a quote that is never closed. */
const readIfClosed = (...args: Parameters<typeof read>): Promise<string[][] | null> =>
  read(...args).catch((error: unknown) => {
    if (error instanceof AuditError) return null;
    throw error;
  });

function oracle(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch {
    return null;
  }
}

/** Without quotes: in a field that it takes literally, csv-parse unescapes some and keeps others; we leave all of it. */
function bare(records: readonly (readonly string[])[] | null): string[][] | undefined {
  return records?.map((fields) => fields.map((field) => field.replaceAll('"', '')));
}

const soup = fc
  .array(
    fc.constantFrom('a', 'é', '部', '🔌', '"', '""', ',', ';', '\n', '\r\n', '\r', ' ', '7', '"b,\nc"'),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));
const delimiters = fc.constantFrom(',', ';', '\t', '|');
const sizes = fc.integer({ min: 1, max: 9 });

describe('visitRecords', () => {
  test('reads any text as csv-parse does, or finds the same quote unclosed', async () => {
    await fc.assert(
      fc.asyncProperty(soup, fc.constantFrom(',', ';'), async (text, delimiter) => {
        expect(bare(await readIfClosed(text, { delimiter }))).toEqual(bare(oracle(text, delimiter)));
      }),
      { numRuns: 2000 },
    );
  });

  test('reads back what was quoted, whatever it holds, in pieces of any size', async () => {
    const field = fc.string({
      unit: fc.constantFrom('a', 'B', '1', ' ', '"', ',', ';', '\t', '\n', '\r', 'é', '漢'),
      maxLength: 6,
    });
    const table = fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const lineEnds = fc.constantFrom('\n', '\r\n', '\r');
    await fc.assert(
      fc.asyncProperty(table, delimiters, lineEnds, sizes, async (rows, delimiter, end, most) => {
        const text = rows.map((row) => row.map(quoted).join(delimiter) + end).join('');
        expect(await read(text, { delimiter }, most)).toEqual(rows);
      }),
    );
  });

  test.each(['utf8', 'utf16le', 'utf16be', 'gb18030'])(
    'reads the same in %s and in pieces of any size',
    async (encoding) => {
      await fc.assert(
        fc.asyncProperty(soup, sizes, async (text, most) => {
          expect(await readIfClosed(text, { encoding }, most)).toEqual(await readIfClosed(text));
        }),
      );
    },
  );

  test.each<[string, string[][]]>([
    ['', []],
    ['a', [['a']]],
    ['a\n', [['a']]],
    ['a,', [['a', '']]],
    ['a\n\nb\r\n', [['a'], [''], ['b']]],
    ['a,\r\rb', [['a', ''], [''], ['b']]],
    ['a,b,c\nd\ne,f\n', [['a', 'b', 'c'], ['d'], ['e', 'f']]],
    ['"a\nb",c\nd', [['a\nb', 'c'], ['d']]],
    ['"a""b",c', [['a"b', 'c']]],
    ['2" pipe,"x" y,"z"\n', [['2" pipe', '"x" y', 'z']]],
    ['"0.1" (2.54mm)",x\n', [['"0.1" (2.54mm)"', 'x']]],
    ['\uFEFF"a,b",c', [['a,b', 'c']]],
  ])('%j', async (text, expected) => {
    expect(await read(text, {}, 3)).toEqual(expected);
  });

  test('a character whose second byte is the delimiter is one character', async () => {
    const text = 'ポート|渋谷|ァ｜\n|ポ|';
    const expected = [
      ['ポート', '渋谷', 'ァ｜'],
      ['', 'ポ', ''],
    ];
    for (const encoding of ['cp932', 'gb18030', 'utf8', 'utf16be']) {
      expect(await read(text, { encoding, delimiter: '|' })).toEqual(expected);
    }
    expect(await read('丂|ヽ', { encoding: 'euc-jp', delimiter: '|' })).toEqual([['丂', 'ヽ']]);
  });

  test('a record inside a quoted field is read where lines are wrapped', async () => {
    const text = 'made by X\n"MPN,""Qty"""\n"""A,1"",2,""x\ny"""\n';
    expect(await read(text, { wrapped: true })).toEqual([
      ['made by X'],
      ['MPN', 'Qty'],
      ['A,1', '2', 'x\ny'],
    ]);
  });

  test.each([
    ['a\nb,"c\nd\n', 'bom.csv, row 2: a quote is opened and never closed'],
    [`a\n${'b'.repeat(9_000_000)}\n`, 'bom.csv, row 2: the row is longer than 8 MB'],
  ])('what never ends is told with its row', async (text, message) => {
    await expect(read(text, {}, 1 << 20)).rejects.toMatchObject({ code: 'input', message });
  });
});
