import { expect, test } from 'vitest';
import { annotations } from '../../src/app/annotations.ts';
import type { Bom, LineItem } from '../../src/core/bom/line.ts';
import { bomOf } from '../support/bom.ts';
import { aLine } from '../support/build.ts';
import { emulated, MPNS } from '../support/emulated.ts';

const [A, B, C] = MPNS as [string, string, string];
const line = (row: number, mpns: readonly string[], over: Partial<LineItem> = {}): LineItem =>
  aLine({ row, parts: mpns.map((mpn) => ({ mpn, manufacturer: null })), ...over });
const bom = (file: string, lines: readonly LineItem[]): Bom => ({ ...bomOf([], file), lines });

async function annotate(boms: readonly Bom[]) {
  const world = await emulated();
  return annotations(boms, await world.run().audit(boms), false);
}

test('each line gains the verdict on its part, each table its own lines', async () => {
  const [first, second] = await annotate([
    bom('a.csv', [line(2, [A]), line(5, ['NO-SUCH-PART'])]),
    bom('b.csv', [line(2, [B])]),
  ]);
  expect(first!.cellsOf(2)!.cells).toMatchObject({ 'Audit Match': 'exact', 'Audit Matched MPN': A });
  expect(first!.cellsOf(5)!.cells).toMatchObject({ 'Audit Match': 'not-found', 'Audit Matched MPN': null });
  expect(first!.cellsOf(3)).toBeUndefined();
  expect(second!.cellsOf(2)!.cells).toMatchObject({ 'Audit Matched MPN': B });
});

test('lines of one part share one annotation, however many they are', async () => {
  const { parts } = line(2, [A]);
  const [table] = await annotate([bom('a.csv', [aLine({ row: 2, parts }), aLine({ row: 3, parts })])]);
  expect(table!.cellsOf(3)).toBe(table!.cellsOf(2));
});

test('the first part number of a line decides, its alternates are noted in their order', async () => {
  const [table] = await annotate([bom('a.csv', [line(2, [C]), line(3, [A, B, C])])]);
  const { cells } = table!.cellsOf(3)!;
  expect(cells['Audit Matched MPN']).toBe(A);
  expect(cells['Audit Note']).toMatch(new RegExp(`Alternate ${B}: .*Alternate ${C}: `));
});

test('lines without a verdict say why', async () => {
  const [table] = await annotate([
    bom('a.csv', [line(2, []), line(3, [A], { fitted: false }), line(4, [A], { notes: ['Odd quantity.'] })]),
  ]);
  expect(table!.cellsOf(2)!.cells).toMatchObject({ 'Audit Match': 'no-mpn' });
  expect(table!.cellsOf(3)!.cells).toMatchObject({
    'Audit Match': null,
    'Audit Note': 'Not fitted: not audited.',
  });
  expect(table!.cellsOf(4)!.cells['Audit Note']).toMatch(/Odd quantity\./);
});

test('tables side by side: the row shows the worst of its lines, and names the others', async () => {
  const [table] = await annotate([bom('a.csv', [line(2, [A]), line(2, ['NO-SUCH-PART'])])]);
  const { severity, cells } = table!.cellsOf(2)!;
  expect(severity).toBe('warn');
  expect(cells['Audit Match']).toBe('not-found');
  expect(cells['Audit Note']).toMatch(new RegExp(`Beside it ${A}: active`));
});
