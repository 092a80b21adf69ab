import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/sqlite.ts';
import { type ManualClock, manualClock, NOON } from '../support/clock.ts';
import { quickFolder } from '../support/folder.ts';

/** What is SQLite's own; what holds on every engine is in the contract. */
let path: string;
let clock: ManualClock;
beforeEach(() => {
  path = join(quickFolder(), 'test.db');
  clock = manualClock();
});
const open = (tokenKey?: string): Store => openStore({ path, clock, callTimeout: 30_000, tokenKey });

/** Everything that the disk holds of the store. */
const onDisk = (): Buffer =>
  Buffer.concat(
    readdirSync(join(path, '..'))
      .filter((name) => !name.endsWith('.key'))
      .map((name) => readFileSync(join(path, '..', name))),
  );

test('an answer that is damaged on the disk is a fault of the store', async () => {
  const { answers } = open();
  const question = { kind: 'search', text: 'NE555P' } as const;
  await answers.save('digikey', 'US', question, { body: 'x'.repeat(100), observedAt: 1 });
  new Database(path).exec("UPDATE answers SET body = x'ffffffff'").close();
  await expect(answers.findMany('digikey', 'US', [question])).rejects.toMatchObject({
    code: 'store',
    message: expect.stringMatching(/is damaged/),
  });
});

describe('a lease that was left', () => {
  const left = (over: object): void => {
    const row = { owner: 'gone', pid: process.ppid, boot: clock.boot, until: clock.uptime() + 1, ...over };
    new Database(path)
      .prepare('INSERT INTO leases VALUES (@name, @owner, @pid, @boot, @until)')
      .run({ name: 'x', ...row });
  };

  test.each([
    ['by a living process', false, {}],
    ['by a process that died', true, { pid: 2 ** 22 + 1 }],
    ['by a process that had our number', true, { pid: process.pid }],
    ['before the machine started', true, { boot: 'other' }],
    ['and never released', true, { until: 1 }],
  ])('%s: free is %s', async (_what, free, row) => {
    const { leases } = open();
    left(row);
    expect(await leases.take('x')).toBe(free);
  });
});

describe('logins', () => {
  const login = { accessToken: 'access-4711', expiresAt: NOON, refreshToken: 'refresh-0815' };

  test('are sealed: no token is on the disk, and no two seals are alike', async () => {
    const { logins } = open();
    await logins.save('account', login);
    await logins.save('twin', login);
    expect(onDisk().includes('4711')).toBe(false);
    expect(onDisk().includes('0815')).toBe(false);
    const seals = new Database(path).prepare('SELECT sealed FROM logins').pluck().all() as Buffer[];
    expect(seals).toHaveLength(2);
    expect(seals[0]!.equals(seals[1]!)).toBe(false);
  });

  test('the key file is made beside the database, for its owner only', async () => {
    await open().logins.save('account', login);
    expect(statSync(`${path}.key`).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(`${path}.key`, 'utf8'), 'base64')).toHaveLength(32);
    chmodSync(`${path}.key`, 0o644);
    open().logins.find('account');
    expect(statSync(`${path}.key`).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(path, '..')).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  test('a key of the environment needs no file', async () => {
    const key = randomBytes(32).toString('base64');
    await open(key).logins.save('account', login);
    expect(existsSync(`${path}.key`)).toBe(false);
    expect(await open(key).logins.find('account')).toEqual(login);
  });

  test.each<[what: string, account: string, spoil: () => void]>([
    ['with another key', 'account', () => writeFileSync(`${path}.key`, randomBytes(32).toString('base64'))],
    ['without its key', 'account', () => rmSync(`${path}.key`)],
    [
      'as another account',
      'twin',
      () => new Database(path).exec("UPDATE logins SET account = 'account' WHERE account = 'twin'").close(),
    ],
    [
      'with a bit changed',
      'account',
      () => new Database(path).exec("UPDATE logins SET sealed = sealed || 'x'").close(),
    ],
  ])('one cannot be opened %s', async (_what, account, spoil) => {
    await open().logins.save(account, login);
    spoil();
    await expect(open().logins.find('account')).rejects.toMatchObject({
      code: 'auth',
      hint: expect.stringMatching(/bom-audit login/),
    });
  });

  test.each(['too short', randomBytes(31).toString('base64'), randomBytes(33).toString('base64')])(
    'a key of the wrong length is refused without showing it (%#)',
    async (key) => {
      const save = open(key).logins.save('account', login);
      await expect(save).rejects.toMatchObject({
        code: 'config',
        message: expect.not.stringContaining(key),
        hint: expect.not.stringContaining(key),
      });
      await expect(open(key).logins.ready()).rejects.toMatchObject({ code: 'config' });
    },
  );
});
