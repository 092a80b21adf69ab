import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { cli, workFolder } from '../support/cli.ts';

let folder: string;
beforeEach(() => {
  folder = workFolder();
  writeFileSync(join(folder, 'good.csv'), 'MPN,Manufacturer,Qty\nNE555P,TI,1\n');
  writeFileSync(join(folder, 'empty.csv'), '');
  writeFileSync(join(folder, 'values.csv'), 'Reference,Value,Footprint\nR1,10k,0603\nR2,4k7,0603\n');
  writeFileSync(join(folder, 'old.xls'), Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'));
  writeFileSync(join(folder, 'wrong.json'), '{"formats":["pdf"],"typo":1}');
  mkdirSync(join(folder, 'folder.csv'));
  writeFileSync(join(folder, 'file'), 'x');
  writeFileSync(join(folder, 'text.db'), 'this is no database, it is a letter to a friend');
  new Database(join(folder, 'other.db')).exec('CREATE TABLE songs (title)').close();
  new Database(join(folder, 'newer.db'))
    .exec('PRAGMA application_id = 1112493377; PRAGMA user_version = 999; CREATE TABLE t (x)')
    .close();
});

test.each<readonly [what: string, args: string, says: RegExp]>([
  ['no command', '', /Name a command/],
  ['an unknown command', 'rum good.csv', /Unknown (command|argument)|Did you mean run/],
  ['an unknown flag', 'run good.csv --outt x', /Unknown argument: outt/],
  ['no BOM', 'run', /Not enough non-option arguments/],
  ['a word that is no policy word', 'run good.csv --fail-on obsolet', /policy\.failOn\.0/],
  ['a format that there is not', 'run good.csv --formats pdf', /formats\.0/],
  ['a config with errors', 'run good.csv --config wrong.json', /formats\.0[\s\S]*typo/],
  ['a config that is not there', 'run good.csv --config none.json', /none\.json cannot be read/],
  ['no such file', 'run none.csv', /none\.csv/],
  ['a folder', 'run folder.csv', /folder\.csv/],
  ['an empty file', 'run empty.csv', /empty\.csv/],
  ['a binary workbook', 'run old.xls', /old\.xls[\s\S]*(XLSX|xlsx)/],
  ['a BOM without part numbers', 'run values.csv', /values\.csv[\s\S]*--mpn-column/],
  [
    'no credentials',
    'run good.csv',
    /DK_CLIENT_ID and DK_CLIENT_SECRET are not set[\s\S]*developer\.digikey\.com/,
  ],
  ['an output folder that is a file', 'run good.csv --out file', /file/],
  [
    'an output folder that the system refuses',
    'run good.csv --out /proc/none/out',
    /cannot write into the folder/,
  ],
  [
    'a database folder that the system refuses',
    'run good.csv --db /proc/none/a.db',
    /\/proc\/none\/a\.db cannot be used/,
  ],
  ['a database that is none', 'run good.csv --db text.db', /text\.db is not a database[\s\S]*--db/],
  ["another program's database", 'run good.csv --db other.db', /other\.db is a database of another program/],
  ["a newer version's database", 'run good.csv --db newer.db', /newer\.db was written by a newer version/],
])('%s is one clear line and exit 2', async (_what, args, says) => {
  const result = await cli(args.split(' ').filter(Boolean), folder);
  expect(result.stderr).toMatch(says);
  expect(result.stderr).not.toMatch(/\n\s+at /);
  expect(result).toMatchObject({ exit: 2, stdout: '' });
});

test('plain http to another machine is refused, since the secret travels', async () => {
  const env = { DK_BASE_URL: 'http://api.example.com', DK_CLIENT_ID: 'id', DK_CLIENT_SECRET: 'hush' };
  const result = await cli(['run', 'good.csv'], folder, { env });
  expect(result.exit).toBe(2);
  expect(result.stderr).toMatch(/https/);
  expect(result.stderr).not.toContain('hush');
});

test.each([['--help'], ['run --help'], ['--version']])('%s exits 0', async (args) => {
  const result = await cli(args.split(' '), folder);
  expect(result).toMatchObject({ exit: 0, stderr: '' });
  expect(result.stdout).not.toBe('');
});
