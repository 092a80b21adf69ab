import { rmSync, writeFileSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { annotateFile } from '../../../src/bom/annotate/annotate.ts';
import { digestOf } from '../../../src/bom/hash.ts';
import type { TableAnnotation } from '../../../src/core/report/audit-columns.ts';
import { FULL } from './made-up.ts';
import { readZip, row, temporaryFolder, workbook, writeZip } from './packages.ts';

const path = temporaryFolder();
const table = (sheet: string | null): TableAnnotation => ({
  sheet,
  headerRow: 1,
  firstRow: 1,
  cellsOf: () => FULL,
});

describe('annotateFile', () => {
  test('keeps the format of the source, whatever its name is', async () => {
    await writeFile(path('in.xlsx'), 'MPN;Qty\r\nA1;1\r\nB2;2\r\n');
    await annotateFile(path('in.xlsx'), path('out.xlsx'), [table(null)]);
    await expect(await readFile(path('out.xlsx'), 'utf8')).toMatchFileSnapshot(
      '../../../fixtures/golden/annotate/text.csv',
    );
    await writeZip(path('in.csv'), workbook({ rows: row(1, 'MPN') + row(2, 'A1') }));
    await annotateFile(path('in.csv'), path('out.csv'), [table('BOM')]);
    expect((await readZip(path('out.csv')))['xl/worksheets/sheet1.xml']).toContain('last-buy');
  });

  test('copies a text without tables byte by byte', async () => {
    await writeFile(path('a.csv'), 'a,b\n"c\n');
    await annotateFile(path('a.csv'), path('b.csv'), []);
    expect(await readFile(path('b.csv'))).toEqual(await readFile(path('a.csv')));
  });

  test('takes the encoding that it is told', async () => {
    await writeFile(path('e.csv'), Buffer.from('MPN,Qty\nA\xe9,1\n', 'latin1'));
    const read = { file: 'e.csv', ...(await digestOf(path('e.csv'))), encoding: 'cp1250' };
    await annotateFile(path('e.csv'), path('f.csv'), [table(null)], read);
    expect((await readFile(path('f.csv'))).includes(Buffer.from('W\xfcrth', 'latin1'))).toBe(true);
  });

  test.each([
    [
      'MPN,Qty\nA1,"1\n',
      null,
      { code: 'input', cause: { message: /row 2: a quote is opened and never closed$/ } },
    ],
    ['', null, { code: 'input', message: /is empty/ }],
  ])('leaves nothing behind when it fails: %j', async (text, sheet, fault) => {
    await mkdir(path('out'), { recursive: true });
    await writeFile(path('bad.csv'), text);
    await expect(annotateFile(path('bad.csv'), path('out/bad.csv'), [table(sheet)])).rejects.toMatchObject(
      fault,
    );
    expect(await readdir(path('out'))).toEqual([]);
  });

  test.each(['changed', 'removed'])(
    'keeps no copy of a file that was %s while it was annotated',
    async (what) => {
      const file = path(`${what}.csv`);
      await writeFile(file, 'MPN,Qty\nA1,1\n');
      await writeFile(path(`${what}.out.csv`), 'of yesterday');
      const read = { file: 'main.csv', ...(await digestOf(file)), encoding: 'utf8' };
      const cellsOf = () => {
        if (what === 'removed') rmSync(file, { force: true });
        else writeFileSync(file, 'MPN,Qty\nB2,1\n');
        return FULL;
      };
      const tables = [{ ...table(null), cellsOf }];
      await expect(annotateFile(file, path(`${what}.out.csv`), tables, read)).rejects.toMatchObject({
        code: 'input',
        hint: expect.stringMatching(/^Run the same command again/),
        cause: { message: 'main.csv was changed or removed while it was audited' },
      });
      expect(await readFile(path(`${what}.out.csv`), 'utf8')).toBe('of yesterday');
    },
  );

  test('tells what could not be written', async () => {
    await writeFile(path('c.csv'), 'MPN,Qty\nA1,1\n');
    await expect(annotateFile(path('c.csv'), path('none/c.csv'), [table(null)])).rejects.toMatchObject({
      code: 'output',
      message: `${path('none/c.csv')} cannot be written`,
    });
    await writeZip(path('g.xlsx'), workbook({ rows: '' }));
    await expect(annotateFile(path('g.xlsx'), path('h.xlsx'), [table('Other')])).rejects.toMatchObject({
      code: 'output',
    });
    await expect(annotateFile(path('g.xlsx'), path('none/h.xlsx'), [table('BOM')])).rejects.toMatchObject({
      code: 'output',
    });
  });

  test('may write over its own source', async () => {
    await writeZip(path('own.xlsx'), workbook({ rows: row(1, 'MPN') + row(2, 'A1') }));
    await copyFile(path('own.xlsx'), path('copy.xlsx'));
    await annotateFile(path('own.xlsx'), path('own.xlsx'), [table('BOM')]);
    await annotateFile(path('copy.xlsx'), path('copied.xlsx'), [table('BOM')]);
    expect(await readFile(path('own.xlsx'))).toEqual(await readFile(path('copied.xlsx')));
  });
});
