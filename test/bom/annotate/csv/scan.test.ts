import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { fieldStart, visitRecords } from '../../../../src/bom/annotate/csv/scan.ts';
import type { TextFormat } from '../../../../src/bom/text.ts';

const UTF8: TextFormat = { encoding: 'utf8', delimiter: ',', wrapped: false };

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** The raw fields of each record, and whether the blocks are the whole file. */
async function scan(text: string, format: TextFormat, chunk = 1 << 16) {
  const bytes = iconv.encode(text, format.encoding, { addBOM: false });
  const records: string[][] = [];
  const blocks: Buffer[] = [];
  const visited = visitRecords(inChunks(bytes, chunk), format, (record, row) => {
    expect(row).toBe(records.length + 1);
    const raw = record.fieldEnds.map((end, i) => record.block.subarray(fieldStart(record, i), end));
    records.push(raw.map((field) => iconv.decode(field, format.encoding, { stripBOM: false })));
  });
  for await (const block of visited) blocks.push(Buffer.from(block));
  expect(Buffer.concat(blocks).equals(bytes)).toBe(true);
  return records;
}

function oracle(text: string, delimiter: string): string[][] {
  return parse(text, {
    bom: true,
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
}

/** Without quotes: in a field that it takes literally, csv-parse unescapes some and keeps others. */
function bare(records: readonly (readonly string[])[]): string[][] {
  return records.map((fields) => fields.map((field) => field.replaceAll('"', '')));
}

const soup = fc
  .array(fc.constantFrom('a', 'é', '部', '"', '""', ',', ';', '\n', '\r\n', '\r', ' ', '7'), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(''));

describe('visitRecords', () => {
  test('finds the records and fields that csv-parse finds', async () => {
    await fc.assert(
      fc.asyncProperty(soup, fc.constantFrom(',', ';'), async (text, delimiter) => {
        const expected = attempt(() => oracle(text, delimiter));
        const found = await scan(text, { ...UTF8, delimiter }).catch(() => 'unclosed' as const);
        expect(found === 'unclosed' ? found : bare(found)).toEqual(
          expected === 'unclosed' ? expected : bare(expected),
        );
      }),
      { numRuns: 500 },
    );
  });

  test.each(['utf8', 'utf16le', 'utf16be', 'gb18030'])(
    'finds the same in %s and in chunks of any size',
    async (encoding) => {
      const format = { ...UTF8, encoding };
      await fc.assert(
        fc.asyncProperty(soup, fc.integer({ min: 1, max: 9 }), async (text, chunk) => {
          const expected = await scan(text, UTF8).catch(() => 'unclosed');
          expect(await scan(text, format, chunk).catch(() => 'unclosed')).toEqual(expected);
        }),
      );
    },
  );

  test.each([
    ['', []],
    ['a', [['a']]],
    ['a\n', [['a']]],
    ['a\n\nb\r\n', [['a'], [''], ['b']]],
    ['a,\r\rb', [['a', ''], [''], ['b']]],
    ['"a\nb",c\nd', [['"a\nb"', 'c'], ['d']]],
    ['"a""b",c', [['"a""b"', 'c']]],
    ['2" pipe,"x" y,"z"\n', [['2" pipe', '"x" y', '"z"']]],
    ['\uFEFF"a,b",c', [['"a,b"', 'c']]],
  ])('%j', async (text, expected) => {
    expect(await scan(text, UTF8, 3)).toEqual(expected);
  });

  test('a character whose second byte is the delimiter is one character', async () => {
    const text = 'ポート|渋谷|ァ｜\n|ポ|';
    const expected = [
      ['ポート', '渋谷', 'ァ｜'],
      ['', 'ポ', ''],
    ];
    for (const encoding of ['cp932', 'gb18030', 'utf8']) {
      expect(await scan(text, { encoding, delimiter: '|', wrapped: false })).toEqual(expected);
    }
  });

  test('a quote that is never closed is told with its row', async () => {
    await expect(scan('a\nb,"c\nd\n', UTF8)).rejects.toMatchObject({
      code: 'input',
      message: 'row 2 opens a quote that is never closed',
    });
  });
});

function attempt<T>(read: () => T): T | 'unclosed' {
  try {
    return read();
  } catch {
    return 'unclosed';
  }
}
