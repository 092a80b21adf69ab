import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type ReadOptions, readBoms } from '../../../src/bom/read.ts';
import type { Bom } from '../../../src/core/bom/line.ts';
import { AuditError } from '../../../src/core/errors.ts';
import { spellLines } from '../spell.ts';

/**
 * How a small table is to be read. `columns`: part numbers; manufacturers; quantity; designators, `-` for none. `lines` as
 * `spellLine` writes them. `told`: what a person is told of it, by a warning, a problem or a note. `refused` instead of all.
 */
export interface Case {
  readonly table: string;
  readonly columns?: string;
  readonly lines?: string;
  readonly told?: RegExp | readonly RegExp[];
  readonly refused?: RegExp;
  readonly options?: ReadOptions;
}

/** Reads the table from a file and compares; a case that names nothing to be told must be read without a word. */
export async function check({ table, columns, lines, told = [], refused, options }: Case): Promise<void> {
  const read = await attempt(trimmed(table).join('\n'), options);
  if (refused !== undefined) {
    expect(read instanceof AuditError ? read.message : columnsOf(read)).toMatch(refused);
    return;
  }
  if (read instanceof AuditError) throw read;
  if (columns !== undefined) expect(columnsOf(read)).toBe(columns);
  if (lines !== undefined) expect(spellLines(read)).toEqual(trimmed(lines));
  const words = wordsOf(read);
  const expected = [told].flat();
  for (const sentence of expected) expect(words.join('\n')).toMatch(sentence);
  if (expected.length === 0) expect(words).toEqual([]);
}

async function attempt(text: string, options: ReadOptions = {}): Promise<Bom | AuditError> {
  const folder = await mkdtemp(join(tmpdir(), 'kinds-'));
  try {
    const path = join(folder, 'bom.csv');
    await writeFile(path, text);
    const [bom] = await readBoms({ name: 'bom.csv', path }, options);
    return bom!;
  } catch (error) {
    if (error instanceof AuditError) return error;
    throw error;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Without the margin of the test's own text; blanks that a line begins with beyond it are kept. */
function trimmed(text: string): string[] {
  const lines = text
    .split('\n')
    .filter((line, at, all) => line.trim() !== '' || (at > 0 && at < all.length - 1));
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(margin));
}

function columnsOf({ columns: { mpn, manufacturer, quantity, designators } }: Bom): string {
  return [mpn.join(' + '), manufacturer.join(' + '), quantity, designators]
    .map((name) => name || '-')
    .join('; ');
}

function wordsOf({ lines, problems, warnings }: Bom): string[] {
  return [
    ...warnings,
    ...problems.map(({ row, message }) => `row ${row}: ${message}`),
    ...[...lines].flatMap(({ row, notes }) => notes.map((note) => `row ${row}: ${note}`)),
  ];
}
