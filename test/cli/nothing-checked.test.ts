import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEmulator } from '../../src/emulator/emulator.ts';
import { cli, workFolder } from '../support/cli.ts';

const emulator = createEmulator();
let env: Record<string, string>;
beforeAll(async () => {
  const DK_BASE_URL = await emulator.listen();
  env = { DK_BASE_URL, DK_CLIENT_ID: 'emulator', DK_CLIENT_SECRET: 'emulator' };
});
afterAll(() => emulator.close());

const EMPTY = 'Designator,Manufacturer Part,Qty\nR1,,1\nR2,,2\n';

async function run(files: Readonly<Record<string, string>>) {
  const folder = workFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const shown = await cli(['run', ...Object.keys(files)], folder, {
    env: { ...env, BOM_AUDIT_DB: join(folder, 'test.db') },
  });
  const report = JSON.parse(readFileSync(join(folder, 'audit-out/report.json'), 'utf8'));
  return { ...shown, report };
}

test.each([
  ['a column of part numbers that is empty', EMPTY],
  ['errors in the place of part numbers', 'MPN,Qty,RefDes\n#N/A,1,U1\n#REF!,2,U2\n'],
  ['no line that is fitted', 'MPN,Qty,RefDes,Fitted\nNE555P,1,U1,DNP\n'],
])('%s is no pass: nothing was checked', async (_what, text) => {
  const { exit, stdout, report } = await run({ 'board.csv': text });
  expect(exit).toBe(3);
  expect(report.verdict).toBe('incomplete');
  expect(report.reasons).toContain('no part of board.csv was audited');
  expect(stdout).not.toContain('PASS');
});

test('a BOM that is fine does not make another pass of which nothing was checked', async () => {
  const fine = 'MPN,Manufacturer,Qty\nLM358P,Texas Instruments,1\n';
  const { exit, report } = await run({ 'fine.csv': fine, 'empty.csv': EMPTY });
  expect(exit).toBe(3);
  expect(report.reasons).toContain('no part of empty.csv was audited');
  expect(report.reasons).not.toContain('no part of fine.csv was audited');
});
