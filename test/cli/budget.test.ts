import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts';
import { cli, workFolder } from '../support/cli.ts';

let folder: string;
let emulator: Emulator;
let env: Record<string, string>;
beforeEach(async () => {
  folder = workFolder();
  writeFileSync(join(folder, 'a.csv'), 'MPN\nNE555P\nTL072CP\nLM317T\n');
  writeFileSync(join(folder, 'b.csv'), 'MPN\nLM317T\n');
  emulator = createEmulator();
  env = { DK_BASE_URL: await emulator.listen(), DK_CLIENT_ID: 'emulator', DK_CLIENT_SECRET: 'emulator' };
});
afterEach(() => emulator.close());

const searched = () => emulator.state.calls.flatMap(({ keywords }) => keywords ?? []);

test('a budget that is spent writes what is known, exits 3 and says in the last line what to do', async () => {
  const { exit, stdout, stderr } = await cli(['run', 'a.csv', 'b.csv', '--budget', '2'], folder, { env });
  expect(exit).toBe(3);
  expect(searched()).toHaveLength(2);
  expect(searched()[0]).toBe('LM317T');
  expect(stdout).toMatch(
    /2 of 3 parts checked.*2 calls \(median \d+ ms, 95 % within \d+ ms\), 0 from the cache/,
  );
  expect(stderr.trim().split('\n').slice(-2)).toEqual([
    'bom-audit: The budget of 2 calls is spent',
    '  Run the same command again, now or later: it goes on where it stopped.',
  ]);
  expect((await cli(['run', 'a.csv', 'b.csv'], folder, { env })).exit).toBe(0);
  expect(searched()).toHaveLength(3);
});

test.each(['-1', '1.5', 'many'])('a budget of %s is refused', async (budget) => {
  const result = await cli(['run', 'a.csv', `--budget=${budget}`], folder, { env });
  expect(result).toMatchObject({ exit: 2, stderr: expect.stringMatching(/quota\.perRun/) });
});

test('plan says what is asked first', async () => {
  const { stdout } = await cli(['plan', 'a.csv', 'b.csv'], folder, { env });
  expect(stdout).toMatch(/Asked first: LM317T \(on 2 BOMs\), NE555P, TL072CP\n/);
  expect(searched()).toEqual([]);
});
