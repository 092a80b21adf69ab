import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { cli, workFolder } from '../support/cli.ts';

let folder: string;
beforeEach(() => {
  folder = workFolder();
  writeFileSync(
    join(folder, 'bom.csv'),
    'Pos,Teil A,Teil B,Menge\n1,STM32F103C8T6,NE555P,2\n2,GRM188R71H104KA93D,LM358N,3\n',
  );
});
const config = () => JSON.parse(readFileSync(join(folder, 'audit.config.json'), 'utf8'));
const mpnColumns = async (...flags: string[]) =>
  JSON.parse((await cli(['plan', 'bom.csv', '--json', ...flags], folder)).stdout).boms[0].columns.mpn;

test('the choice of each column is explained with samples', async () => {
  const { stdout, exit } = await cli(['plan', 'bom.csv', '--mpn-column', 'Teil B'], folder);
  expect(exit).toBe(0);
  expect(stdout).toMatch(/part numbers .*C Teil B.*it was named.*NE555P, LM358N/s);
  expect(stdout).toMatch(/quantity .*D Menge.*its header says so/s);
  expect(stdout).toContain('2 calls, of 1000 left today: about a minute at most');
});

test('columns that were saved are used for every file with the same header', async () => {
  await cli(['plan', 'bom.csv', '--mpn-column', 'Teil B', '--save-columns'], folder);
  expect(await mpnColumns()).toEqual(['Teil B']);
  writeFileSync(join(folder, 'bom.csv'), 'Pos,MPN,Teil B,Menge\n1,STM32F103C8T6,NE555P,2\n');
  expect(await mpnColumns()).toEqual(['MPN']);
});

test('saving again replaces, and leaves the rest of the config alone', async () => {
  writeFileSync(join(folder, 'audit.config.json'), '{"out": "there", "bom": {"sheet": null}}');
  await cli(['plan', 'bom.csv', '--mpn-column', 'Teil B', '--save-columns'], folder);
  await cli(['plan', 'bom.csv', '--mpn-column', 'Teil A', '--save-columns'], folder);
  expect(config()).toMatchObject({
    out: 'there',
    bom: { sheet: null, layouts: [{ mpnColumns: ['Teil A'] }] },
  });
  expect(config().bom.layouts).toHaveLength(1);
  expect(await mpnColumns()).toEqual(['Teil A']);
});

test('a config that is broken is not written over', async () => {
  writeFileSync(join(folder, 'other.json'), '{');
  const { exit, stderr } = await cli(['plan', 'bom.csv', '--save-columns', '--config', 'other.json'], folder);
  expect(exit).toBe(2);
  expect(stderr).toMatch(/other\.json is no valid JSON/);
  expect(readFileSync(join(folder, 'other.json'), 'utf8')).toBe('{');
});
