import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ReadOptions, readBoms } from '../../../src/bom/read.ts';
import type { Bom } from '../../../src/core/bom/line.ts';
import { refusalOf, spellLines } from '../spell.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bom-'));
});
afterAll(() => rm(folder, { recursive: true }));

const HEADER = ['Item', 'Qty', 'Reference', 'Part Number', 'Manufacturer'];

async function readBook(build: (book: ExcelJS.Workbook) => void, options: ReadOptions = {}): Promise<Bom[]> {
  const book = new ExcelJS.Workbook();
  build(book);
  const path = join(folder, `${Math.random()}.xlsx`);
  await book.xlsx.writeFile(path);
  return readBoms({ name: 'bom.xlsx', path }, options);
}

function addSheet(
  book: ExcelJS.Workbook,
  name: string,
  rows: readonly (readonly ExcelJS.CellValue[])[],
): ExcelJS.Worksheet {
  const sheet = book.addWorksheet(name);
  for (const row of rows) sheet.addRow([...row]);
  return sheet;
}

describe('cells', () => {
  test('numbers keep their digits, texts their letters, days are days', async () => {
    const [bom] = await readBook((book) => {
      const sheet = addSheet(book, 'BOM', [
        HEADER,
        [1, 2, 'J1, J2', 15150502601000, 'HARTING'],
        [2, 1, 'J3', '0022232021', 'Molex'],
        [3, 1, 'J4', { richText: [{ text: 'M20-' }, { text: '7820646', font: { bold: true } }] }, 'Harwin'],
        [4, 1, 'J5', { formula: 'CONCATENATE("5-","534237-4")', result: '5-534237-4' }, 'TE'],
        [
          5,
          { formula: '1+1', result: 2 },
          'U1,U2',
          { text: 'LM358DR', hyperlink: 'https://www.ti.com/' },
          'Texas Instruments',
        ],
        [6, 1, 'U3', new Date(Date.UTC(2026, 2, 5)), 'Excel'],
      ]);
      sheet.getCell('D7').numFmt = 'mmm-yy';
    });
    expect(spellLines(bom!)).toEqual([
      '2: J1, J2 ×2 15150502601000 @ HARTING',
      '3: J3 ×1 0022232021 @ Molex',
      '4: J4 ×1 M20-7820646 @ Harwin',
      '5: J5 ×1 5-534237-4 @ TE',
      '6: U1,U2 ×2 LM358DR @ Texas Instruments',
      '7: U3 ×1 2026-03-05 @ Excel',
    ]);
  });

  test('rows are those of the sheet, whatever is above and left of the table', async () => {
    const [bom] = await readBook((book) => {
      const sheet = book.addWorksheet('BOM');
      sheet.getCell('C2').value = 'Controller board';
      sheet.mergeCells('C2:F2');
      for (const [at, name] of HEADER.entries()) sheet.getRow(12).getCell(at + 3).value = name;
      for (const [at, value] of [1, 1, 'U1', 'LM358DR', 'TI'].entries())
        sheet.getRow(15).getCell(at + 3).value = value;
      sheet.getCell('XFD1048576').style = { font: { bold: true } };
    });
    expect(bom!.headerRow).toBe(12);
    expect(spellLines(bom!)).toEqual(['15: U1 ×1 LM358DR @ TI']);
  });

  test('merged designators hold the alternates of one line together', async () => {
    const [bom] = await readBook((book) => {
      const sheet = addSheet(book, 'BOM', [
        HEADER,
        [1, 1, 'C1', 'GRM188R71H104KA93D', 'Murata'],
        [null, null, null, 'CL10B104KB8NNNC', 'Samsung'],
      ]);
      for (const column of 'ABC') sheet.mergeCells(`${column}2:${column}3`);
    });
    expect(spellLines(bom!)).toEqual(['2: C1 ×1 GRM188R71H104KA93D @ Murata | CL10B104KB8NNNC @ Samsung']);
  });
});

