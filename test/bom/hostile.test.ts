import { describe, expect, test } from 'vitest';
import { annotateFile } from '../../src/bom/annotate/annotate.ts';
import { readBoms } from '../../src/bom/read.ts';
import { AuditError } from '../../src/core/errors.ts';
import { relations, row, temporaryFolder, workbook, writeZip } from './annotate/packages.ts';

const path = temporaryFolder();
const HEADER = row(1, 'MPN', 'Qty');
const ROWS = HEADER + row(2, 'NE555P', '1') + row(3, 'LM358N', '2');
const sheet = (xml: string): Record<string, string> =>
  workbook({ rows: ROWS }, { 'xl/worksheets/sheet1.xml': xml });
const withStrings = (xml: string): Record<string, string> =>
  workbook(
    { rows: ROWS },
    {
      'xl/_rels/workbook.xml.rels': relations({
        r1: ['worksheet', 'worksheets/sheet1.xml'],
        r2: ['sharedStrings', 'sharedStrings.xml'],
      }),
      'xl/sharedStrings.xml': xml,
    },
  );
/** Of letters and digits that hardly compress. */
const noise = (length: number): string => {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state % 36).toString(36);
  }).join('');
};

/** Reads a workbook, then annotates it whatever was read; what each says. Anything but an `AuditError` passes through. */
async function handle(entries: Readonly<Record<string, string>>): Promise<string> {
  const file = await writeZip(path('hostile.xlsx'), entries);
  const table = { sheet: 'BOM', headerRow: 1, firstRow: 1, cellsOf: () => undefined };
  const says = (error: unknown): string => {
    if (error instanceof AuditError)
      return error.cause instanceof AuditError ? error.cause.message : error.message;
    throw error;
  };
  const read = await readBoms({ name: 'hostile.xlsx', path: file }).then(() => 'read', says);
  const annotated = await annotateFile(file, path('out.xlsx'), [table]).then(() => 'annotated', says);
  return `${read}; ${annotated}`;
}

describe('a workbook made to hurt ends within bounded time and memory', () => {
  test.each<[string, RegExp, () => Record<string, string>]>([
    [
      'elements a million deep',
      /nested beyond all bounds; .*breaks off/,
      () => sheet(`<worksheet><sheetData>${'<a>'.repeat(1_000_000)}`),
    ],
    [
      'strings a million deep',
      /nested beyond all bounds; annotated/,
      () => withStrings(`<sst><si>${'<r>'.repeat(1_000_000)}`),
    ],
    [
      'a workbook part twenty million deep',
      /nested beyond all bounds; .*nested beyond all bounds/,
      () => workbook({ rows: ROWS }, { 'xl/workbook.xml': `<workbook>${'<a>'.repeat(20_000_000)}` }),
    ],
    [
      'a million comments in a row',
      /read; annotated/,
      () => workbook({ rows: `${ROWS}<row r="4">${'<!-- -->'.repeat(1_000_000)}</row>` }),
    ],
    [
      'a row that never ends',
      /no well-formed XML; .*breaks off/,
      () => workbook({ rows: `${HEADER}<row r="2">${`<c><v>${noise(60)}</v></c>`.repeat(300_000)}` }),
    ],
    [
      'a cell of seventy million characters',
      /longer than any.*; .*longer than any/,
      () => workbook({ rows: `<row><c><v>${noise(1000).repeat(7e4)}` }),
    ],
    [
      'a million attributes',
      /./,
      () => sheet(`<worksheet ${Array.from({ length: 1e6 }, (_, n) => `a${n}=""`).join(' ')}><sheetData/>`),
    ],
    ['a million empty rows', /./, () => workbook({ rows: HEADER + '<row/>'.repeat(1_000_000) })],
    [
      'a row number beyond all sheets',
      /a row numbered 99999999999, .*; .*a row numbered 99999999999/,
      () => workbook({ rows: `${HEADER}<row r="99999999999"><c/></row>` }),
    ],
    ['a million sheet data', /./, () => sheet(`<worksheet>${'<sheetData/>'.repeat(1_000_000)}`)],
    ['no sheet data', /; .*breaks off/, () => sheet(`<worksheet>${'<a/>'.repeat(3_000_000)}`)],
    [
      'entities that grow',
      /no well-formed XML; /,
      () => sheet(`<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><worksheet><sheetData>&b;</sheetData>`),
    ],
    [
      'a million strings',
      /read; annotated/,
      () => withStrings(`<sst>${'<si><t>x</t></si>'.repeat(1_000_000)}</sst>`),
    ],
    [
      'relations that go round',
      /./,
      () => ({
        ...workbook({ rows: ROWS }),
        'xl/_rels/workbook.xml.rels': relations({ r1: ['worksheet', 'workbook.xml'] }),
      }),
    ],
  ])('%s', async (_title, says, entries) => {
    const started = performance.now();
    expect(await handle(entries())).toMatch(says);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
