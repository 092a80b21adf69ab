import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string;

/** All temporary folders of a test run lie in one, which goes when the run ends. */
export function setup(): void {
  folder = mkdtempSync(join(tmpdir(), 'bom-audit-tests-'));
  process.env.TMPDIR = folder;
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true });
}