describe('sheets', () => {
  const part = [1, 1, 'U1', 'LM358DR', 'Texas Instruments'];
  const workbook = (book: ExcelJS.Workbook) => {
    addSheet(book, 'Cover', [['Board'], ['Revision', 'B']]);
    addSheet(book, 'Main', [HEADER, part]);
    addSheet(book, 'NO-MOUNT', [HEADER, [1, 1, 'U9', 'LM393DR', 'Texas Instruments']]);
    addSheet(book, 'Change log', [
      ['Ref Des', 'Part Number', 'Manufacturer'],
      ['U1', 'LM324DR', 'TI'],
    ]);
    addSheet(book, 'DK Order', [
      ['Qty', 'DK'],
      [10, '296-1014-1-ND'],
    ]);
    addSheet(book, 'Old', [HEADER, part]).state = 'hidden';
  };

  test('the parts lists are read, the one of unpopulated parts as such, the rest is named', async () => {
    const boms = await readBook(workbook);
    expect(boms.map((bom) => [bom.sheet, ...spellLines(bom)])).toEqual([
      ['Main', '2: U1 ×1 LM358DR @ Texas Instruments'],
      ['NO-MOUNT', '2: U9 ×1 LM393DR @ Texas Instruments - DNP'],
    ]);
    expect(boms[0]!.warnings).toEqual([
      'Sheet "Change log" lists part numbers too, but was taken for no BOM; name it with --sheet if it is one.',
      'Sheet "Old" lists part numbers too, but was taken for no BOM; name it with --sheet if it is one.',
    ]);
  });

  test.each([['Change log'], ['change LOG'], ['4']])(
    'a sheet is taken when it is named: %s',
    async (sheet) => {
      const boms = await readBook(workbook, { sheet });
      expect(boms.map((bom) => bom.sheet)).toEqual(['Change log']);
    },
  );

  test('a sheet that is not there is refused with those that are', async () => {
    const error = await refusalOf(readBook(workbook, { sheet: 'BOM' }));
    expect(error.hint).toBe('It has: Cover, Main, NO-MOUNT, Change log, DK Order, Old.');
  });

  test('a column that is named need not be on every sheet', async () => {
    const boms = await readBook(workbook, { mpnColumns: ['Part Number'] });
    expect(boms.map((bom) => bom.sheet)).toEqual(['Main', 'NO-MOUNT']);
  });

  test('a workbook without part numbers is refused', async () => {
    const error = await refusalOf(
      readBook(
        (book) =>
          void addSheet(book, 'DK Order', [
            ['Qty', 'DK'],
            [10, '296-1014-1-ND'],
          ]),
      ),
    );
    expect(error.message).toBe(
      'bom.xlsx, sheet "DK Order", has no column of manufacturers\' part numbers; it names order numbers of DigiKey only',
    );
  });
});

describe('worksheets that other programs write', () => {
  const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

  async function readRaw(sheet: string, strings = '<sst/>'): Promise<Bom[]> {
    const zip = new ZipWriter(new BlobWriter());
    const parts = {
      '_rels/.rels': `<Relationships><Relationship Id="a" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `<workbook xmlns:r="${RELATIONS}"><sheets><sheet name="BOM" sheetId="1" r:id="b"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="b" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="c" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': sheet,
      'xl/sharedStrings.xml': strings,
    };
    for (const [name, text] of Object.entries(parts)) await zip.add(name, new TextReader(text));
    const path = join(folder, `${Math.random()}.xlsx`);
    await writeFile(path, Buffer.from(await (await zip.close()).arrayBuffer()));
    return readBoms({ name: 'raw.xlsx', path });
  }

  test('prefixed tags, rows and cells without places, inline strings', async () => {
    const cell = (text: string) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`;
    const row = (...texts: string[]) => `<x:row>${texts.map(cell).join('')}</x:row>`;
    const [bom] = await readRaw(
      `<x:worksheet xmlns:x="urn:x"><x:sheetData>${row('Ref', 'Qty', 'MPN')}<x:row/>${row('R1', '1', 'RC0603FR-0710KL')}</x:sheetData></x:worksheet>`,
    );
    expect(spellLines(bom!)).toEqual(['3: R1 ×1 RC0603FR-0710KL']);
  });

  test('shared strings with phonetic readings and escapes, numbers with exponents', async () => {
    const strings =
      '<sst><si><t>Ref</t></si><si><t>MPN</t></si><si><r><t>J</t></r><r><t>1</t></r><rPh><t>ジェー</t></rPh></si><si><t>A_x000D_</t></si></sst>';
    const [bom] = await readRaw(
      `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>
         <row r="4"><c r="B4" t="s"><v>0</v></c><c r="D4" t="s"><v>1</v></c></row>
         <row r="7"><c r="B7" t="s"><v>2</v></c><c r="D7"><v>1.5150502601E13</v></c><c r="XFD7"><v>1</v></c></row>
         <row r="8"><c r="B8" t="str"><v>J2</v></c><c r="D8" t="e"><v>#N/A</v></c></row>
       </sheetData></worksheet>`,
      strings,
    );
    expect(bom!.headerRow).toBe(4);
    expect(spellLines(bom!)).toEqual(['7: J1 15150502601000', '8: J2']);
  });

  test('a worksheet that is no XML is refused', async () => {
    expect((await refusalOf(readRaw('<worksheet><sheetData><row>'))).code).toBe('input');
  });
});
