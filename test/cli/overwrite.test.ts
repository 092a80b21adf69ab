import {
  cpSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts';
import { type CliResult, cli, workFolder } from '../support/cli.ts';

const SAMPLES = fileURLToPath(new URL('../../fixtures/boms/demo/', import.meta.url));
/** An active part, an obsolete one, and the same BOM in another revision, whose rows are others. */
const BOM = 'MPN,Manufacturer\nNE555P,Texas Instruments\nNE555N,STMicroelectronics\n';
const OTHER = 'MPN,Manufacturer\nNE555N,STMicroelectronics\nNE555P,Texas Instruments\n';

let folder: string;
let emulator: Emulator;
let env: Record<string, string>;
beforeEach(async () => {
  folder = workFolder();
  emulator = createEmulator();
  env = { DK_BASE_URL: await emulator.listen(), DK_CLIENT_ID: 'emulator', DK_CLIENT_SECRET: 'emulator' };
});
afterEach(async () => {
  await emulator.close();
  rmSync(folder, { recursive: true });
});

const at = (name: string): string => join(folder, name);
const write = (name: string, text: string): void => writeFileSync(at(name), text);
const read = (name: string): string => readFileSync(at(name), 'utf8');
const run = (args: string, over: Record<string, string> = {}): Promise<CliResult> =>
  cli(['run', ...args.split(' ')], folder, { env: { ...env, ...over } });
/** As a shell expands it. */
const glob = (inside: string, ending: string): string =>
  readdirSync(at(inside))
    .filter((name) => name.endsWith(ending))
    .map((name) => `${inside}/${name}`)
    .join(' ');
const verdicts = (name: string): (string | undefined)[][] => {
  const rows: Record<string, string>[] = parse(read(name), { columns: true, bom: true });
  return rows.map((row) => [row.MPN, row['Audit Lifecycle']]);
};

interface Case {
  readonly args: string;
  readonly says: RegExp;
  readonly prepare?: () => void;
}

const CASES: Readonly<Record<string, Case>> = {
  'a BOM by a report': {
    args: 'report.csv --out .',
    says: /the report report\.csv would overwrite the BOM report\.csv\n.*--out.*--formats/,
  },
  'a BOM by the annotated copy of another': {
    args: 'x.csv x.audited.csv --out .',
    says: /the annotated copy of x\.csv would overwrite the BOM x\.audited\.csv/,
  },
  'a BOM through a link to its folder': {
    args: 'sub/report.csv --out same',
    says: /the report report\.csv would overwrite the BOM sub\/report\.csv/,
    prepare() {
      mkdirSync(at('sub'));
      write('sub/report.csv', BOM);
      symlinkSync('sub', at('same'));
    },
  },
  'a BOM that is a link to an output': {
    args: 'link.csv --out .',
    says: /the report report\.csv would overwrite the BOM link\.csv/,
    prepare: () => symlinkSync('report.csv', at('link.csv')),
  },
  'a BOM that an output is a link to': {
    args: 'x.csv --out out',
    says: /the annotated copy of x\.csv would overwrite the BOM x\.csv/,
    prepare: () => symlinkSync('../x.csv', at('out/x.audited.csv')),
  },
  'a BOM that has the name of an output, too': {
    args: 'x.csv --out out',
    says: /the report report\.csv would overwrite the BOM x\.csv/,
    prepare: () => linkSync(at('x.csv'), at('out/report.csv')),
  },
  'the config file': {
    args: 'x.csv --out . --config report.json',
    says: /the report report\.json would overwrite the settings/,
    prepare: () => write('report.json', '{}'),
  },
  'the file of waivers': {
    args: 'x.csv --out .',
    says: /the report report\.json would overwrite the settings/,
    prepare() {
      write('audit.config.json', '{"waiversFile":"report.json"}');
      write('report.json', '[]');
    },
  },
};

describe('a run that would overwrite what it reads or keeps ends with 2, says which, and sends nothing', () => {
  test.each(Object.entries(CASES))('%s', async (_what, { args, says, prepare }) => {
    for (const name of ['report.csv', 'x.csv']) write(name, BOM);
    write('x.audited.csv', OTHER);
    mkdirSync(at('out'));
    prepare?.();
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const contents = () => files.filter((name) => statSync(at(name)).isFile()).map(read);
    const before = contents();
    const { exit, stdout, stderr } = await run(args);
    expect(stderr).toMatch(says);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(contents()).toEqual(before);
    expect(emulator.state.calls).toEqual([]);
  });

  test('the database', async () => {
    write('x.csv', BOM);
    const database = { BOM_AUDIT_DB: './report.json' };
    expect((await run('x.csv', database)).exit).toBe(1);
    const calls = emulator.state.calls.length;
    const { exit, stderr } = await run('x.csv --out . --refresh', database);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/the report report\.json would overwrite the database/);
    expect(emulator.state.calls).toHaveLength(calls);
    const known = await run('x.csv --offline --out elsewhere', database);
    expect(known.exit).toBe(1);
  });

  test('and nothing stands in the way of an output of another name', async () => {
    write('report.csv', BOM);
    expect((await run('report.csv --out . --formats json')).exit).toBe(1);
    expect(read('report.csv')).toBe(BOM);
    expect(verdicts('report.audited.csv')).toEqual([
      ['NE555P', 'active'],
      ['NE555N', 'obsolete'],
    ]);
  });
});

