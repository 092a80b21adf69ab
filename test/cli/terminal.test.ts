// biome-ignore-all lint/suspicious/noControlCharactersInRegex: they are what this is about
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { screen } from '../../src/cli/terminal/screen.ts';
import { createEmulator } from '../../src/emulator/emulator.ts';
import type { ScriptedFault } from '../../src/emulator/faults.ts';
import { generateProducts } from '../../src/emulator/generate.ts';
import { cli } from '../support/cli.ts';
import { quickFolder } from '../support/folder.ts';

/** Clears the screen, names the window, and comes as one character, too; then nothing, and an end of text direction. */
const HOSTILE = '\u001b[2J\u001b]0;x\u0007\u009b31m\u0000\r\u202e';
/** All but line breaks. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/;
const COLOR = /\u001b\[(1|22|3\d|39)m/g;

describe('the door', () => {
  const shown = (text: string, env: Record<string, string>, colors = true, isTTY = true): string => {
    let written = '';
    screen({ write: (piece) => (written += piece), isTTY }, env, colors).write(text);
    return written;
  };
  const RED = '\u001b[31mred\u001b[39m';

  test.each<[env: Record<string, string>, colors: boolean, isTTY: boolean, out: string]>([
    [{}, true, true, RED],
    [{ NO_COLOR: '' }, true, true, RED],
    [{ TERM: 'xterm' }, true, true, RED],
    [{ NO_COLOR: '1' }, true, true, '␛[31mred␛[39m'],
    [{ TERM: 'dumb' }, true, true, '␛[31mred␛[39m'],
    [{}, false, true, '␛[31mred␛[39m'],
    [{}, true, false, '␛[31mred␛[39m'],
  ])('with %j, colours %s and a terminal %s', (env, colors, isTTY, out) => {
    expect(shown(RED, env, colors, isTTY)).toBe(out);
  });

  test.each([
    ['a\nb\r\nc', 'a\nb\nc'],
    [HOSTILE, '␛[2J␛]0;x␇⟨U+009B⟩31m␀␍⟨U+202E⟩'],
    ['\u001b[8mhidden\u001b[1A\u001b[31;5m', '␛[8mhidden␛[1A␛[31;5m'],
  ])('shows %j as %j', (text, out) => {
    expect(shown(text, {})).toBe(out);
  });

  test('lets nothing be drawn where nobody watches, or the terminal is dumb', () => {
    const out = { write() {}, isTTY: true, columns: 70 };
    expect(screen(out, {}, false)).toMatchObject({ canvas: out, isTTY: true, columns: 70 });
    expect(screen(out, { TERM: 'dumb' }, false)).toMatchObject({ canvas: undefined, isTTY: true });
    expect(screen({ write() {} }, {}, false)).toMatchObject({ canvas: undefined, isTTY: false });
  });
});

interface Shown {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly folder: string;
}

/** One command on a terminal, against a server and a BOM that are hostile wherever they can. */
async function onTerminal(
  args: readonly string[],
  over: { env?: object; faults?: ScriptedFault[] } = {},
): Promise<Shown> {
  const folder = quickFolder();
  const [product] = generateProducts(1, 1);
  const mpn = product!.ManufacturerProductNumber;
  const products = [
    { ...product!, ProductUrl: `https://x/${HOSTILE}`, ProductStatus: { Id: 1, Status: HOSTILE } },
  ];
  const emulator = createEmulator({ catalogue: { products, substitutes: new Map() } });
  onTestFinished(() => emulator.close());
  emulator.state.faults.push(...(over.faults ?? []));
  const plain = Array.from({ length: 60 }, (_, index) => `R${index},${mpn},\n`).join('');
  const hostile = `"U1${HOSTILE}",${mpn},\nU2,X-4711${HOSTILE},"${HOSTILE}"\n`;
  writeFileSync(join(folder, 'bom.csv'), `RefDes,MPN,Maker\n${plain}${hostile}`);
  writeFileSync(join(folder, 'bad.json'), JSON.stringify({ [HOSTILE]: 1 }));
  const result = { stdout: '', stderr: '' };
  const { exit } = await cli(
    args.map((word) => (word === 'MPN' ? mpn : word)),
    folder,
    {
      env: {
        DK_BASE_URL: await emulator.listen(),
        DK_CLIENT_ID: 'emulator',
        DK_CLIENT_SECRET: 'emulator',
        ...over.env,
      },
      stdout: { write: (text: string) => (result.stdout += text), isTTY: true, columns: 120 },
      stderr: { write: (text: string) => (result.stderr += text) },
    },
  );
  return { exit, ...result, folder };
}

const REFUSAL = { detail: `no ${HOSTILE}`, correlationId: HOSTILE };

test.each<[what: string, args: string[], faults: ScriptedFault[], exit: number]>([
  ['cells and a status text', ['run', 'bom.csv'], [], 1],
  ['cells in a plan', ['plan', 'bom.csv'], [], 0],
  ['cells in a plan as JSON', ['plan', 'bom.csv', '--json'], [], 0],
  ['an address of a product', ['part', 'MPN'], [], 1],
  ['an address of a product as JSON', ['part', 'MPN', '--json'], [], 1],
  ['a report as JSON', ['run', 'bom.csv', '--json'], [], 1],
  ['two revisions', ['diff', 'bom.csv', 'bad.csv'], [], 2],
  ['an error body', ['part', 'MPN'], [{ status: 403, body: REFUSAL }], 2],
  ['an error body of a run', ['run', 'bom.csv', '--log-level', 'debug'], [{ status: 400, body: REFUSAL }], 3],
  ['a token that is refused', ['part', 'MPN'], [{ fault: { status: 400, body: REFUSAL }, on: 'token' }], 2],
  ['a name of a file', ['run', `${HOSTILE}.csv`], [], 2],
  ['a name of a folder', ['run', 'bom.csv', '--out', `bom.csv/${HOSTILE}`], [], 2],
  ['a name of a database', ['run', 'bom.csv', '--db', `bom.csv/${HOSTILE.replace('\0', '')}`], [], 2],
  ['a flag', ['run', 'bom.csv', `--${HOSTILE}`], [], 2],
  ['a word', ['run', 'bom.csv', '--fail-on', HOSTILE], [], 2],
  ['a key', ['run', 'bom.csv', '--config', 'bad.json'], [], 2],
])('%s moves nothing on the terminal', async (_what, args, faults, exit) => {
  const result = await onTerminal(args, { faults });
  expect(result).toMatchObject({ exit });
  expect(result.stderr).not.toMatch(CONTROL);
  expect(result.stdout.replace(COLOR, '')).not.toMatch(CONTROL);
  if (args.includes('--json')) expect(JSON.stringify(JSON.parse(result.stdout))).toContain('\\u001b');
});

test('nor is it in a report as it is', async () => {
  const { folder } = await onTerminal(['run', 'bom.csv', '--formats', 'csv,json,md,html']);
  for (const format of ['csv', 'json', 'md', 'html'])
    expect(readFileSync(join(folder, 'audit-out', `report.${format}`), 'utf8')).not.toMatch(CONTROL);
});

test.each([
  [{}, true],
  [{ NO_COLOR: '1' }, false],
  [{ TERM: 'dumb' }, false],
])('with %j a summary has colours: %s', async (env, isColored) => {
  const { stdout } = await onTerminal(['run', 'bom.csv'], { env });
  expect(/\u001b\[31m/.test(stdout)).toBe(isColored);
  expect(stdout).toMatch(/✖ FAIL/);
});
