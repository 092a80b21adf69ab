import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

import { compareMakers, makerId, makerName, statesMaker } from '../../../src/core/identity/maker.ts';
import { companiesOf, statedNames } from '../../../src/core/identity/makers/lookup.ts';
import { nameKey } from '../../../src/core/identity/makers/spelling.ts';

const BOMS = fileURLToPath(new URL('../../../../shared/boms/', import.meta.url));
const LIST = fileURLToPath(new URL('../../../../shared/recorded/manufacturers.json', import.meta.url));

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

/** Names that could agree at all: they have the words of a name in common, or the table knows both. */
function alike(names: readonly string[]): readonly (readonly [string, string])[] {
  const buckets = new Map<string, Set<string>>();
  const put = (key: string, name: string) => buckets.set(key, (buckets.get(key) ?? new Set()).add(name));
  for (const name of names) {
    put(nameKey(name), name);
    for (const stated of statedNames(name, {})) put(nameKey(stated), name);
    if (isListed(name)) put('known to the table', name);
  }
  return [...buckets.values()].flatMap((bucket) =>
    [...bucket].flatMap((a) => [...bucket].filter((b) => b !== a).map((b) => [a, b] as const)),
  );
}

function isListed(name: string): boolean {
  return statedNames(name, {}).some((stated) => companiesOf(stated).length > 0);
}

describe.skipIf(!existsSync(LIST))('DigiKey’s own list of makers', () => {
  const names = existsSync(LIST)
    ? [...new Set((JSON.parse(readFileSync(LIST, 'utf8')) as { Name: string }[]).map(({ Name }) => Name))]
    : [];

  test('no two agree but by the table, or by the same words but for the legal form', () => {
    expect(names.length).toBeGreaterThan(5_000);
    const agreeing = alike(names).filter(([a, b]) => compareMakers(a, b).kind === 'agree');
    const unfounded = agreeing.filter(([a, b]) => nameKey(a) !== nameKey(b) && !(isListed(a) && isListed(b)));
    expect(unfounded).toEqual([]);
    expect(agreeing.length).toBeGreaterThan(1_000);
  }, 60_000);

  test('each agrees with itself, however it is written', () => {
    for (const name of names) {
      for (const written of [name, name.toUpperCase(), ` ${name.toLowerCase()} `]) {
        const { kind } = compareMakers(written, name);
        if (!/^digi-?key|^pei-genesis$/i.test(name)) expect(kind, name).toBe('agree');
      }
    }
  });
});
