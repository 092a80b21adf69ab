import { readFile, writeFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../../src/bom/xlsx/package.ts';
import { relations, row, temporaryFolder, workbook, writeZip } from '../annotate/packages.ts';

const path = temporaryFolder();
const SMALL = workbook({ rows: row(1, 'MPN') });
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const open = async (entries: Record<string, string>) =>
  openWorkbook(await writeZip(path('book.xlsx'), entries));

describe('openWorkbook', () => {
  test('lists the worksheets in the order of their tabs, with their parts', async () => {
    const book = await open({
      ...SMALL,
      'xl/workbook.xml': `<x:workbook xmlns:x="urn:x" xmlns:rel="${TYPE}"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="B &amp; C" sheetId="3" state="veryHidden" rel:id="r9"/><x:sheet name="Chart" sheetId="4" rel:id="r8"/><x:sheet name="A" sheetId="1" rel:id="r1"/></x:sheets></x:workbook>`,
      'xl/_rels/workbook.xml.rels': relations({
        r1: ['worksheet', '/xl/worksheets/sheet1.xml'],
        r8: ['chartsheet', 'chartsheets/sheet1.xml'],
        r9: ['worksheet', '.\\other\\sheet.xml'],
        r2: ['styles', 'STYLES.xml'],
      }),
    });
    expect(book).toMatchObject({
      sheets: [
        { name: 'B & C', part: 'xl/other/sheet.xml', hidden: true },
        { name: 'A', part: 'xl/worksheets/sheet1.xml', hidden: false },
      ],
      date1904: true,
      strings: null,
      styles: 'xl/STYLES.xml',
    });
    expect(book.nameOf('xl/STYLES.xml')).toBe('xl/styles.xml');
  });

  test('gives parts as a stream, whatever the case and the slashes of their names are', async () => {
    const slashed = Object.fromEntries(
      Object.entries({ ...SMALL, 'xl/a.xml': '<a>é</a>' }).map(([name, content]) => [`/${name}`, content]),
    );
    for (const entries of [{ ...SMALL, 'xl/a.xml': '<a>é</a>' }, slashed]) {
      const book = await open(entries);
      expect((await buffer(book.stream('/xl/A.xml'))).toString()).toBe('<a>é</a>');
      expect(book.has('xl/b.xml')).toBe(false);
    }
  });

  test('tells two sheets of one name apart, and refuses two that are one part', async () => {
    const list = (...names: readonly string[]) => ({
      'xl/workbook.xml': `<workbook xmlns:r="${TYPE}"><sheets>${names.map((name, at) => `<sheet name="${name}" r:id="r${at}"/>`).join('')}</sheets></workbook>`,
    });
    const parts = (...targets: readonly string[]) => ({
      'xl/_rels/workbook.xml.rels': relations(
        Object.fromEntries(targets.map((target, at) => [`r${at}`, ['worksheet', target] as const])),
      ),
    });
    const book = await open({
      ...SMALL,
      ...list('BOM', 'BOM', 'BOM (2)', 'BOM'),
      ...parts('a.xml', 'b.xml', 'c.xml', 'd.xml'),
    });
    expect(book.sheets.map(({ name }) => name)).toEqual(['BOM', 'BOM (3)', 'BOM (2)', 'BOM (4)']);
    const twice = {
      ...SMALL,
      ...list('A', 'B'),
      ...parts('worksheets/sheet1.xml', '/xl/Worksheets/sheet1.xml'),
    };
    await expect(open(twice)).rejects.toMatchObject({ code: 'input', message: /one and the same part/ });
  });

  test.each<[string, Buffer | Record<string, string>, RegExp]>([
    ['a text', Buffer.from('MPN,Qty'), /is no XLSX file/],
    [
      'a workbook with a password',
      Buffer.from(`d0cf11e0a1b11ae1${Buffer.from('xEncryptedPackage', 'utf16le').toString('hex')}`, 'hex'),
      /is protected by a password/,
    ],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old Excel format/],
    ['a ZIP file cut short', Buffer.from('PK\x03\x04'), /is damaged/],
    ['another ZIP file', { 'a.txt': 'x' }, /no Excel workbook/],
    ['a text document', { ...SMALL, 'xl/workbook.xml': '<document/>' }, /no Excel workbook/],
    ['broken XML', { ...SMALL, 'xl/workbook.xml': '<workbook>' }, /no well-formed XML/],
  ])('refuses %s', async (_, content, message) => {
    const file = path('other.xlsx');
    await (Buffer.isBuffer(content) ? writeFile(file, content) : writeZip(file, content));
    await expect(openWorkbook(file)).rejects.toMatchObject({ code: 'input', message });
  });

  test('fails on a part that is damaged, or missing', async () => {
    const book = await open(SMALL);
    expect(() => book.stream('xl/none.xml')).toThrow(/has no part xl\/none.xml/);
    const bytes = await readFile(path('book.xlsx'));
    const at = bytes.indexOf('xl/styles.xml') + 'xl/styles.xml'.length + 12;
    bytes.fill(0xff, at, at + 20);
    await writeFile(path('damaged.xlsx'), bytes);
    const damaged = await openWorkbook(path('damaged.xlsx'));
    await expect(buffer(damaged.stream('xl/styles.xml'))).rejects.toMatchObject({
      code: 'input',
      message: /is damaged in xl\/styles.xml|is cut short/,
    });
  });
});
