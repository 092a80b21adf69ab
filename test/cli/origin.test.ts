import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts';
import { type CliResult, cli } from '../support/cli.ts';
import { quickFolder } from '../support/folder.ts';

const CREDENTIALS = { DK_CLIENT_ID: 'emulator', DK_CLIENT_SECRET: 'emulator' };

/** A folder as a supplier sends it, and a server that it may name. */
let folder: string;
let server: Emulator;
let address: string;
beforeEach(async () => {
  folder = join(quickFolder(), 'boms');
  mkdirSync(folder);
  writeFileSync(join(folder, 'main.csv'), 'MPN,Manufacturer\nNE555P,TI\n');
  server = createEmulator();
  address = await server.listen();
});
afterEach(() => server.close());

const writeEnv = (variables: Record<string, string>): void =>
  writeFileSync(
    join(folder, '.env'),
    Object.entries(variables)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
  );
const writeConfig = (document: object, name = 'audit.config.json'): void =>
  writeFileSync(join(folder, name), JSON.stringify(document));
const audit = (env: Record<string, string>, ...args: string[]): Promise<CliResult> =>
  cli(['run', 'main.csv', ...args], folder, { env });
const reportOf = (format: string): string =>
  readFileSync(join(folder, 'audit-out', `report.${format}`), 'utf8');
const grants = () => server.state.calls.filter(({ path }) => path.startsWith('/v1/oauth2/token'));

describe('an address that lies in the working folder', () => {
  test.each<[what: string, own: Record<string, string>, folders: Record<string, string>]>([
    ['the client secret', CREDENTIALS, {}],
    ['the client secret alone', { DK_CLIENT_SECRET: 'hush-4711' }, { DK_CLIENT_ID: 'emulator' }],
    ['a refresh token', { DK_REFRESH_TOKEN: 'hush-4711' }, CREDENTIALS],
    ['an access token', { DK_ACCESS_TOKEN: 'hush-4711' }, CREDENTIALS],
  ])('does not get %s of the environment', async (_what, own, folders) => {
    for (const command of ['run main.csv', 'part NE555P', 'login --paste']) {
      for (const place of ['.env', 'audit.config.json']) {
        writeEnv({ ...folders, ...(place === '.env' && { DK_BASE_URL: address }) });
        writeConfig(place === '.env' ? {} : { digikey: { baseUrl: address } });
        const { exit, stdout, stderr } = await cli(command.split(' '), folder, { env: own });
        expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
        expect(stderr).toContain(`is not sent to ${address}, an address that ${join(folder, place)} names\n`);
        expect(stderr).not.toContain('hush');
      }
    }
    expect(server.state.calls).toEqual([]);
  });

  test('works with the credentials that lie there, too, and is named', async () => {
    writeEnv({ ...CREDENTIALS, DK_BASE_URL: address });
    const { exit, stdout, stderr } = await audit({});
    expect(exit).toBe(0);
    const named = `emulator or proxy on this machine, ${address}, an address that .env of the working folder names`;
    expect(stderr).toContain(`Asking: ${named}\n`);
    expect(stdout).toContain(`Asked: ${named}\n`);
    expect(JSON.parse(reportOf('json')).sources).toEqual([
      { name: 'emulator or proxy on this machine', baseUrl: address, namedBy: '.env' },
    ]);
    expect(reportOf('html')).toContain(named);
    expect(reportOf('md')).toContain('an address that .env of the working folder names');
    expect((await cli(['part', 'NE555P'], folder)).stderr).toContain(`Asking: ${named}\n`);
  });

  test('gets no login that was made with the same address of the environment', async () => {
    const env = { ...CREDENTIALS, DK_BASE_URL: address };
    expect(await logIn(env)).toBe(0);
    await audit(env);
    const before = grants().length;
    expect(before).toBe(1);
    writeEnv(env);
    await audit({}, '--refresh');
    expect(grants()).toHaveLength(before + 1);
  });

  test('is no place to log in at', async () => {
    writeEnv({ ...CREDENTIALS, DK_BASE_URL: address });
    const { exit, stderr } = await cli(['login', '--paste'], folder);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/A login \(from the browser\) is not sent to http/);
    expect(stderr).not.toContain('authorize');
  });
});

