import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts';
import type { EmulatorOptions } from '../../src/emulator/settings.ts';
import { relations, row, workbook, writeZip } from '../bom/annotate/packages.ts';
import { type CliResult, cli, workFolder } from '../support/cli.ts';

const ACTIVE = 'MPN,Manufacturer\nNE555P,Texas Instruments\n';
const OBSOLETE = 'MPN,Manufacturer\nNE555N,STMicroelectronics\n';

let folder: string;
let emulator: Emulator;
let env: Record<string, string>;
async function start(options: EmulatorOptions = {}): Promise<void> {
  emulator = createEmulator(options);
  env = { DK_BASE_URL: await emulator.listen(), DK_CLIENT_ID: 'emulator', DK_CLIENT_SECRET: 'emulator' };
}

beforeEach(async () => {
  folder = workFolder();
  mkdirSync(at('audit-out'));
  await start();
});
afterEach(async () => {
  await emulator.close();
  rmSync(folder, { recursive: true });
});

const at = (name: string): string => join(folder, name);
const write = (name: string, text: string): void => writeFileSync(at(name), text);
const run = (...args: readonly string[]): Promise<CliResult> => cli(['run', ...args], folder, { env });
const searches = (): number => emulator.state.calls.filter(({ keywords }) => keywords).length;
const report = () => JSON.parse(readFileSync(at('audit-out/report.json'), 'utf8'));
/** Something that no file can take the place of. */
const block = (name: string): void => void mkdirSync(at(`audit-out/${name}/taken`), { recursive: true });

describe('an annotated copy that cannot be written', () => {
  test('keeps nothing else back, is told in the report and on the terminal, and is no pass', async () => {
    write('good.csv', ACTIVE);
    write('main.csv', ACTIVE);
    block('main.audited.csv');
    const { exit, stdout, stderr } = await run('main.csv', 'good.csv');
    expect(exit).toBe(3);
    expect(stderr).toMatch(/main\.audited\.csv cannot be written \(.*\)\n.*open elsewhere/);
    expect(stdout).toMatch(/INCOMPLETE: .*; main\.audited\.csv could not be written/);
    expect(stdout).toMatch(/Written: audit-out\/good\.audited\.csv, audit-out\/report\.html/);
    const { verdict, reasons, boms } = report();
    expect({ verdict, reasons }).toEqual({
      verdict: 'incomplete',
      reasons: ['all 1 parts are checked and none fails', 'main.audited.csv could not be written'],
    });
    expect(boms.map(({ annotated }: { annotated: string | null }) => annotated)).toEqual([
      null,
      'good.audited.csv',
    ]);
    expect(readFileSync(at('audit-out/good.audited.csv'), 'utf8')).toContain(',active,');
    for (const name of ['csv', 'html', 'md'])
      expect(readFileSync(at(`audit-out/report.${name}`), 'utf8')).not.toBe('');
    for (const name of ['html', 'md'])
      expect(readFileSync(at(`audit-out/report.${name}`), 'utf8')).toMatch(
        /main.{0,2}audited.{0,2}csv could not/,
      );
    expect(readdirSync(at('audit-out')).filter((name) => name.includes('.tmp-'))).toEqual([]);
  });

  test('because its BOM was saved anew meanwhile keeps no other back', async () => {
    await emulator.close();
    await start({ latencyMs: [100, 100] });
    write('main.csv', ACTIVE);
    write('good.csv', ACTIVE);
    const running = run('main.csv', 'good.csv');
    await vi.waitFor(() => expect(searches()).toBe(1));
    write('main.csv', OBSOLETE);
    const { exit, stderr } = await running;
    expect(exit).toBe(3);
    expect(stderr).toMatch(/main\.csv was changed or removed.*\n.*Run the same command again/);
    expect(readdirSync(at('audit-out'))).toContain('good.audited.csv');
    expect(readdirSync(at('audit-out'))).not.toContain('main.audited.csv');
  });

  test('is told in the JSON on standard output, too', async () => {
    write('main.csv', ACTIVE);
    block('main.audited.csv');
    const { exit, stdout } = await run('main.csv', '--json');
    expect(exit).toBe(3);
    expect(JSON.parse(stdout)).toEqual(report());
  });

  test('leaves a failure a failure', async () => {
    write('main.csv', OBSOLETE);
    block('main.audited.csv');
    const { exit, stdout } = await run('main.csv');
    expect(exit).toBe(1);
    expect(stdout).toMatch(/FAIL: 1 part is obsolete; main\.audited\.csv could not be written/);
  });

  test('because a part of its workbook is damaged keeps no other back', async () => {
    write('main.csv', ACTIVE);
    const rows = row(1, 'MPN', 'Manufacturer') + row(2, 'NE555P', 'Texas Instruments');
    const behind = '<tableParts count="1"><tablePart r:id="t1"/></tableParts>';
    const table = 'xl/tables/table1.xml';
    const parts = {
      'xl/worksheets/_rels/sheet1.xml.rels': relations({ t1: ['table', '../tables/table1.xml'] }),
      [table]:
        '<table ref="A1:B2"><tableColumns count="2"><tableColumn id="1" name="MPN"/></tableColumns></table>',
    };
    await writeZip(at('damaged.xlsx'), workbook({ rows, behind }, parts));
    const bytes = readFileSync(at('damaged.xlsx'));
    const name = bytes.indexOf(table);
    const content = name + table.length + bytes.readUInt16LE(name - 2); // behind the name stands a field of that length
    writeFileSync(at('damaged.xlsx'), bytes.fill(0xff, content, content + 8));
    const { exit, stderr } = await run('damaged.xlsx', 'main.csv');
    expect(exit).toBe(3);
    expect(stderr).toMatch(
      /damaged\.audited\.xlsx cannot be written \(.*is damaged in xl\/tables\/table1\.xml/,
    );
    expect(report().reasons.at(-1)).toMatch(/^damaged\.audited\.xlsx could not be written: .*is damaged in/);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readdirSync(at('audit-out'))).toEqual(
      expect.arrayContaining(['main.audited.csv', 'report.html', 'report.json']),
    );
  });

  test('costs nothing: the same command writes it when it can, and asks nothing again', async () => {
    write('main.csv', ACTIVE);
    block('main.audited.csv');
    expect((await run('main.csv', '--refresh')).exit).toBe(3);
    const calls = searches();
    rmSync(at('audit-out/main.audited.csv'), { recursive: true });
    expect((await run('main.csv', '--refresh')).exit).toBe(0);
    expect(searches()).toBe(calls);
    expect(report().boms[0].annotated).toBe('main.audited.csv');
    await run('main.csv', '--refresh');
    expect(searches()).toBe(calls + 1);
  });
});

describe('a report that cannot be written', () => {
  test('ends the run with 2 and keeps nothing else back', async () => {
    write('main.csv', ACTIVE);
    block('report.csv');
    const { exit, stdout, stderr } = await run('main.csv', '--formats', 'html,csv,json');
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(stderr).toMatch(/cannot write .*report\.csv \(/);
    expect(readdirSync(at('audit-out')).sort()).toEqual([
      'main.audited.csv',
      'report.csv',
      'report.html',
      'report.json',
    ]);
  });

  test('costs nothing: the same command writes it when it can, and asks nothing again', async () => {
    write('main.csv', ACTIVE);
    block('report.json');
    expect((await run('main.csv', '--refresh')).exit).toBe(2);
    const calls = searches();
    rmSync(at('audit-out/report.json'), { recursive: true });
    expect((await run('main.csv', '--refresh')).exit).toBe(0);
    expect(searches()).toBe(calls);
  });
});
