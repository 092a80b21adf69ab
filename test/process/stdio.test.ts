import { execFileSync } from 'node:child_process';
import { closeSync, constants, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type Ended, start } from '../support/children.ts';
import { quickFolder } from '../support/folder.ts';

const FULL = '/dev/full';
const FULL_SAYS =
  /^bom-audit: standard output cannot be written \(ENOSPC: no space left on device, write\)$/m;

/** Each command that says something without a network, with the exit code of its own. */
const COMMANDS: readonly (readonly [args: string, exit: number])[] = [
  ['--help', 0],
  ['run a.csv --offline --formats json', 3],
  ['run a.csv --offline --formats json --json', 3],
  ['plan a.csv', 0],
  ['plan a.csv --json', 0],
  ['part NE555P --offline', 3],
  ['diff a.csv b.csv', 0],
  ['changes --since 2026-01-01', 0],
];

let folder: string;
beforeEach(() => {
  folder = quickFolder();
  writeFileSync(join(folder, 'a.csv'), 'MPN,Manufacturer\nNE555P,Texas Instruments\n');
  writeFileSync(join(folder, 'b.csv'), 'MPN,Manufacturer\nNE555N,Texas Instruments\n');
});

const database = (): Record<string, string> => ({ BOM_AUDIT_DB: join(folder, 'test.db') });
type Redirected = Parameters<typeof start>[4];
const cli = (args: string, to?: Redirected): Promise<Ended> =>
  start('src/cli/bin.ts', args.split(' '), folder, database(), to).ended;

function opened(path: string, flags: string | number): number {
  const file = openSync(path, flags);
  onTestFinished(() => closeSync(file));
  return file;
}

/** A pipe whose reader has gone, as that of `| true` has. */
function brokenPipe(): number {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = opened(pipe, 'w');
  closeSync(reader);
  return writer;
}

describe.skipIf(process.platform === 'win32')('standard output', { timeout: 30_000 }, () => {
  test.each(COMMANDS)('that nobody reads any more harms nothing: %s exits %i', async (args, exit) => {
    expect(await cli(args, { stdout: brokenPipe() })).toMatchObject({ exit, stderr: '' });
  });

  test.skipIf(!existsSync(FULL)).each(COMMANDS)(
    'that is full is one clear line and exit 2: %s',
    async (args) => {
      const { exit, stderr } = await cli(args, { stdout: opened(FULL, 'w') });
      expect(stderr).toMatch(FULL_SAYS);
      expect(stderr.match(/cannot be written/g)).toHaveLength(1);
      expect(stderr).not.toMatch(/\n\s+at /);
      expect(exit).toBe(2);
    },
  );

  test('that fills up in the middle of a text is told, though a part of it was taken', async ({ skip }) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=20k', 'tmpfs', disk], { stdio: 'ignore' });
    } catch {
      skip();
    }
    onTestFinished(() => void execFileSync('umount', ['-l', disk]));
    const lines = Array.from({ length: 2_000 }, (_, line) => `NE${line}P,Texas Instruments`);
    writeFileSync(join(folder, 'a.csv'), `MPN,Manufacturer\n${lines.join('\n')}\n`);
    const { exit, stderr } = await cli('diff b.csv a.csv --json', { stdout: opened(join(disk, 'x'), 'w') });
    expect(stderr).toMatch(FULL_SAYS);
    expect(exit).toBe(2);
  });

  test('that is a file takes all of it', async () => {
    const path = join(folder, 'out.json');
    expect(await cli('plan a.csv --json', { stdout: opened(path, 'w') })).toMatchObject({ exit: 0 });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ parts: 1 });
  });

  test('that is full lets what was audited be written', async ({ skip }) => {
    if (!existsSync(FULL)) skip();
    await cli('run a.csv --offline --formats json', { stdout: opened(FULL, 'w') });
    const report = JSON.parse(readFileSync(join(folder, 'audit-out', 'report.json'), 'utf8'));
    expect(report.totals.parts).toBe(1);
  });
});

describe.skipIf(process.platform === 'win32')('standard error', { timeout: 30_000 }, () => {
  const args = 'run none.csv';

  test('that nobody reads any more harms nothing', async () => {
    expect(await cli(args, { stderr: brokenPipe() })).toMatchObject({ exit: 2, stdout: '' });
    expect(await cli('login', { stderr: opened(join(folder, 'said'), 'w') })).toMatchObject({ exit: 2 });
    expect(readFileSync(join(folder, 'said'), 'utf8')).toMatch(/A login needs DK_CLIENT_ID/);
  });

  test('that is full makes the exit code 2, since nobody was told', async ({ skip }) => {
    if (!existsSync(FULL)) skip();
    const to = { stderr: opened(FULL, 'w') };
    expect(await cli('plan a.csv --save-columns', to)).toMatchObject({ exit: 2 });
  });
});

test('an emulator whose address nobody reads serves on until it is interrupted', async ({ skip }) => {
  if (process.platform === 'win32') skip();
  const child = start('src/cli/bin.ts', ['emulator'], folder, {}, { stdout: brokenPipe() });
  let said = '';
  child.process.stderr?.on('data', (piece) => (said += piece));
  while (!said.includes('Ctrl-C')) await sleep(5);
  child.process.kill('SIGINT');
  expect(await child.ended).toMatchObject({ exit: 0 });
});
