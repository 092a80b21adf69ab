import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Layout } from '../../src/bom/layout.ts';
import { type ReadOptions, readBoms } from '../../src/bom/read.ts';

const LAYOUT: Layout = {
  headers: ['Pos', 'Teil A', 'Teil B', 'Stück'],
  mpnColumns: ['Teil B'],
  manufacturerColumns: [],
  quantityColumn: 'Stück',
  designatorColumn: null,
};
const BODY = '1,STM32F103C8T6,NE555P,2\n2,GRM188R71H104KA93D,LM358N,3\n';

async function columns(text: string, options: ReadOptions) {
  const path = join(mkdtempSync(join(tmpdir(), 'bom-audit-layout-')), 'bom.csv');
  writeFileSync(path, text);
  const [bom] = await readBoms({ name: 'bom.csv', path }, options);
  return { ...bom?.columns, headerRow: bom?.headerRow };
}

test.each([
  ['a file of the layout', `Pos,Teil A,Teil B,Stück\n${BODY}`, 1],
  ['whatever stands above the header', `Projekt,Motor\n\nPos,Teil A,Teil B,Stück\n${BODY}`, 3],
  ['spelt in another case, with blank cells at the end', `POS,TEIL A,Teil  B,stück,,\n${BODY}`, 1],
  ['annotated by an earlier audit', `Pos,Teil A,Teil B,Stück,Audit Lifecycle\n${BODY}`, 1],
])('%s is read by it', async (_title, text, headerRow) => {
  expect(await columns(text, { layouts: [LAYOUT] })).toMatchObject({
    mpn: [expect.stringMatching(/teil\s+b/i)],
    headerRow,
  });
});

test('what is said for this run wins over the layout', async () => {
  const text = `Pos,Teil A,Teil B,Stück\n${BODY}`;
  expect(await columns(text, { layouts: [LAYOUT], mpnColumns: ['Teil A'] })).toMatchObject({
    mpn: ['Teil A'],
  });
});

test('another header is not read by it', async () => {
  const text = `Pos,MPN,Teil B,Menge\n${BODY}`;
  expect(await columns(text, { layouts: [LAYOUT] })).toMatchObject({ mpn: ['MPN'], quantity: 'Menge' });
});
