import { execFileSync, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { annotateWorkbook } from '../../../../src/bom/annotate/sheet/workbook.ts';
import { readBoms } from '../../../../src/bom/read.ts';
import { AUDIT_COLUMNS, type RowAnnotation } from '../../../../src/core/report/audit-columns.ts';
import { replaceFile } from '../../../../src/disk/atomic.ts';
import { ACTIVE, annotation, FULL } from '../made-up.ts';
import { readZip, relations, row, type SheetXml, temporaryFolder, workbook, writeZip } from '../packages.ts';

const path = temporaryFolder();
const SHEET = 'xl/worksheets/sheet1.xml';

interface Case {
  readonly headerRow?: number | null;
  readonly firstRow?: number;
  readonly rows?: Readonly<Record<number, RowAnnotation>>;
  readonly more?: Readonly<Record<string, string>>;
}

async function annotateEntries(
  entries: Record<string, string>,
  { headerRow = 1, firstRow = headerRow ?? 1, rows = { 2: ACTIVE } }: Case = {},
) {
  await writeZip(path('in.xlsx'), entries);
  const table = { sheet: 'BOM', headerRow, firstRow, cellsOf: (at: number) => rows[at] };
  await replaceFile(path('out.xlsx'), (out) => annotateWorkbook(path('in.xlsx'), out, [table]));
  return readZip(path('out.xlsx'));
}

async function annotate(sheet: SheetXml, options: Case = {}): Promise<string> {
  return (await annotateEntries(workbook(sheet, options.more), options))[SHEET]!;
}

/** The cells of a sheet by their place, their text only. */
function cells(xml: string): Record<string, string> {
  const found = xml.matchAll(/<(?:\w+:)?c r="([A-Z]+\d+)"(?:[^>]*?\/>|[^>]*>(.*?)<\/(?:\w+:)?c>)/g);
  return Object.fromEntries(
    Array.from(found, ([, place = '', inside = '']) => [place, inside.replace(/<[^>]*>/g, '')]),
  );
}

describe('annotateWorkbook', () => {
  test('adds the cells at the right end and copies all else', async () => {
    const entries = workbook(
      { rows: row(1, 'MPN', 'Qty') + row(2, 'A1', '<c r="B2"><v>4</v></c>') },
      { 'xl/vbaProject.bin': 'macros' },
    );
    const out = await annotateEntries(entries, { rows: { 2: FULL } });
    await expect(out[SHEET]).toMatchFileSnapshot('../../../../fixtures/golden/annotate/sheet.xml');
    await expect(out['xl/styles.xml']).toMatchFileSnapshot('../../../../fixtures/golden/annotate/styles.xml');
    expect({ ...out, [SHEET]: '', 'xl/styles.xml': '' }).toEqual({
      ...entries,
      [SHEET]: '',
      'xl/styles.xml': '',
    });
  });

  test('gives the same bytes for the same input, and again from its own output', async () => {
    const entries = workbook({
      rows: row(1, 'MPN') + row(2, 'A1'),
      before: '<cols><col min="1" max="3" width="9"/></cols>',
    });
    await annotateEntries(entries, { rows: { 2: FULL } });
    const first = await readFile(path('out.xlsx'));
    const again = await annotateEntries(entries, { rows: { 2: FULL } });
    expect((await readFile(path('out.xlsx'))).equals(first)).toBe(true);
    expect(await annotateEntries(again, { rows: { 2: FULL } })).toEqual(again);
  });

  test.each<[string, string, Record<string, string>, Case?]>([
    [
      'rows without numbers',
      '<row><c t="inlineStr"><is><t>MPN</t></is></c></row><row><c><v>7</v></c></row>',
      { B1: 'Audit Lifecycle', B2: 'active' },
    ],
    [
      'cells without places',
      '<row r="1"><c><v>1</v></c><c><v>2</v></c></row><row r="2"><c/><c/><c/></row>',
      { C1: 'Audit Lifecycle', C2: 'active' },
    ],
    [
      'a self-closing row',
      `${row(1, 'MPN', 'Qty')}<row r="2" ht="20"/>`,
      { C1: 'Audit Lifecycle', C2: 'active' },
    ],
    [
      'a row that is left out',
      row(1, 'MPN') + row(3, 'B1'),
      { B1: 'Audit Lifecycle', B2: 'active', A3: 'B1' },
    ],
    [
      'a longer row further down',
      row(1, 'MPN') + row(2, 'A1') + row(3, 'B1', 'x', 'y'),
      { D1: 'Audit Lifecycle', D2: 'active' },
    ],
    [
      'a formula to the right of the table',
      row(1, 'MPN') + row(2, 'A1', '', '<c r="C2"><f>A2</f></c>'),
      { C2: 'A2', D1: 'Audit Lifecycle', D2: 'active' },
    ],
    [
      'empty cells with a style',
      row(1, 'MPN', '<c r="B1" s="1"/>') + row(2, 'A1', '<c r="B2" s="1"/>'),
      { B1: 'Audit Lifecycle', B2: 'active' },
    ],
    [
      'a wide title above',
      row(1, 'T', 'i', 't', 'le') + row(2, 'MPN') + row(3, 'A1'),
      { D1: 'le', B2: 'Audit Lifecycle', B3: 'active' },
      { headerRow: 2, rows: { 3: ACTIVE } },
    ],
    [
      'parts above the header',
      row(1, 'T', 'i', 't', 'le') + row(2, 'A1', 'x', 'y') + row(3, 'MPN') + row(4, 'B1'),
      { D1: 'le', D2: 'active', D3: 'Audit Lifecycle', D4: 'active' },
      { headerRow: 3, firstRow: 2, rows: { 2: ACTIVE, 4: ACTIVE } },
    ],
    [
      'no header',
      row(1, 'A1', '5') + row(2, 'B1', '6'),
      { C1: 'active', C2: 'active' },
      { headerRow: null, rows: { 1: ACTIVE, 2: ACTIVE } },
    ],
    [
      'comments and CDATA',
      `${row(1, 'MPN')}<!-- <row r="9"> --><row r="2"><c r="A2" t="inlineStr"><is><t><![CDATA[</row>]]></t></is></c></row>`,
      { B1: 'Audit Lifecycle', B2: 'active' },
    ],
  ])('copes with %s', async (_, rows, expected, options) => {
    expect(cells(await annotate({ rows }, options))).toMatchObject(expected);
  });

  test('writes prefixed elements in a worksheet that has them', async () => {
    const xml =
      '<x:worksheet xmlns:x="urn:x"><x:dimension ref="A1:A2"/><x:sheetData><x:row r="1" spans="1:1"><x:c r="A1" t="inlineStr"><x:is><x:t>MPN</x:t></x:is></x:c></x:row><x:row r="2" spans="1:1"><x:c r="A2"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const out = await annotate({ rows: '' }, { more: { [SHEET]: xml } });
    expect(cells(out)).toMatchObject({
      A1: 'MPN',
      B1: 'Audit Lifecycle',
      L1: 'Audit As Of',
      A2: '1',
      B2: 'active',
    });
    expect(out).toContain('<x:dimension ref="A1:L2"/>');
    expect(out).toContain('<x:row r="1" spans="1:12">');
    expect(out.match(/<(?!\/?x:)/g)).toBeNull();
  });

  test('updates the cells of an earlier run in place, and empties those of rows that are no parts any more', async () => {
    const once = await annotate(
      { rows: row(1, 'MPN') + row(2, 'A1') + row(3, 'B1') },
      { rows: { 2: ACTIVE, 3: ACTIVE } },
    );
    const mine = once.replace('</row>', '<c r="M1" t="inlineStr"><is><t>Mine</t></is></c></row>');
    const out = cells(
      await annotate(
        { rows: '' },
        { more: { [SHEET]: mine }, rows: { 3: annotation({ 'Audit Lifecycle': 'obsolete' }, 'fail') } },
      ),
    );
    expect(out).toMatchObject({ A2: 'A1', B2: '', C2: '', B3: 'obsolete', C3: '', M1: 'Mine' });
    expect(Object.keys(out).filter((place) => place.endsWith('1'))).toHaveLength(
      1 + AUDIT_COLUMNS.length + 1,
    );
  });

  test('finds its columns again when a spreadsheet program has moved their names to the shared strings', async () => {
    const more = {
      'xl/_rels/workbook.xml.rels': relations({
        r1: ['worksheet', 'worksheets/sheet1.xml'],
        r2: ['styles', 'styles.xml'],
        r3: ['sharedStrings', 'strings.xml'],
      }),
      'xl/strings.xml':
        '<sst><si><t>MPN</t></si><si><r><t>Audit </t></r><r><t>Lifecycle</t></r></si><si><t>later</t></si></sst>',
    };
    const shared = (place: string, index: number) => `<c r="${place}" t="s"><v>${index}</v></c>`;
    const rows = `<row r="1">${shared('A1', 0)}${shared('B1', 1)}</row>${row(2, 'A1', 'old')}`;
    expect(cells(await annotate({ rows }, { more }))).toMatchObject({
      B1: '1',
      B2: 'active',
      C1: 'Audit Match',
    });
  });

  test('keeps clear of merged cells, and grows filter, widths and dimension', async () => {
    const before =
      '<dimension ref="A1:B2"/><cols><col min="1" max="1" width="9"/><col min="2" max="16384" width="0" hidden="1"/></cols>';
    const behind = '<autoFilter ref="A1:C2"/><mergeCells count="1"><mergeCell ref="B2:C2"/></mergeCells>';
    const out = await annotate({ rows: row(1, 'MPN') + row(2, 'A1', 'x'), before, behind });
    expect(cells(out)).toMatchObject({ D1: 'Audit Lifecycle', N1: 'Audit As Of' });
    expect(out).toContain('<dimension ref="A1:N2"/>');
    expect(out).toContain(
      '<col min="2" max="3" width="0" hidden="1"/><col min="4" max="4" width="24" customWidth="1"/>',
    );
    expect(out).toContain('<col min="15" max="16384" width="0" hidden="1"/></cols>');
    expect(out).toContain(
      '<autoFilter ref="A1:N2"/><mergeCells count="1"><mergeCell ref="B2:C2"/></mergeCells>',
    );
  });

  test('grows a table that the columns stand beside', async () => {
    const more = {
      'xl/worksheets/_rels/sheet1.xml.rels': relations({ r1: ['table', '../tables/table1.xml'] }),
      'xl/tables/table1.xml':
        '<table id="1" name="T" displayName="T" ref="A1:B2"><autoFilter ref="A1:B2"/><tableColumns count="2"><tableColumn id="1" name="MPN"/><tableColumn id="4" name="Qty"/></tableColumns></table>',
    };
    const entries = workbook({ rows: row(1, 'MPN', 'Qty') + row(2, 'A1', '1') }, more);
    const table = (await annotateEntries(entries))['xl/tables/table1.xml'];
    expect(table).toContain('ref="A1:M2"><autoFilter ref="A1:M2"/><tableColumns count="13">');
    expect(table).toContain('<tableColumn id="4" name="Qty"/><tableColumn id="5" name="Audit Lifecycle"/>');
    expect(table).toContain('<tableColumn id="15" name="Audit As Of"/></tableColumns>');
    const apart = workbook({ rows: row(1, 'MPN', 'Qty', 'mine') + row(2, 'A1', '1') }, more);
    expect((await annotateEntries(apart))['xl/tables/table1.xml']).toBe(more['xl/tables/table1.xml']);
  });

  test('grows them in any spelling, once each', async () => {
    const before = "<dimension\nref = 'A1:B2'/><cols ><col max='9' width = '5' min='2'></col ></cols >";
    const behind = "<autoFilter ref='A1:B2'><filterColumn colId='0'/></autoFilter>";
    const more = {
      'xl/worksheets/_rels/sheet1.xml.rels': relations({ r1: ['table', '../tables/table1.xml'] }),
      'xl/tables/table1.xml':
        "<t:table name='T' ref = 'A1:B2' id='1' xmlns:t='urn:t'><t:autoFilter ref='A1:B2'/><t:tableColumns count = '2'><t:tableColumn name='MPN' id='1'/><t:tableColumn name='Qty' id='4'/></t:tableColumns></t:table>",
    };
    const rows = row(1, 'MPN', 'Qty') + row(2, 'A1', '1');
    const out = await annotateEntries(workbook({ rows, before, behind }, more));
    expect(out[SHEET]).toContain("<dimension\nref = 'A1:M2'/>");
    expect(out[SHEET]).toContain(
      '<cols ><col max=\'2\' width = \'5\' min=\'2\'></col><col min="3" max="3" width="24" customWidth="1"/>',
    );
    expect(out[SHEET]).toContain("<autoFilter ref='A1:M2'><filterColumn colId='0'/></autoFilter>");
    const table = out['xl/tables/table1.xml'];
    expect(table).toContain("ref = 'A1:M2' id='1'");
    expect(table).toContain("<t:autoFilter ref='A1:M2'/><t:tableColumns count = '13'>");
    expect(table).toContain('<t:tableColumn id="5" name="Audit Lifecycle"/>');
    expect(table).toContain('<t:tableColumn id="15" name="Audit As Of"/></t:tableColumns>');
  });

  test('gives two sheets of one name the cells of their own rows', async () => {
    const sheetXml = (mpn: string) =>
      `<worksheet><sheetData>${row(1, 'MPN')}${row(2, mpn)}</sheetData></worksheet>`;
    const entries = workbook(
      { rows: '' },
      {
        'xl/workbook.xml':
          '<workbook xmlns:r="urn:r"><sheets><sheet name="BOM" r:id="r1"/><sheet name="BOM" r:id="r2"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': relations({
          r1: ['worksheet', 'worksheets/sheet1.xml'],
          r2: ['worksheet', 'worksheets/sheet2.xml'],
        }),
        [SHEET]: sheetXml('LM358DR'),
        'xl/worksheets/sheet2.xml': sheetXml('NE555P'),
      },
    );
    await writeZip(path('twins.xlsx'), entries);
    const boms = await readBoms({ name: 'twins.xlsx', path: path('twins.xlsx') });
    const tables = boms.map(({ sheet, headerRow, firstRow, lines }) => ({
      ...{ sheet, headerRow, firstRow },
      cellsOf: (at: number) =>
        at === 2 ? annotation({ 'Audit Note': `about ${lines.at(0)?.parts[0]?.mpn}` }) : undefined,
    }));
    await replaceFile(path('out.xlsx'), (out) => annotateWorkbook(path('twins.xlsx'), out, tables));
    const out = await readZip(path('out.xlsx'));
    expect(boms.map(({ sheet }) => sheet)).toEqual(['BOM', 'BOM (2)']);
    expect(cells(out[SHEET]!)).toMatchObject({ A2: 'LM358DR', K2: 'about LM358DR' });
    expect(cells(out['xl/worksheets/sheet2.xml']!)).toMatchObject({ A2: 'NE555P', K2: 'about NE555P' });
  });

  test('writes days as text in a workbook without styles', async () => {
    const more = { 'xl/_rels/workbook.xml.rels': relations({ r1: ['worksheet', 'worksheets/sheet1.xml'] }) };
    const out = await annotate({ rows: row(1, 'MPN') + row(2, 'A1') }, { more, rows: { 2: FULL } });
    expect(cells(out)).toMatchObject({ D2: '2027-01-31', L2: '2026-11-21' });
  });

  test('refuses a sheet that breaks off, and one with no room', async () => {
    const cut = { [SHEET]: '<worksheet><sheetData><row r="1">' };
    await expect(annotate({ rows: '' }, { more: cut })).rejects.toMatchObject({ code: 'input' });
    const full = row(1, 'MPN', '<c r="XFA1"><v>1</v></c>');
    await expect(annotate({ rows: full })).rejects.toMatchObject({
      code: 'output',
      message: /BOM has no room/,
    });
  });
});

const hasOpenpyxl = spawnSync('/usr/bin/python3', ['-c', 'import openpyxl']).status === 0;

test.skipIf(!hasOpenpyxl)('another program reads the cells in their types and colours', async () => {
  await annotateEntries(workbook({ rows: row(1, 'MPN') + row(2, 'A1') }), { rows: { 2: FULL } });
  const script = `
import openpyxl, sys
sheet = openpyxl.load_workbook(sys.argv[1])['BOM']
print([str(cell.value) for cell in sheet[2]])
print(sheet['B2'].fill.fgColor.rgb, sheet['D2'].number_format, sheet['A1'].font.b, sheet['B1'].font.b)`;
  const out = execFileSync('/usr/bin/python3', ['-c', script, path('out.xlsx')], { encoding: 'utf8' });
  expect(out.split('\n').slice(0, 2)).toEqual([
    `['A1', 'last-buy', 'exact', '2027-01-31 00:00:00', '-3', '-5V0', 'Würth, Elektronik', '732-1-ND', '0', '12', 'buy "now"', '2026-11-21 00:00:00']`,
    'FFFFC7CE yyyy-mm-dd False False',
  ]);
});
