import { describe, expect, test } from 'vitest';
import { annotateFile } from '../../src/bom/annotate/annotate.ts';
import { readBoms } from '../../src/bom/read.ts';
import { AuditError } from '../../src/core/errors.ts';
import { type Repeated, relations, row, temporaryFolder, workbook, writeZip } from './annotate/packages.ts';

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
/** A workbook part and its relations with so many sheets. */
function sheetsOf(count: number, partOf: (at: number) => string): Record<string, string> {
  const places = Array.from({ length: count }, (_, at) => at);
  const sheets = places.map((at) => `<sheet name="S${at}" r:id="r${at}"/>`).join('');
  return {
    'xl/workbook.xml': `<workbook xmlns:r="urn:r"><sheets>${sheets}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(
      Object.fromEntries(places.map((at) => [`r${at}`, ['worksheet', partOf(at)] as const])),
    ),
  };
}

/** Of letters and digits that hardly compress. */
const noise = (length: number): string => {
  let state = 1;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state % 36).toString(36);
  }).join('');
};

type Entries = Readonly<Record<string, string | Repeated>>;

/** Reads a workbook, then annotates it whatever was read; what each says. Anything but an `AuditError` passes through. */
async function handle(entries: Entries): Promise<string> {
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
  test.each<[string, RegExp, () => Entries]>([
    [
      'elements a million deep',
      /nested beyond all bounds; .*nested beyond all bounds/,
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
      /longer than any.*; .*longer than any/,
      () => workbook({ rows: `${ROWS}<row r="4">${'<!-- -->'.repeat(1_000_000)}</row>` }),
    ],
    [
      'a row that never ends',
      /more cells than a sheet has columns; .*more cells than/,
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
    [
      'no sheet data',
      /no well-formed XML; .*no well-formed XML/,
      () => sheet(`<worksheet>${'<a/>'.repeat(3_000_000)}`),
    ],
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
      'strings that unpack to 1.5 GB',
      /unpacks to more than can be read; annotated/,
      () => ({
        ...withStrings(''),
        'xl/sharedStrings.xml': { before: '<sst>', unit: '<si/>', times: 3e8, behind: '</sst>' },
      }),
    ],
    [
      'as many strings as the budget lets begin',
      /unpacks to more than can be read; annotated/,
      () => ({
        ...withStrings(''),
        'xl/sharedStrings.xml': { before: '<sst>', unit: '<si/>', times: 4e7, behind: '</sst>' },
      }),
    ],
    [
      '250 MB of relations',
      /unpacks to more than can be read; .*unpacks to more than can be read/,
      () => ({
        ...workbook({ rows: ROWS }),
        'xl/_rels/workbook.xml.rels': {
          before: '<Relationships>',
          unit: '<Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>',
          times: 3.5e6,
          behind: '</Relationships>',
        },
      }),
    ],
    ...[6e7, 1e7].map((times): [string, RegExp, () => Entries] => [
      `${times} empty rows`,
      /unpacks to more than can be read; .*unpacks to more than can be read/,
      () => ({
        ...workbook({ rows: ROWS }),
        'xl/worksheets/sheet1.xml': {
          before: `<worksheet><sheetData>${ROWS}`,
          unit: '<row r="7"/>',
          times,
          behind: '</sheetData></worksheet>',
        },
      }),
    ]),
    [
      'two thousand sheets that are one part',
      /one and the same part; .*one and the same part/,
      () =>
        workbook(
          { rows: ROWS },
          sheetsOf(2_000, () => 'worksheets/sheet1.xml'),
        ),
    ],
    [
      'two thousand sheets of six hundred rows',
      /unpacks to more than can be read; /,
      () => ({
        ...workbook(
          { rows: ROWS },
          sheetsOf(2_000, (at) => `worksheets/own${at}.xml`),
        ),
        ...Object.fromEntries(
          Array.from({ length: 2_000 }, (_, at) => [
            `xl/worksheets/own${at}.xml`,
            {
              before: `<worksheet><sheetData>${HEADER}`,
              unit: '<row><c t="inlineStr"><is><t>LM358DR</t></is></c><c><v>1</v></c></row>',
              times: 600,
              behind: '</sheetData></worksheet>',
            },
          ]),
        ),
      }),
    ],
    [
      'a cell far to the right in each of a million rows',
      /unpacks to more than can be read; /,
      () => ({
        ...workbook({ rows: ROWS }),
        'xl/worksheets/sheet1.xml': {
          before: `<worksheet><sheetData>${ROWS}`,
          unit: '<row><c r="ALK1"><v>1</v></c></row>',
          times: 1_000_000,
          behind: '</sheetData></worksheet>',
        },
      }),
    ],
    [
      'merged cells that lie on one another',
      /unpacks to more than can be read; .*unpacks to more than can be read/,
      () => ({
        ...workbook({ rows: ROWS }),
        'xl/worksheets/sheet1.xml': {
          before: `<worksheet><sheetData>${ROWS}</sheetData><mergeCells>`,
          unit: '<mergeCell ref="A2:A1048576"/>',
          times: 3_000_000,
          behind: '</mergeCells></worksheet>',
        },
      }),
    ],
    [
      'a cell of texts without end',
      /longer than any.*; .*longer than any/,
      () => ({
        ...workbook({ rows: ROWS }),
        'xl/worksheets/sheet1.xml': {
          before: '<worksheet><sheetData><row><c><is>',
          unit: `<t>${'x'.repeat(100)}</t>`,
          times: 1_000_000,
          behind: '</is></c></row></sheetData></worksheet>',
        },
      }),
    ],
    [
      'relations that go round',
      /./,
      () => ({
        ...workbook({ rows: ROWS }),
        'xl/_rels/workbook.xml.rels': relations({ r1: ['worksheet', 'workbook.xml'] }),
      }),
    ],
  ])('%s', { timeout: 120_000 }, async (_title, says, entries) => {
    expect(await handle(entries())).toMatch(says);
  });
});
