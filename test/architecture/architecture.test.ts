import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { expect, test } from 'vitest';
import { RULES } from './rules.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

async function look(root: string): Promise<{ readonly broken: readonly string[]; readonly modules: number }> {
  const { output } = await cruise(['src'], {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: [...RULES] },
    tsPreCompilationDeps: true,
    preserveSymlinks: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  });
  const { summary, modules } = output as ICruiseResult;
  return {
    broken: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
    modules: modules.filter(({ source }) => source.startsWith('src/')).length,
  };
}

test('every import keeps the rules, and the rules have seen the whole tree', async () => {
  const { broken, modules } = await look(ROOT);
  expect(broken).toEqual([]);
  expect(modules).toBeGreaterThan(60);
}, 60_000);

const WRONG: readonly (readonly [path: string, imported: string, rule: string])[] = [
  ['src/core/a.ts', 'got', 'core-is-pure'],
  ['src/core/b.ts', 'node:fs', 'core-is-pure'],
  ['src/core/c.ts', '../bom/read.ts', 'core-is-pure'],
  ['src/app/d.ts', '../store/sqlite.ts', 'use-cases-know-no-implementation'],
  ['src/sources/e.ts', '../limiter/window.ts', 'adapters-know-ports-and-themselves'],
  ['src/emulator/f.ts', '../core/errors.ts', 'the-emulator-shares-nothing'],
  ['src/report/g.ts', 'better-sqlite3', 'better-sqlite3-has-one-home'],
  ['src/report/h.ts', '../bom/read.ts', 'bom-and-report-know-core-and-disk-only'],
  ['src/sources/i.ts', 'node:https', 'sockets-have-homes'],
  ['src/cli/j.ts', '../emulator/emulator.ts', 'only-demo-and-emulator-reach-the-emulator'],
  ['src/store/k.ts', '../cli/io.ts', 'nobody-imports-cli'],
  ['src/disk/l.ts', '../report/json.ts', 'disk-knows-core-only'],
  ['src/report/m.ts', 'node:fs', 'disk-has-homes'],
];

test('a wrong import, planted in a copy of the tree, breaks the rule against it', async () => {
  const copy = mkdtempSync(join(tmpdir(), 'bom-audit-architecture-'));
  try {
    cpSync(join(ROOT, 'src'), join(copy, 'src'), { recursive: true });
    cpSync(join(ROOT, 'package.json'), join(copy, 'package.json'));
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    for (const [path, imported] of WRONG)
      writeFileSync(join(copy, path), `export * as x from '${imported}';\n`);
    const { broken } = await look(copy);
    for (const [path, , rule] of WRONG)
      expect(broken).toContainEqual(expect.stringContaining(`${rule}: ${path} -> `));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}, 60_000);

test('core reads no clock, no randomness and no environment', () => {
  const files = readdirSync(join(ROOT, 'src/core'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const impure = files.filter((name) =>
    /Date\.now|new Date\(\)|Math\.random|\bprocess\b|\bconsole\b|\bperformance\b/.test(
      readFileSync(join(ROOT, 'src/core', name), 'utf8'),
    ),
  );
  expect(impure).toEqual([]);
});
