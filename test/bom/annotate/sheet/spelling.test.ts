import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotateWorkbook } from '../../../../src/bom/annotate/sheet/workbook.ts';
import type { Row } from '../../../../src/bom/rows.ts';
import { openWorkbook } from '../../../../src/bom/xlsx/package.ts';
import { openSheets } from '../../../../src/bom/xlsx/sheet.ts';
import { visitXml } from '../../../../src/bom/xlsx/xml/walk.ts';
import { AUDIT_COLUMNS } from '../../../../src/core/report/audit-columns.ts';
import { replaceFile } from '../../../../src/disk/atomic.ts';
import { annotation } from '../made-up.ts';
import { temporaryFolder, workbook, writeZip } from '../packages.ts';

const path = temporaryFolder();
const SHEET = 'xl/worksheets/sheet1.xml';
const HEADER = ['MPN', 'Qty', 'Note'];
const FIRST = 3;

/** How the XML of a worksheet is spelled: all that parsers take for the same. */
interface Spelling {
  readonly prefix: string;
  readonly quote: string;
  readonly equals: string;
  readonly gap: string;
  readonly isTurned: boolean;
  readonly between: string;
  readonly isCdata: boolean;
  readonly isPlain: boolean;
  readonly elements: 'rows' | 'cells' | 'shuffled';
  readonly encoding: 'utf8' | 'utf16le' | 'utf16be';
}

const spelling: fc.Arbitrary<Spelling> = fc.record({
  prefix: fc.constantFrom('', 'x:', 'main:'),
  quote: fc.constantFrom('"', "'"),
  equals: fc.constantFrom('=', ' = ', '=\n'),
  gap: fc.constantFrom(' ', '\n\t', '  '),
  isTurned: fc.boolean(),
  between: fc.constantFrom('', '\r\n', '<!-- <row r="9"> -->', '<?row r="9"?>'),
  isCdata: fc.boolean(),
  isPlain: fc.boolean(),
  elements: fc.constantFrom('rows', 'cells', 'shuffled'),
  encoding: fc.constantFrom('utf8', 'utf16le', 'utf16be'),
});

function speller({ prefix, quote, equals, gap, isTurned, isCdata }: Spelling) {
  const tag = (name: string, attributes: Record<string, string>, inside?: string) => {
    const spelled = Object.entries(attributes).map(
      ([own, value]) => `${gap}${own}${equals}${quote}${value}${quote}`,
    );
    const start = `<${prefix}${name}${(isTurned ? spelled.reverse() : spelled).join('')}`;
    return inside === undefined ? `${start}/>` : `${start}>${inside}</${prefix}${name}${gap}>`;
  };
  const text = (value: string) => (isCdata ? `<![CDATA[${value}]]>` : value.replace('&', '&amp;'));
  return { tag, text };
}

/** The worksheet with these rows from `FIRST` on; an empty text is no cell, a row without texts is no element. */
function sheetXml(rows: readonly (readonly string[])[], how: Spelling): string {
  const { tag, text } = speller(how);
  const isWhole = how.elements === 'rows' && rows.every((cells) => cells.every((cell) => cell !== ''));
  const elements = rows.flatMap((cells, at) => {
    const r = String(FIRST + at);
    const own = cells.flatMap((cell, column) => {
      const place = isWhole && how.isPlain ? {} : { r: `${'ABC'[column]}${r}` };
      const inside = tag('is', {}, tag('t', { 'xml:space': 'preserve' }, text(cell)));
      return cell === '' ? [] : [tag('c', { ...place, t: 'inlineStr' }, inside)];
    });
    const spans = how.isTurned ? {} : { spans: '1:3' };
    if (how.elements !== 'rows') return own.map((cell) => tag('row', { r, ...spans }, cell));
    return own.length === 0 ? [] : [tag('row', { r, ...spans }, own.join(how.between))];
  });
  if (how.elements === 'shuffled') elements.reverse();
  const inside = how.between + elements.join(how.between) + how.between;
  const namespace = how.prefix === '' ? 'xmlns' : `xmlns:${how.prefix.slice(0, -1)}`;
  const frame = [
    tag('dimension', { ref: `A${FIRST}:C${FIRST + rows.length - 1}` }),
    tag('cols', {}, tag('col', { min: '1', max: '3', width: '9' })),
    tag('sheetData', {}, inside),
  ];
  return tag('worksheet', { [namespace]: 'urn:main' }, frame.join(how.between));
}