describe('what bom-audit wrote itself', () => {
  test('is left out with a word when a pattern finds it beside its BOM, night after night', async () => {
    mkdirSync(at('boms'));
    write('boms/a.csv', BOM);
    write('boms/b.csv', OTHER);
    expect((await run(`${glob('boms', '.csv')} --out boms`)).stderr).not.toContain('left out');
    const first = ['a', 'b'].map((name) => verdicts(`boms/${name}.audited.csv`));
    for (let night = 2; night <= 3; night += 1) {
      const { exit, stderr } = await run(`${glob('boms', '.csv')} --out boms`);
      expect(exit).toBe(1);
      expect(stderr.split('\n').filter((line) => line.includes('left out'))).toEqual([
        'bom-audit: boms/report.csv is left out: it is a report of bom-audit',
        'bom-audit: boms/a.audited.csv is left out: it is the annotated copy of boms/a.csv',
        'bom-audit: boms/b.audited.csv is left out: it is the annotated copy of boms/b.csv',
      ]);
      expect([read('boms/a.csv'), read('boms/b.csv')]).toEqual([BOM, OTHER]);
      expect(['a', 'b'].map((name) => verdicts(`boms/${name}.audited.csv`))).toEqual(first);
      const report = JSON.parse(read('boms/report.json'));
      expect(report.boms.map(({ file }: { file: string }) => file)).toEqual(['boms/a.csv', 'boms/b.csv']);
    }
    expect(readdirSync(at('boms'))).toHaveLength(9);
  });

  test('is known in workbooks, too', async () => {
    cpSync(SAMPLES, at('boms'), { recursive: true });
    const files = (): string => glob('boms', '.xlsx');
    await run(`${files()} --out boms --formats xlsx`);
    expect(files()).toBe('boms/power-supply.audited.xlsx boms/power-supply.xlsx boms/report.xlsx');
    const { stderr } = await run(`${files()} --out boms --formats json`);
    expect(stderr).toMatch(/power-supply\.audited\.xlsx is left out: it is the annotated copy/);
    expect(stderr).toMatch(/report\.xlsx is left out: it is a report/);
    expect(JSON.parse(read('boms/report.json')).boms).toHaveLength(1);
  });

  test('is left out of a plan', async () => {
    write('x.csv', BOM);
    await run('x.csv --out .');
    const { stdout, stderr } = await cli(['plan', 'x.csv', 'x.audited.csv', 'report.csv', '--json'], folder, {
      env,
    });
    expect(stderr.match(/left out/g)).toHaveLength(2);
    expect(JSON.parse(stdout).boms.map(({ file }: { file: string }) => file)).toEqual(['x.csv']);
  });

  test('is no BOM where nothing else is named', async () => {
    write('x.csv', BOM);
    await run('x.csv');
    const { exit, stderr } = await run('audit-out/report.csv --out again');
    expect(exit).toBe(2);
    expect(stderr).toMatch(/Nothing is left to audit/);
  });

  test('is audited when it is a copy whose BOM is not named', async () => {
    write('x.csv', BOM);
    await run('x.csv');
    const { exit } = await run('audit-out/x.audited.csv --out again');
    expect(exit).toBe(1);
    expect(read('again/x.audited.audited.csv')).toBe(read('audit-out/x.audited.csv'));
  });
});
