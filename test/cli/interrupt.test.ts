import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts';
import type { ScriptedFault } from '../../src/emulator/faults.ts';
import { type CliResult, cli } from '../support/cli.ts';
import { quickFolder } from '../support/folder.ts';

let folder: string;
let emulator: Emulator;
beforeEach(() => {
  folder = quickFolder();
  writeFileSync(join(folder, 'main.csv'), 'MPN,Manufacturer\nSI2302DS-T1-E3,Vishay Siliconix\n');
  emulator = createEmulator();
});
afterEach(() => emulator.close());

/** A call that hangs may take 30 s, which is longer than a test has. */
async function endedDuring(path: RegExp, fault: ScriptedFault, args: string): Promise<CliResult> {
  const stop = new AbortController();
  emulator.state.faults.push(fault);
  emulator.server.on('request', ({ url }) => {
    if (path.test(url!)) stop.abort();
  });
  const env = {
    DK_BASE_URL: await emulator.listen(),
    DK_CLIENT_ID: 'emulator',
    DK_CLIENT_SECRET: 'emulator',
  };
  return cli(args.split(' '), folder, { env, signal: stop.signal });
}

const HANGING_TOKEN: ScriptedFault = { fault: 'timeout', on: 'token' };

test.each<[what: string, path: RegExp, fault: ScriptedFault]>([
  ['search', /keyword/, 'timeout'],
  ['token', /oauth2/, HANGING_TOKEN],
])(
  'a run whose %s hangs ends when it is interrupted, and writes what is known',
  async (_what, path, fault) => {
    const { exit, stderr } = await endedDuring(path, fault, 'run main.csv');
    expect({ exit, stderr }).toMatchObject({
      exit: 3,
      stderr: expect.stringMatching(/The run was interrupted\n {2}Run the same command again: it goes on/),
    });
    expect(existsSync(join(folder, 'audit-out', 'report.json'))).toBe(true);
  },
);

test('a run whose search for substitutes hangs ends when it is interrupted, with what is known', async () => {
  const fault: ScriptedFault = { fault: 'timeout', at: 2 };
  const { exit, stdout } = await endedDuring(/substitutions/, fault, 'run main.csv --substitutes');
  expect(exit).toBe(1);
  expect(stdout).toMatch(/1 of 1 parts checked/);
});

test.each<[what: string, path: RegExp, fault: ScriptedFault]>([
  ['search', /keyword/, 'timeout'],
  ['token', /oauth2/, HANGING_TOKEN],
])('a part whose %s hangs ends when it is interrupted', async (_what, path, fault) => {
  expect(await endedDuring(path, fault, 'part NE555P')).toEqual({
    exit: 3,
    stdout: '',
    stderr: 'bom-audit: Interrupted before there was an answer\n  Run the same command again.\n',
  });
});