function encoded(xml: string, encoding: Spelling['encoding']): Buffer {
  if (encoding === 'utf8') return Buffer.from(xml);
  const bytes = Buffer.from(`\ufeff${xml}`, 'utf16le');
  return encoding === 'utf16le' ? bytes : bytes.swap16();
}

/** The places that cells are written at, each as often as it is. */
async function placesOf(file: string): Promise<string[]> {
  const book = await openWorkbook(file);
  const places: string[] = [];
  await visitXml(book, SHEET, {
    open(tag) {
      const place = tag.name === 'c' ? tag.attribute('r') : undefined;
      if (place !== undefined) places.push(place);
    },
  });
  await book.close();
  return places;
}

async function rowsOf(file: string): Promise<Row[]> {
  const source = await openSheets(file);
  const rows: Row[] = [];
  for await (const batch of source.sheets[0]!.rows()) rows.push(...batch);
  await source.close();
  return rows;
}

const texts = fc.constantFrom('', 'LM358DR', '4', 'é 漢 😀', 'a & b', '_x');

test('in any spelling the copy holds the same cells, and the audit cells in the rows that they are about', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      spelling,
      fc.array(fc.tuple(texts, texts, texts), { minLength: 1, maxLength: 6 }),
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      async (how, body, audited) => {
        const xml = sheetXml([HEADER, ...body], how);
        const file = await writeZip(path('in.xlsx'), {
          ...workbook({ rows: '' }),
          [SHEET]: encoded(xml, how.encoding),
        });
        const before = await rowsOf(file);
        const expected = [HEADER, ...body]
          .map((cells, at) => ({ row: FIRST + at, cells: trimmed(cells) }))
          .filter(({ cells }) => cells.length > 0);
        expect(before).toEqual(expected);

        const annotate = async (word: string, from: string, to: string) => {
          const cellsOf = (row: number) => {
            const isOwn = row > FIRST && row <= FIRST + body.length && audited[row - FIRST - 1];
            return isOwn ? annotation({ 'Audit Lifecycle': `${word} ${row}` }) : undefined;
          };
          const table = { sheet: 'BOM', headerRow: FIRST, firstRow: FIRST, cellsOf };
          await replaceFile(path(to), (out) => annotateWorkbook(path(from), out, [table]));
          const places = await placesOf(path(to));
          expect(places).toHaveLength(new Set(places).size);
          return rowsOf(path(to));
        };
        /** Rows that hold nothing gain an element only where something is to be said of them, up to the last that has one. */
        const last = before.at(-1)!.row;
        const audit = (word: string) =>
          [HEADER, ...body].flatMap((cells, at): Row[] => {
            const row = FIRST + at;
            const said = at > 0 && audited[at - 1] && row <= last;
            const own =
              at === 0 ? [...cells, ...AUDIT_COLUMNS] : said ? [...cells, `${word} ${row}`] : trimmed(cells);
            return own.length === 0 ? [] : [{ row, cells: own }];
          });
        expect(await annotate('first', 'in.xlsx', 'once.xlsx')).toEqual(audit('first'));
        expect(await annotate('again', 'once.xlsx', 'twice.xlsx')).toEqual(audit('again'));
      },
    ),
    { numRuns: 60 },
  );
});

/** Without the empty cells at the end. */
function trimmed(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}