describe('an address that the person states', () => {
  test.each<[what: string, env: Record<string, string>, args: string[], folders: Record<string, string>]>([
    ['in the environment', { ...CREDENTIALS, DK_BASE_URL: 'ADDRESS' }, [], {}],
    ['in the environment, with credentials of .env', { DK_BASE_URL: 'ADDRESS' }, [], CREDENTIALS],
    ['by naming the config', CREDENTIALS, ['--config', 'audit.config.json'], {}],
    [
      'in the environment, over that of .env',
      { ...CREDENTIALS, DK_BASE_URL: 'ADDRESS' },
      [],
      { DK_BASE_URL: 'http://127.0.0.1:1' },
    ],
  ])('%s gets them', async (_what, env, args, folders) => {
    writeEnv(folders);
    if (args.length > 0) writeConfig({ digikey: { baseUrl: address } });
    const own = Object.entries(env).map(([name, value]) => [name, value.replace('ADDRESS', address)]);
    const { exit, stderr } = await audit(Object.fromEntries(own), ...args);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: expect.not.stringContaining('Asking') });
    expect(JSON.parse(reportOf('json')).sources).toMatchObject([{ baseUrl: address, namedBy: null }]);
  });
});

describe('a place that the working folder names', () => {
  test.each<[key: string, config: object, variables: Record<string, string>]>([
    ['out', { out: '../stolen' }, {}],
    ['database', { database: '../stolen' }, {}],
    ['waiversFile', { waiversFile: '../stolen' }, {}],
    ['BOM_AUDIT_DB', {}, { BOM_AUDIT_DB: '../stolen' }],
  ])('is refused where it is outside: %s', async (key, config, variables) => {
    writeConfig(config);
    writeEnv(variables);
    const { exit, stderr } = await audit({ ...CREDENTIALS, DK_BASE_URL: address, BOM_AUDIT_DB: '' });
    expect(exit).toBe(2);
    expect(stderr).toMatch(
      new RegExp(`(audit\\.config\\.json|\\.env) sets ${key} to \\.\\./stolen, outside of its folder`),
    );
    expect(readdirSync(join(folder, '..'))).toEqual(['boms']);
    expect(server.state.calls).toEqual([]);
  });

  test('may be outside where the person says so', async () => {
    writeConfig({ out: '../out', database: '../own.db' });
    const env = { ...CREDENTIALS, DK_BASE_URL: address, BOM_AUDIT_DB: '' };
    expect((await audit(env, '--config', 'audit.config.json')).exit).toBe(0);
    expect(readdirSync(join(folder, '..')).sort()).toEqual(['boms', 'out', 'own.db']);
    expect((await audit(env, '--out', '../other', '--db', '../other.db')).exit).toBe(0);
    expect(existsSync(join(folder, '..', 'other.db'))).toBe(true);
  });

  test('may be within', async () => {
    writeConfig({ out: 'results', database: 'own.db' });
    expect((await audit({ ...CREDENTIALS, DK_BASE_URL: address, BOM_AUDIT_DB: '' })).exit).toBe(0);
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['results', 'own.db']));
  });
});

/** As a person who pastes. */
async function logIn(env: Record<string, string>): Promise<number> {
  const stdin = new PassThrough();
  let shown = '';
  const stderr = {
    write(text: string) {
      shown += text;
      const page = /^http\S+$/m.exec(shown)?.[0];
      if (!page || !/paste/.test(text)) return;
      void fetch(page, { redirect: 'manual' }).then(({ headers }) =>
        stdin.end(`${headers.get('location')}\n`),
      );
    },
  };
  return (await cli(['login', '--paste'], folder, { env, stdin, stderr })).exit;
}
