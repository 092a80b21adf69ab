import { fileURLToPath } from 'node:url';
import { type BomSource, type ReadOptions, readBoms } from '../../src/bom/read.ts';
import type { Bom, LineItem } from '../../src/core/bom/line.ts';
import { AuditError } from '../../src/core/errors.ts';

/** A hand-written BOM of fixtures/boms/quirks. */
export function quirk(name: string): BomSource {
  return { name, path: fileURLToPath(new URL(`../../fixtures/boms/quirks/${name}`, import.meta.url)) };
}

/** A line in one string: `2: R1, R2 ×2 RC0603FR-0710KL @ Yageo | …`, `- DNP` when it is not fitted. */
export function spellLine({ row, designators, quantity, parts, fitted }: LineItem): string {
  const names = parts.map(({ mpn, manufacturer }) =>
    manufacturer === null ? mpn : `${mpn} @ ${manufacturer}`,
  );
  const count = quantity === null ? null : `×${quantity}`;
  const words = [`${row}:`, designators, count, names.join(' | '), fitted ? null : '- DNP'];
  return words.filter((word) => word !== null && word !== '').join(' ');
}

export function spellLines(bom: Bom): string[] {
  return Array.from(bom.lines, spellLine);
}

/** What reading a file comes to: the columns and lines of its first BOM. */
export async function readQuirk(name: string, options: ReadOptions = {}): Promise<Bom> {
  const [bom] = await readBoms(quirk(name), options);
  return bom!;
}

/** The error that a reading ends with. */
export async function refusalOf(reading: Promise<unknown>): Promise<AuditError> {
  const error = await reading.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AuditError) return error;
  throw new Error('it was read', { cause: error });
}

/** A whole BOM as a text for people: its columns, its lines, and what was said of them. */
export function spellBom(bom: Bom): string {
  const { mpn, manufacturer, quantity, designators } = bom.columns;
  return [
    `header: ${bom.headerRow ?? 'none'}`,
    `part numbers: ${mpn.join(' + ')}`,
    `manufacturers: ${manufacturer.join(' + ') || 'none'}`,
    `quantity: ${quantity ?? 'none'}`,
    `designators: ${designators ?? 'none'}`,
    ...spellLines(bom),
    ...[...bom.lines].flatMap(({ row, notes }) => notes.map((note) => `note on ${row}: ${note}`)),
    ...bom.problems.map(({ row, message }) => `problem in ${row}: ${message}`),
    ...bom.warnings.map((warning) => `warning: ${warning}`),
    '',
  ].join('\n');
}
