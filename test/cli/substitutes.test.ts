import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AuditReport, ReportPart } from '../../src/core/report/report.ts';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts';
import { cli } from '../support/cli.ts';
import { quickFolder } from '../support/folder.ts';

let folder: string;
let emulator: Emulator;
let env: Record<string, string>;

async function start(perDay = 1_000): Promise<void> {
  emulator = createEmulator({ perDay });
  env = { DK_BASE_URL: await emulator.listen(), DK_CLIENT_ID: 'emulator', DK_CLIENT_SECRET: 'emulator' };
}

beforeEach(async () => {
  folder = quickFolder();
  const rows = [
    'U1,TI,NE555P',
    'Q1,Vishay Siliconix,SI2302DS-T1-E3',
    'Q2,Infineon,IRLML2502TRPBF',
    'U2,,XX-NOSUCH-1',
  ];
  writeFileSync(join(folder, 'main.csv'), ['RefDes,Manufacturer,MPN', ...rows].join('\n'));
  await start();
});
afterEach(() => emulator.close());

const run = (...flags: readonly string[]) =>
  cli(['run', 'main.csv', '--formats', 'json', '--fail-on', 'not-found', ...flags], folder, { env });
const partOf = (mpn: string): ReportPart => {
  const report: AuditReport = JSON.parse(readFileSync(join(folder, 'audit-out', 'report.json'), 'utf8'));
  return report.parts.find((part) => part.mpn === mpn)!;
};
const asked = (): number => emulator.state.calls.filter(({ path }) => path.endsWith('/substitutions')).length;

test('are not asked for unless somebody wants them', async () => {
  await run();
  expect(asked()).toBe(0);
  expect(partOf('SI2302DS-T1-E3').substitutes).toBeNull();
});

test('are shown for parts at risk, each with its own lifecycle, as candidates', async () => {
  await run('--substitutes');
  expect(asked()).toBe(2);
  expect(partOf('NE555P').substitutes).toBeNull();
  expect(partOf('XX-NOSUCH-1').substitutes).toBeNull();
  const [first] = partOf('SI2302DS-T1-E3').substitutes ?? [];
  expect(first).toMatchObject({
    mpn: 'SI2302CDS-T1-GE3',
    manufacturer: 'Vishay Siliconix',
    match: 'exact',
    lifecycle: 'active',
    relation: expect.any(String),
    why: expect.stringMatching(/approved by nobody/),
    observedAt: expect.any(String),
  });
});

test('are asked once', async () => {
  await run('--substitutes');
  const calls = emulator.state.calls.length;
  const first = partOf('SI2302DS-T1-E3').substitutes;
  await run('--substitutes');
  expect(emulator.state.calls).toHaveLength(calls);
  await run('--substitutes', '--offline');
  expect(partOf('SI2302DS-T1-E3').substitutes).toEqual(first);
});

test('that are not known offline are not shown', async () => {
  await run();
  const { exit } = await run('--substitutes', '--offline');
  expect(exit).toBe(1);
  expect(partOf('SI2302DS-T1-E3').substitutes).toBeNull();
});

test('that cannot be asked any more leave the verdict as it is, and are told', async () => {
  await emulator.close();
  await start(4);
  const { exit, stdout, stderr } = await run('--substitutes');
  expect(exit).toBe(1);
  expect(stdout).toContain('4 of 4 parts checked');
  expect(stderr).toMatch(/quota/);
});
