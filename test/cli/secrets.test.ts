import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts';
import { type CliResult, cli, workFolder } from '../support/cli.ts';

const SECRET = 'hush-client-secret-4711';
const KEY = Buffer.alloc(32, 'token-key').toString('base64');

let folder: string;
let emulator: Emulator;
let env: Record<string, string>;
/** The client secret, and every token and code that the emulator has given out. */
let secrets: Set<string>;
let told: string[];

beforeEach(async () => {
  folder = workFolder();
  writeFileSync(join(folder, 'main.csv'), 'MPN,Manufacturer\nNE555P,TI\n2N3904,\nTL072CP,TI\n');
  secrets = new Set([SECRET, KEY]);
  told = [];
  emulator = createEmulator({ clients: [{ id: 'emulator', secret: SECRET }], errorShape: 'mixed' });
  emulator.server.prependListener('request', (request, response) => {
    const end = response.end.bind(response);
    response.end = (body?: unknown) => {
      if (request.url?.startsWith('/v1/oauth2/token')) noteTokens(String(body));
      return end(body);
    };
  });
  env = {
    DK_BASE_URL: await emulator.listen(),
    DK_CLIENT_ID: 'emulator',
    DK_CLIENT_SECRET: SECRET,
    BOM_AUDIT_TOKEN_KEY: KEY,
  };
});
afterEach(() => emulator.close());

function noteTokens(body: string): void {
  for (const [, token] of body.matchAll(/"(?:access|refresh)_token":"([^"]+)"/g)) secrets.add(token!);
}

async function runAll(args: readonly string[], over: Parameters<typeof cli>[2] = {}): Promise<CliResult> {
  const result = await cli(args, folder, { env, ...over });
  told.push(result.stdout, result.stderr);
  return result;
}

/** Logs in as a person who pastes. */
async function logIn(): Promise<void> {
  const stdin = new PassThrough();
  let shown = '';
  const stderr = {
    write(text: string) {
      shown += text;
      const address = /^http\S+$/m.exec(shown)?.[0];
      if (!address || !/paste/.test(text)) return;
      void fetch(address, { redirect: 'manual' }).then(({ headers }) => {
        const back = headers.get('location')!;
        secrets.add(new URL(back).searchParams.get('code')!);
        stdin.end(`${back}\n`);
      });
    },
  };
  expect((await runAll(['login', '--paste'], { stdin, stderr })).exit).toBe(0);
  told.push(shown);
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesOf(join(path, name)));
}

test('secrets stand nowhere: not in output, logs, database, reports or crashes', async () => {
  const talk = ['--log-level', 'debug'];
  const faults = emulator.state.faults;

  expect((await runAll(['run', 'main.csv', ...talk])).exit).toBeLessThan(3);
  expect((await runAll(['plan', 'main.csv', '--json'])).exit).toBe(0);
  await runAll(['part', 'NE555P', '--json', ...talk, '--refresh']);
  await logIn();
  faults.push('expired-token', { status: 500 }, 'garbage', 'html-403', 'reset', 'burst-429');
  expect((await runAll(['run', 'main.csv', ...talk, '--log-json', '--refresh'])).exit).toBeLessThan(3);
  faults.push({ status: 403 });
  expect((await runAll(['run', 'main.csv', ...talk, '--refresh'])).exit).toBe(2);
  faults.push(...Array(9).fill({ status: 401, body: `{"detail":"no"}` }));
  expect((await runAll(['run', 'main.csv', ...talk, '--refresh'])).exit).toBe(2);
  faults.splice(0);
  faults.push({ fault: { status: 500 }, on: 'token' });
  const crash = (): number => {
    throw new TypeError('a bug of ours');
  };
  faults.push({ status: 500 });
  const crashed = await runAll(['run', 'main.csv', ...talk, '--refresh'], { random: crash });
  expect(crashed).toMatchObject({ exit: 70, stderr: expect.stringMatching(/a bug of ours\n\s+at /) });
  await runAll(['logout']);
  const wrong = { ...env, DK_CLIENT_SECRET: 'hush-wrong-0815' };
  secrets.add('hush-wrong-0815');
  expect((await runAll(['run', 'main.csv', ...talk, '--refresh'], { env: wrong })).exit).toBe(2);

  const files = filesOf(folder);
  expect(files.map((file) => file.slice(folder.length + 1))).toContain('audit-out/report.json');
  expect(secrets.size).toBeGreaterThanOrEqual(7);
  for (const secret of secrets) {
    expect(told.join('\n').includes(secret), 'in what was told').toBe(false);
    for (const file of files) expect(readFileSync(file).includes(secret), file).toBe(false);
  }
  expect(told.join('\n')).toMatch(/"question":"search NE555P".*"status":200.*"msg":"DigiKey answered"/);
  expect(told.slice(1).join('\n')).not.toMatch(/DetailedDescription|ProductVariations/);
});
