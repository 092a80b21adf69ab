import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { createEmulator } from '../../src/emulator/emulator.ts';
import { cli } from '../support/cli.ts';
import { quickFolder } from '../support/folder.ts';

let folder: string;
const write = (name: string, ...rows: readonly string[]): void =>
  writeFileSync(join(folder, name), ['RefDes,Manufacturer,MPN,Qty', ...rows].join('\n'));

beforeEach(() => {
  folder = quickFolder();
  write(
    'a.csv',
    'U1,TI,NE555P,1',
    '"C1,C2",Murata,GRM188R71C104KA01D,2',
    'Q1,onsemi,2N3904,1',
    'D1,onsemi,1N4148,1',
  );
  write(
    'b.csv',
    '"U1,U2",TI,NE555P,2',
    'C1-C2,Murata,grm188r71c104ka01d,2',
    'Q1,onsemi,2N3904BU,1',
    'D1,Diotec,1N4148,1',
  );
});

test('two revisions, with the lifecycles that the cache knows', async () => {
  const emulator = createEmulator();
  const env = {
    DK_BASE_URL: await emulator.listen(),
    DK_CLIENT_ID: 'emulator',
    DK_CLIENT_SECRET: 'emulator',
  };
  await cli(['run', 'a.csv', '--formats', 'json'], folder, { env });
  const calls = emulator.state.calls.length;
  const { exit, stdout } = await cli(['diff', 'a.csv', 'b.csv'], folder, { env });
  expect(emulator.state.calls).toHaveLength(calls);
  await emulator.close();
  expect(exit).toBe(0);
  expect(stdout.split('\n')).toEqual([
    '+ 2N3904BU of onsemi, 1 per board at Q1: not in the cache, in place of 2N3904',
    '- 2N3904 of onsemi, 1 per board at Q1: distributor-discontinued',
    expect.stringMatching(/^~ 1N4148 of Diotec, 1 per board at D1: /),
    '    Added makers: Diotec.',
    '    Removed makers: onsemi.',
    '~ NE555P of TI, 2 per board at U1, U2: active',
    '    The quantity was 1, and is 2.',
    '    Added designators: U2.',
    '1 added, 1 removed, 2 changed, 1 the same',
    '',
  ]);
});

test('as JSON', async () => {
  const { stdout } = await cli(['diff', 'a.csv', 'b.csv', '--json'], folder);
  expect(JSON.parse(stdout)).toMatchObject({
    added: [{ mpn: '2N3904BU', replaces: ['2N3904'], known: null }],
    removed: [{ mpn: '2N3904' }],
    changed: [{ to: { mpn: '1N4148' } }, { to: { mpn: 'NE555P' } }],
    same: 1,
  });
});

test.each([
  [['a.csv', 'a.csv'], /these are one file/],
  [['a.csv'], /Not enough non-option arguments/],
  [['a.csv', 'none.csv'], /none\.csv/],
])('refuses %j', async (names, says) => {
  const { exit, stderr } = await cli(['diff', ...names], folder);
  expect(exit).toBe(2);
  expect(stderr).toMatch(says);
});
