import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBoms } from '../../src/bom/read.ts';
import { AuditError } from '../../src/core/errors.ts';
import { refusalOf, spellLines } from './spell.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bom-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function written(name: string, content: string | Uint8Array): Promise<{ name: string; path: string }> {
  const path = join(folder, name);
  await writeFile(path, content);
  return { name, path };
}

describe('files that are no BOM', () => {
  test.each<[name: string, content: string | Uint8Array, message: RegExp]>([
    ['bom.pdf', '%PDF-1.7\n', /is a PDF file/],
    ['old.xls', Buffer.from('d0cf11e0a1b11ae100000000', 'hex'), /old Excel format/],
    ['older.xls', Buffer.from('0908080000051000', 'hex'), /old Excel format/],
    [
      'bom.ods',
      'PK\u0003\u0004..........................mimetypeapplication/vnd.oasis.opendocument.spreadsheet',
      /OpenDocument/,
    ],
    ['bom.csv.gz', Buffer.from('1f8b0800', 'hex'), /gzip/],
    ['photo.csv', Buffer.from('89504e470d0a1a0a', 'hex'), /picture/],
    ['random.csv', Buffer.from(Array.from({ length: 600 }, (_, at) => (at * 7919) % 256)), /binary/],
    ['page.xls', '\n<!DOCTYPE html><html></html>', /web page/],
    ['bom.xml', '<?xml version="1.0"?><bom/>', /XML file/],
    [
      'excel2003.xls',
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>',
      /Excel 2003/,
    ],
    ['bom.json', '[{"mpn": "LM358"}]', /JSON/],
    ['link.csv', '../hardware/bom.csv', /path of another file/],
    ['blank.csv', '\ufeff\r\n \r\n', /is empty/],
    ['nothing.csv', '', /is empty/],
    ['~$bom.xlsx', '\u0006Someone', /lock file/],
    ['archive.zip', 'PK\u0005\u0006', /empty ZIP/],
  ])('%s', async (name, content, message) => {
    const error = await refusalOf(readBoms(await written(name, content)));
    expect(error.code).toBe('input');
    expect(error.message).toMatch(message);
    expect(error.hint).toMatch(/\w/);
  });

  test('a folder, a missing file and a dead link', async () => {
    await symlink('nowhere', join(folder, 'dead.csv'));
    const messages = await Promise.all(
      ['', 'missing.csv', 'dead.csv'].map(
        async (name) =>
          (await refusalOf(readBoms({ name: name || 'folder', path: join(folder, name) }))).message,
      ),
    );
    expect(messages).toEqual([
      'folder is a folder',
      'missing.csv is not there',
      'dead.csv is a link to a file that is not there',
    ]);
  });

  test('random bytes are read or refused, and never break it', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      fc.string({ unit: 'binary', maxLength: 200 }).map((text) => Buffer.from(text)),
      fc
        .array(fc.constantFrom('MPN', 'Qty', 'Ref', 'R1', 'LM358DR', '2', ',', ';', '"', '\n', '\t', '\r'), {
          maxLength: 60,
        })
        .map((words) => Buffer.from(words.join(''))),
      fc.uint8Array({ maxLength: 100 }).map((tail) => Buffer.concat([Buffer.from('PK\u0003\u0004'), tail])),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const source = await written('random.csv', content);
        const error = await readBoms(source).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        if (error !== null) expect(error).toBeInstanceOf(AuditError);
      }),
      { numRuns: 300 },
    );
  });
});

describe('one BOM in many dresses', () => {
  const rows = [
    ['Ref', 'Menge', 'Hersteller', 'Hersteller-Nr.', 'Bemerkung'],
    ['C1, C2', '2', 'Würth', '885012207092', '10 µF; ±20 %'],
    ['U1', '1', 'Texas Instruments', 'LM358DR', 'a "dual" | amplifier'],
  ];
  const text = (delimiter: string, lineEnd: string) =>
    rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)).join(lineEnd) +
    lineEnd;

  const dresses = [',', ';', '\t', '|'].flatMap((delimiter) =>
    ['\n', '\r\n', '\r'].flatMap((lineEnd) =>
      ['utf8', 'utf8 with mark', 'utf16le', 'utf16le with mark', 'utf16be with mark', 'windows-1252'].map(
        (encoding) => [delimiter, lineEnd, encoding] as const,
      ),
    ),
  );
  test.each(dresses)('delimiter %j, line end %j, %s', async (delimiter, lineEnd, encoding) => {
    const [name, mark] = encoding.split(' with ');
    const bytes = iconv.encode(text(delimiter, lineEnd), name!, { addBOM: mark !== undefined });
    const [bom] = await readBoms(await written('dress.txt', bytes));
    expect(bom!.columns.manufacturer).toEqual(['Hersteller']);
    expect(spellLines(bom!)).toEqual([
      '2: C1, C2 ×2 885012207092 @ Würth',
      '3: U1 ×1 LM358DR @ Texas Instruments',
    ]);
  });

  test('an encoding that is named wins, and an unknown one is refused', async () => {
    const source = await written(
      'koi8.csv',
      iconv.encode('Количество;Производитель;MPN\n1;Миландр;K1986BE92\n', 'koi8-r'),
    );
    const [bom] = await readBoms(source, { encoding: 'koi8-r' });
    expect(spellLines(bom!)).toEqual(['2: ×1 K1986BE92 @ Миландр']);
    for (const encoding of ['klingon', 'utf7', 'utf32', 'base64'])
      expect((await refusalOf(readBoms(source, { encoding }))).code).toBe('usage');
  });

  test.each(['utf16le', 'utf16be'])(
    'utf-16 means the order of bytes that the file has: %s',
    async (order) => {
      const source = await written('order.txt', iconv.encode(text('\t', '\n'), order, { addBOM: false }));
      const [bom] = await readBoms(source, { encoding: 'utf-16' });
      expect([bom!.encoding, bom!.lines.length]).toEqual([order, 2]);
    },
  );
});
