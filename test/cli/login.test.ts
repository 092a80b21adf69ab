import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts';
import { cli, workFolder } from '../support/cli.ts';

let folder: string;
let emulator: Emulator;
let env: Record<string, string>;
beforeEach(async () => {
  folder = workFolder();
  writeFileSync(join(folder, 'main.csv'), 'MPN,Manufacturer\nNE555P,TI\n');
  emulator = createEmulator();
  env = { DK_BASE_URL: await emulator.listen(), DK_CLIENT_ID: 'emulator', DK_CLIENT_SECRET: 'emulator' };
});
afterEach(() => emulator.close());

const grants = () => emulator.state.calls.filter(({ path }) => path === '/v1/oauth2/token').length;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}

/** Runs `login`; `browser` gets the address to open as soon as the listener waits for it. */
async function loginWith(
  args: readonly string[],
  browser: (address: string) => Promise<void>,
): Promise<{ exit: number; stderr: string }> {
  let stderr = '';
  let visited: Promise<unknown> | undefined;
  const exit = cli(['login', ...args], folder, {
    env,
    stderr: {
      write(text: string) {
        stderr += text;
        const address = /^http\S+$/m.exec(stderr)?.[0];
        if (address && /Waiting at/.test(stderr)) visited ??= browser(address);
      },
    },
  });
  const code = (await exit).exit;
  await visited;
  return { exit: code, stderr };
}

/** Allows the access and returns where the browser is sent to. */
async function allow(address: string): Promise<URL> {
  return new URL((await fetch(address, { redirect: 'manual' })).headers.get('location')!);
}

/** A browser that takes the certificate. */
function visit(url: URL): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { rejectUnauthorized: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode!));
    })
      .on('error', reject)
      .end();
  });
}

describe('with a listener', () => {
  test('takes the code from the browser, and audits then use the login', async () => {
    const redirect = `https://localhost:${await freePort()}/callback`;
    const statuses: number[] = [];
    const { exit, stderr } = await loginWith(['--redirect-uri', redirect], async (address) => {
      const back = await allow(address);
      expect(`${back.origin}${back.pathname}`).toBe(redirect);
      statuses.push(await visit(new URL('/favicon.ico', back)), await visit(back));
    });
    expect({ exit, statuses }).toEqual({ exit: 0, statuses: [404, 200] });
    expect(stderr).toMatch(/Logged in/);
    expect(statSync(join(folder, 'test.db')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'test.db.key')).mode & 0o777).toBe(0o600);
    expect(grants()).toBe(1);

    expect((await cli(['run', 'main.csv'], folder, { env })).exit).toBe(0);
    expect(grants()).toBe(1);

    expect((await cli(['logout'], folder, { env })).stderr).toMatch(/Logged out/);
    expect((await cli(['logout'], folder, { env })).stderr).toMatch(/no stored login/);
    await cli(['run', 'main.csv', '--refresh'], folder, { env });
    expect(grants()).toBe(2);
  });

  test('refuses a code that belongs to another login', async () => {
    const redirect = `https://127.0.0.1:${await freePort()}/callback`;
    const { exit, stderr } = await loginWith(['--redirect-uri', redirect], async (address) => {
      const back = await allow(address);
      back.searchParams.set('state', 'forged');
      expect(await visit(back)).toBe(400);
    });
    expect(exit).toBe(2);
    expect(stderr).toMatch(/state is another/);
    expect(grants()).toBe(0);
  });

  test('a port that is taken is told, with the other way', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const result = await cli(['login', '--redirect-uri', `https://localhost:${port}/`], folder, { env });
    expect(result.exit).toBe(2);
    expect(result.stderr).toMatch(/Nothing can listen[\s\S]*EADDRINUSE[\s\S]*--paste/);
    server.close();
  });

  test('ends when it is interrupted', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    const redirect = `https://localhost:${await freePort()}/`;
    const result = await cli(['login', '--redirect-uri', redirect], folder, { env, signal: stop.signal });
    expect(result).toMatchObject({ exit: 3, stderr: expect.stringMatching(/interrupted/) });
  });
});

describe('by pasting', () => {
  /** A person reads the address in one window and pastes in another. */
  async function paste(change: (back: URL) => string, args: readonly string[] = ['--paste']) {
    const stdin = new PassThrough();
    let shown = '';
    let pasted = false;
    const stderr = {
      write(text: string) {
        shown += text;
        const address = /^http\S+$/m.exec(shown)?.[0];
        if (!address || pasted || !/paste/.test(shown)) return;
        pasted = true;
        void allow(address).then((back) => stdin.end(`\nnonsense\n${change(back)}\n`));
      },
    };
    const { exit } = await cli(['login', ...args], folder, { env, stdin, stderr });
    return { exit, shown };
  }

  test('takes the code from the address', async () => {
    expect(await paste(({ href }) => ` ${href} `)).toMatchObject({ exit: 0 });
  });

  test('is the way where the redirect address is not on this machine', async () => {
    const { exit } = await paste(({ href }) => href, ['--redirect-uri', 'https://intranet.example/dk']);
    expect(exit).toBe(0);
  });

  test.each([
    ['another state', (back: URL) => back.href.replace(/state=[^&]+/, 'state=x'), /state is another/],
    [
      'a refusal',
      (back: URL) => back.href.replace(/code=[^&]+/, 'error=access_denied'),
      /did not allow .*access_denied/,
    ],
    ['a code that is none', (back: URL) => back.href.replace(/code=[^&]+/, 'code=made-up'), /login/],
    ['nothing', () => '', /No address was pasted/],
  ])('%s is refused', async (_what, change, says) => {
    const { exit, shown } = await paste(change);
    expect(exit).toBe(2);
    expect(shown).toMatch(says);
  });
});

test.each([
  ['a redirect address without https', ['--redirect-uri', 'http://localhost/x'], /must be an https address/],
])('%s is refused', async (_what, args, says) => {
  const result = await cli(['login', ...args], folder, { env });
  expect(result).toMatchObject({ exit: 2, stderr: expect.stringMatching(says) });
});

test('a login needs the secret', async () => {
  const { DK_CLIENT_SECRET, ...less } = env;
  const result = await cli(['login'], folder, { env: less });
  expect(result).toMatchObject({ exit: 2, stderr: expect.stringMatching(/DK_CLIENT_SECRET/) });
});

test('DK_ACCESS_TOKEN is used as it is, and needs no secret', async () => {
  const { DK_CLIENT_SECRET, ...less } = env;
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'emulator',
    client_secret: 'emulator',
  });
  const answer = await fetch(`${env.DK_BASE_URL}/v1/oauth2/token`, { method: 'POST', body: form });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const given = await cli(['run', 'main.csv'], folder, { env: { ...less, DK_ACCESS_TOKEN: token } });
  expect(given.exit).toBe(0);
  expect(grants()).toBe(1);
  const wrong = { ...less, DK_ACCESS_TOKEN: 'made-up' };
  expect((await cli(['run', 'main.csv', '--refresh'], folder, { env: wrong })).exit).toBe(2);
});
