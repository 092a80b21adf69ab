import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/sqlite.ts';
import { type ManualClock, manualClock, NOON } from '../support/clock.ts';
import { quickFolder } from '../support/folder.ts';

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

describe('answers', () => {
  const question = { kind: 'search', text: 'NE555P' } as const;

  test('come back as they were received, after a restart too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (body) => {
        const first = open();
        first.answers.save('digikey', 'US', question, { body, observedAt: 5 });
        first.close();
        const second = open();
        expect(second.answers.find('digikey', 'US', question)).toEqual({ body, observedAt: 5 });
        second.close();
      }),
      { numRuns: 20 },
    );
  });

  test('the newest replaces the older', () => {
    const { answers } = open();
    answers.save('digikey', 'US', question, { body: 'old', observedAt: 1 });
    answers.save('digikey', 'US', question, { body: 'new', observedAt: 2 });
    expect(answers.find('digikey', 'US', question)).toEqual({ body: 'new', observedAt: 2 });
  });

  test.each([
    ['another provider', 'emulator', 'US', question],
    ['another locale', 'digikey', 'DE', question],
    ['another kind', 'digikey', 'US', { kind: 'details', text: 'NE555P' } as const],
    ['another text', 'digikey', 'US', { kind: 'search', text: 'NE555' } as const],
  ])('%s has none', (_what, provider, locale, other) => {
    const { answers } = open();
    answers.save('digikey', 'US', question, { body: 'x', observedAt: 1 });
    expect(answers.find(provider, locale, other)).toBeUndefined();
  });

  test('one that is damaged on the disk is a fault of the store', () => {
    const { answers } = open();
    answers.save('digikey', 'US', question, { body: 'x'.repeat(100), observedAt: 1 });
    new Database(path).exec("UPDATE answers SET body = x'ffffffff'").close();
    expect(() => answers.find('digikey', 'US', question)).toThrow(/is damaged/);
  });
});

describe('runs', () => {
  const DAY = 86_400_000;

  test('an unfinished one goes on from when it began, a finished one begins anew', () => {
    const { runs } = open();
    expect(runs.begin('digest', 1_000)).toBe(1_000);
    expect(runs.begin('digest', 2_000)).toBe(1_000);
    expect(runs.begin('other', 2_000)).toBe(2_000);
    runs.finish('digest');
    expect(runs.begin('digest', 3_000)).toBe(3_000);
  });

  test.each([
    ['lay for more than a week', NOON + 7 * DAY + 1],
    ['began in the future, since the clock was set back', NOON - 1],
  ])('one that %s begins anew', (_what, now) => {
    const { runs } = open();
    runs.begin('digest', NOON);
    expect(runs.begin('digest', now)).toBe(now);
    expect(runs.begin('digest', now)).toBe(now);
  });
});

describe('leases', () => {
  test('are one at a time, and free again when they are released', () => {
    const [one, two] = [open(), open()];
    expect(one.leases.take('x')).toBe(true);
    expect(two.leases.take('x')).toBe(false);
    expect(two.leases.take('y')).toBe(true);
    two.leases.release('x');
    expect(two.leases.take('x')).toBe(false);
    one.leases.release('x');
    expect(two.leases.take('x')).toBe(true);
  });

  test('of one that is closed are free', () => {
    const [one, two] = [open(), open()];
    one.leases.take('x');
    one.close();
    expect(two.leases.take('x')).toBe(true);
  });

  const left = (over: object): void => {
    const row = { owner: 'gone', pid: process.ppid, boot: clock.boot, until: clock.uptime() + 1, ...over };
    new Database(path)
      .prepare('INSERT INTO leases VALUES (@name, @owner, @pid, @boot, @until)')
      .run({ name: 'x', ...row });
  };

  test.each([
    ['of a living process', false, {}],
    ['of a process that died', true, { pid: 2 ** 22 + 1 }],
    ['of a process that had our number', true, { pid: process.pid }],
    ['of before the machine started', true, { boot: 'other' }],
    ['that was never released', true, { until: 1 }],
  ])('one %s: free is %s', (_what, free, row) => {
    const { leases } = open();
    left(row);
    expect(leases.take('x')).toBe(free);
  });
});

describe('logins', () => {
  const login = { accessToken: 'access-4711', expiresAt: NOON, refreshToken: 'refresh-0815' };

  test('come back after a restart, by account, and are gone when removed', () => {
    const first = open();
    first.logins.save('account', login);
    first.close();
    const { logins } = open();
    expect(logins.find('account')).toEqual(login);
    expect(logins.find('other')).toBeUndefined();
    expect(logins.remove('account')).toBe(true);
    expect(logins.remove('account')).toBe(false);
    expect(logins.find('account')).toBeUndefined();
  });

  test('are sealed: no token is on the disk, and no two seals are alike', () => {
    const { logins } = open();
    logins.save('account', login);
    logins.save('account', login);
    expect(onDisk().includes('4711')).toBe(false);
    expect(onDisk().includes('0815')).toBe(false);
    logins.save('twin', login);
    const seals = new Database(path).prepare('SELECT sealed FROM logins').pluck().all() as Buffer[];
    expect(seals[0]!.equals(seals[1]!)).toBe(false);
  });

  test('the key file is made beside the database, for its owner only', () => {
    open().logins.save('account', login);
    expect(statSync(`${path}.key`).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(`${path}.key`, 'utf8'), 'base64')).toHaveLength(32);
    chmodSync(`${path}.key`, 0o644);
    open().logins.find('account');
    expect(statSync(`${path}.key`).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(path, '..')).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  test('a key of the environment needs no file', () => {
    const key = randomBytes(32).toString('base64');
    open(key).logins.save('account', login);
    expect(existsSync(`${path}.key`)).toBe(false);
    expect(open(key).logins.find('account')).toEqual(login);
  });

  test.each<[what: string, spoil: () => void]>([
    ['with another key', () => writeFileSync(`${path}.key`, randomBytes(32).toString('base64'))],
    ['without its key', () => rmSync(`${path}.key`)],
    [
      'as another account',
      () => new Database(path).exec("UPDATE logins SET account = 'account' WHERE account = 'twin'").close(),
    ],
    ['with a bit changed', () => new Database(path).exec("UPDATE logins SET sealed = sealed || 'x'").close()],
  ])('one cannot be opened %s', (_what, spoil) => {
    const { logins } = open();
    logins.save('twin', login);
    if (_what !== 'as another account') logins.save('account', login);
    spoil();
    expect(() => open().logins.find('account')).toThrow(
      expect.objectContaining({ code: 'auth', hint: expect.stringMatching(/bom-audit login/) }),
    );
  });

  test.each(['too short', randomBytes(31).toString('base64'), randomBytes(33).toString('base64')])(
    'a key of the wrong length is refused without showing it (%#)',
    (key) => {
      const save = (): void => open(key).logins.save('account', login);
      expect(save).toThrow(expect.objectContaining({ code: 'config' }));
      expect(save).not.toThrow(key);
    },
  );
});
