import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Child, start } from '../support/children.ts';
import { quickFolder } from '../support/folder.ts';

const LINES = 40_000;

test('what a killed run left in the output folder goes with the next run, what a living one writes does not', {
  timeout: 60_000,
}, async () => {
  const folder = quickFolder();
  const out = join(folder, 'audit-out');
  writeFileSync(join(folder, 'small.csv'), 'MPN\nNE555P\n');
  const big = Array.from({ length: LINES }, (_, line) => `NE${line % 500}P,${line}`);
  writeFileSync(join(folder, 'big.csv'), `MPN,Qty\n${big.join('\n')}\n`);
  const run = (bom: string): Child =>
    start('src/cli/bin.ts', ['run', bom, '--offline', '--formats', 'json'], folder, {
      BOM_AUDIT_DB: join(folder, 'test.db'),
    });
  const temporary = (): string[] =>
    existsSync(out) ? readdirSync(out).filter((name) => name.includes('.tmp-')) : [];

  let killed: string[] = [];
  while (killed.length === 0) {
    const child = run('big.csv');
    while (temporary().length === 0 && child.process.exitCode === null) await sleep(1);
    child.process.kill('SIGSTOP');
    killed = temporary();
    if (killed.length > 0) {
      expect((await run('small.csv').ended).exit).toBe(3);
      expect(temporary()).toEqual(killed);
    }
    child.process.kill('SIGKILL');
    await child.ended;
  }
  expect(temporary()).toEqual(killed);

  expect((await run('small.csv').ended).exit).toBe(3);
  expect(temporary()).toEqual([]);
  expect(readFileSync(join(out, 'small.audited.csv'), 'utf8')).toMatch(/^MPN,Audit Lifecycle/);
});
