/*
 * `npm run check:runtimes [-- SECONDS]`: installs the packed package into an empty folder for each Node that it supports,
 * runs the demo there and audits a small BOM for SECONDS (60) in one process that collects its garbage; on an older Node
 * the one line that says so. Exits with 1 when anything else happens.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SUPPORTED = [22, 24, 26];
const TOO_OLD = 20;
const seconds = process.argv[2] ?? '60';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bom-audit-runtimes-'));
const home = join(folder, 'node_modules/bom-audit');

/** The package of the npm registry that holds Node's own binary for this machine. */
const platform = process.platform === 'win32' ? 'win' : process.platform;
const runtimeOf = (major: number) => `node-${platform}-${process.arch}@${major}`;
const binary = join(folder, 'node_modules', `node-${platform}-${process.arch}`, 'bin/node');

function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel', 'error'], {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
}

/** Runs on the installed Node; its output, or an error that holds it. */
function run(args: readonly string[], expected: number): string {
  const { status, signal, stdout, stderr } = spawnSync(binary, args, { cwd: folder, encoding: 'utf8' });
  if (status === expected) return `${stdout}${stderr}`;
  throw new Error(
    `node ${args.join(' ')} ended with ${signal ?? status}, not ${expected}:\n${stdout}${stderr}`,
  );
}

const cli = join(home, 'dist/cli/bin.js');

function checkSupported(): string {
  run([cli, 'demo', '--quiet'], 1);
  return run(['--expose-gc', 'soak.mjs', home, seconds], 0).trim();
}

try {
  const packed = npm(['pack', '--ignore-scripts', '--pack-destination', folder], root)
    .trim()
    .split('\n')
    .at(-1)!;
  npm(['init', '--yes'], folder);
  npm(['install', packed], folder);
  copyFileSync(fileURLToPath(new URL('soak.mjs', import.meta.url)), join(folder, 'soak.mjs'));
  for (const major of [...SUPPORTED, TOO_OLD]) {
    npm(['install', '--no-save', '--force', runtimeOf(major)], folder);
    const says = major === TOO_OLD ? run([cli, '--help'], 2).trim() : checkSupported();
    console.log(`${run(['--version'], 0).trim()}: ${says}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
