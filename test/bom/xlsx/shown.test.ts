import { describe, expect, test } from 'vitest';
import { readBoms } from '../../../src/bom/read.ts';
import { openSheets } from '../../../src/bom/xlsx/sheet.ts';
import type { Bom } from '../../../src/core/bom/line.ts';
import {
  relations,
  row,
  type SheetXml,
  STYLES,
  temporaryFolder,
  workbook,
  writeZip,
} from '../annotate/packages.ts';
import { refusalOf, spellBom, spellLines } from '../spell.ts';

const path = temporaryFolder();

async function read(sheet: SheetXml, more: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Bom> {
  const file = await writeZip(path('bom.xlsx'), { ...workbook(sheet), ...more });
  const [bom] = await readBoms({ name: 'bom.xlsx', path: file });
  return bom!;
}

const number = (place: string, value: string | number, style = 0) =>
  `<c r="${place}" s="${style}"><v>${value}</v></c>`;
const HEADER = row(1, 'Ref', 'Qty', 'MPN');

describe('numbers are read as they are shown', () => {
  async function shown(code: string, stored: string): Promise<string | undefined> {
    const styles = STYLES.replace(
      '<fonts',
      `<numFmts count="1"><numFmt numFmtId="170" formatCode="${code}"/></numFmts><fonts`,
    ).replace('<xf numFmtId="0" fontId="1"', '<xf numFmtId="170" fontId="1"');
    const entries = workbook(
      { rows: `<row r="1">${number('A1', stored, 1)}</row>` },
      { 'xl/styles.xml': styles },
    );
    const source = await openSheets(await writeZip(path('number.xlsx'), entries));
    const cells: string[] = [];
    for await (const batch of source.sheets[0]!.rows()) cells.push(...batch.flatMap((one) => one.cells));
    await source.close();
    return cells[0];
  }

  test.each([
    ['0000000000', '430450600', '0430450600'],
    ['00000-0000', '123456789', '12345-6789'],
    ['00-00-0000', '22232021', '22-23-2021'],
    ['&quot;CRCW&quot;0000', '603', 'CRCW0603'],
    ['\\A000', '7', 'A007'],
    ['[&lt;=9999999]000-0000;(000) 000-0000', '5551234', '555-1234'],
    ['0000.00', '43.5', '0043.50'],
    ['[$-409]0000_)', '12', '0012'],
    ['0;-0;;@', '5', '5'],
    ['mmm-yy', '46000', '2025-12-09'],
  ])('%s makes of %s %s', async (code, stored, text) => {
    expect(await shown(code, stored)).toBe(text);
  });

  test.each([
    ['General', '15150502601000'],
    ['@', '430450600'],
    ['#,##0', '430450600'],
    ['0.00E+00', '430450600'],
    ['0%', '5'],
    ['0,', '430450600'],
    ['0', '2.5'],
    ['0;-0;;@', '0'],
    ['000', '12345678901234567890'],
    ['&quot;never closed', '7'],
  ])('%s leaves %s as it is stored', async (code, stored) => {
    expect(await shown(code, stored)).toBe(stored);
  });
});

describe('cells that are merged downwards', () => {
  const merged = (...areas: string[]) =>
    `<mergeCells>${areas.map((area) => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>`;

  test('give their part number to each row', async () => {
    const rows =
      HEADER +
      row(2, 'R1', '1', 'RC0402FR-0710KL') +
      row(3, 'R2', '1') +
      row(4, 'R3', '1') +
      row(5, 'C1', '1', 'LM358DR');
    const bom = await read({ rows, behind: merged('C2:C4', 'A9:XFD9') });
    expect(spellLines(bom)).toEqual([
      '2: R1 ×1 RC0402FR-0710KL',
      '3: R2 ×1 RC0402FR-0710KL',
      '4: R3 ×1 RC0402FR-0710KL',
      '5: C1 ×1 LM358DR',
    ]);
  });

  test('count once where they are quantities or designators', async () => {
    const rows =
      HEADER +
      row(2, 'R1', '3', 'RC0402FR-0710KL') +
      row(3, 'R2') +
      row(4, 'R3') +
      row(5, 'U1', '1', 'LM358DR') +
      row(6, '', '', 'LM358DR2G') +
      row(7, 'U2', '1', 'NE555P');
    const bom = await read({ rows, behind: merged('B2:B4', 'C2:C4', 'A5:A6', 'B5:B6') });
    expect(spellLines(bom)).toEqual([
      '2: R1, R2, R3 ×3 RC0402FR-0710KL',
      '5: U1 ×1 LM358DR | LM358DR2G',
      '7: U2 ×1 NE555P',
    ]);
  });

  test('show what stands in their first cell, whatever the others hold', async () => {
    const rows = HEADER + row(2, 'R1', '1', 'LM358DR') + row(3, 'R2', '1', 'NE555P');
    expect(spellLines(await read({ rows, behind: merged('C2:C3') }))).toEqual([
      '2: R1 ×1 LM358DR',
      '3: R2 ×1 LM358DR',
    ]);
  });
});

describe('texts', () => {
  test('that are struck out are not read, and CDATA is', async () => {
    const strings =
      '<sst><si><r><rPr><strike/></rPr><t>LM358N</t></r><r><rPr><strike val="0"/></rPr><t xml:space="preserve"> LM2904DR</t></r></si><si><t><![CDATA[NE555P]]></t></si></sst>';
    const shared = (place: string, index: number) => `<c r="${place}" t="s"><v>${index}</v></c>`;
    const inline =
      '<c r="C4" t="inlineStr"><is><r><t>TL072</t></r><r><rPr><strike val="true"/></rPr><t>CP</t></r><r><t>CDR</t></r></is></c>';
    const bom = await read(
      {
        rows:
          HEADER +
          row(2, 'U1', '1', shared('C2', 0)) +
          row(3, 'U2', '1', shared('C3', 1)) +
          row(4, 'U3', '1', inline),
      },
      {
        'xl/_rels/workbook.xml.rels': relations({
          r1: ['worksheet', 'worksheets/sheet1.xml'],
          r3: ['sharedStrings', 'strings.xml'],
        }),
        'xl/strings.xml': strings,
      },
    );
    expect(spellLines(bom)).toEqual(['2: U1 ×1 LM2904DR', '3: U2 ×1 NE555P', '4: U3 ×1 TL072CDR']);
  });

  test.each(['utf16le', 'utf16be'])('in parts of %s are read', async (encoding) => {
    const wide = (xml: string) => {
      const bytes = Buffer.from(`\ufeff${xml}`, 'utf16le');
      return encoding === 'utf16le' ? bytes : bytes.swap16();
    };
    const entries = workbook({ rows: HEADER + row(2, 'U1', '1', 'LM358DR') });
    const all = Object.fromEntries(Object.entries(entries).map(([name, xml]) => [name, wide(xml)]));
    expect(spellLines(await read({ rows: '' }, all))).toEqual(['2: U1 ×1 LM358DR']);
  });

  test('of bytes that are no text are refused', async () => {
    const latin1 = Buffer.from(
      `<worksheet><sheetData>${row(1, 'Référence')}</sheetData></worksheet>`,
      'latin1',
    );
    const error = await refusalOf(read({ rows: '' }, { 'xl/worksheets/sheet1.xml': latin1 }));
    expect(error.message).toMatch(/neither UTF-8 nor UTF-16/);
  });
});

describe('rows', () => {
  test('in pieces and in no order are those of the sheet', async () => {
    const cell = (place: string, text: string) =>
      `<row r="${place.slice(1)}"><c r="${place}" t="inlineStr"><is><t>${text}</t></is></c></row>`;
    const rows = [
      cell('C3', 'NE555P'),
      cell('A2', 'U1'),
      cell('B2', '1'),
      cell('C1', 'MPN'),
      cell('A3', 'U2'),
      cell('C2', 'LM358DR'),
      cell('A1', 'Ref'),
      cell('B3', '2'),
      cell('B1', 'Qty'),
    ];
    expect(spellLines(await read({ rows: rows.join('') }))).toEqual(['2: U1 ×1 LM358DR', '3: U2 ×2 NE555P']);
  });
});

describe('hidden columns', () => {
  const hide = (column: number) => `<cols><col min="${column}" max="${column}" width="9" hidden="1"/></cols>`;
  const rows = (...headers: string[]) =>
    row(1, ...headers) + row(2, 'U1', '1', 'LM358N', 'LM358DR') + row(3, 'U2', '1', 'TL072CP', 'TL072CDR');

  test('give way to shown ones, which is told', async () => {
    const bom = await read({ rows: rows('Ref', 'Qty', 'MPN', 'Manufacturer Part Number'), before: hide(3) });
    expect(bom.columns.mpn).toEqual(['Manufacturer Part Number']);
    expect(bom.warnings).toEqual([
      'Column C "MPN" is headed as part numbers, but hidden in the sheet; it was not read.',
    ]);
  });

  test('are read where no other will do, which is told', async () => {
    const bom = await read({ rows: rows('Ref', 'Qty', 'Old', 'MPN'), before: hide(4) });
    expect(bom.columns.mpn).toEqual(['MPN']);
    expect(bom.warnings).toContain('Column D "MPN" is hidden in the sheet; it was read all the same.');
  });
});

describe('formulas', () => {
  const formula = (place: string) => `<c r="${place}"><f>VLOOKUP(A1,Lib!A:B,2,0)</f><v></v></c>`;
  const error = (place: string) => `<c r="${place}" t="e"><f>VLOOKUP(A1,Lib!A:B,2,0)</f><v>#N/A</v></c>`;

  test('without a stored value, and errors, are told for each line', async () => {
    const empty = '<c r="C5" t="str"><f>""</f><v></v></c>';
    const bom = await read({
      rows:
        HEADER +
        row(2, 'U1', '1', 'LM358DR') +
        row(3, 'U2', '1', formula('C3')) +
        row(4, 'U3', error('B4'), error('C4')) +
        row(5, 'U4', '1', empty) +
        row(6, '', '', error('C6')),
    });
    expect(spellBom(bom)).toBe(
      [
        'header: 1',
        'part numbers: MPN',
        'manufacturers: none',
        'quantity: Qty',
        'designators: Ref',
        '2: U1 ×1 LM358DR',
        '3: U2 ×1',
        '4: U3',
        '5: U4 ×1',
        'note on 3: The part number in C3 is a formula without a stored value.',
        'note on 4: The part number in C4 is the error #N/A.',
        'note on 4: The quantity in B4 is the error #N/A.',
        'problem in 3: The part number in C3 is a formula without a stored value. It was not audited.',
        'problem in 4: The part number in C4 is the error #N/A. It was not audited.',
        'warning: The part number in 2 rows (3, 4) is an error or a formula without a stored value: mend it in a spreadsheet program and save the file there.',
        '',
      ].join('\n'),
    );
  });

  test('that all lack their values are no empty column', async () => {
    const bom = await read({
      rows: HEADER + row(2, 'U1', '1', formula('C2')) + row(3, 'U2', '1', formula('C3')),
    });
    expect(bom.warnings[0]).toBe(
      'Column C "MPN" is headed as part numbers, but shows no value: it holds formulas without stored values, or errors.',
    );
    expect(bom.problems.map((problem) => problem.row)).toEqual([2, 3]);
  });
});
