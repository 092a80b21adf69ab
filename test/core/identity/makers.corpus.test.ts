import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makerId, makerName, statesMaker } from '../../../src/core/identity/maker.ts';

const BOMS = fileURLToPath(new URL('../../../../shared/boms/', import.meta.url));

/** The share of the spellings that name a known company, each as often as it occurs. */
function resolved(spellings: Iterable<readonly [string, number]>): number {
  const stated = [...spellings].filter(([name]) => statesMaker(name));
  const sum = (rows: readonly (readonly [string, number])[]) =>
    rows.reduce((total, [, count]) => total + count, 0);
  return sum(stated.filter(([name]) => isKnown(name))) / sum(stated);
}

function isKnown(name: string): boolean {
  return makerId(name)
    .split('+')
    .every((id) => makerName(id) !== undefined);
}

describe.skipIf(!existsSync(BOMS))('spellings of makers in real BOMs', () => {
  test('nearly all that occur name a company of the table', () => {
    const rows = readFileSync(`${BOMS}manufacturers.tsv`, 'utf8').trim().split('\n').slice(1);
    const spellings = rows
      .map((row) => row.split('\t'))
      .map(([, name, count]) => [name!, Number(count)] as const);
    expect(spellings.length).toBeGreaterThan(600);
    expect(resolved(spellings)).toBeGreaterThan(0.99);
    expect(resolved(spellings.map(([name]) => [name, 1] as const))).toBeGreaterThan(0.94);
  });

  test('nearly all that the BOMs’ own lines state do', () => {
    const names = readdirSync(`${BOMS}truth`)
      .flatMap((file) => readFileSync(`${BOMS}truth/${file}`, 'utf8').split('\n'))
      .filter((line) => line !== '')
      .flatMap((line) => (JSON.parse(line) as { mfrs: (string | null)[] }).mfrs)
      .flatMap((cell) => cell?.split('~') ?? []);
    expect(names.length).toBeGreaterThan(4000);
    expect(resolved(names.map((name) => [name, 1] as const))).toBeGreaterThan(0.99);
  });
});
