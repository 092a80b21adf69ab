import { readFileSync } from 'node:fs';
import { satisfies } from 'semver';
import { expect, test } from 'vitest';

interface LockedPackage {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly engines?: { readonly node?: string };
}

const file = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const { engines } = file('package.json');
const oldest = engines.node.replace('>=', '');
const production = Object.entries<LockedPackage>(file('package-lock.json').packages).filter(
  ([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional,
);

test('production packages are known', () => {
  expect(production.length).toBeGreaterThan(50);
});

test.each([oldest, '24.0.0', '26.0.0'])('every production package runs on Node %s', (version) => {
  const refusing = production
    .filter(([, { engines: its }]) => its?.node !== undefined && !satisfies(version, its.node))
    .map(([path, { engines: its }]) => `${path} needs ${its?.node}`);
  expect(refusing).toEqual([]);
});
