import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { annotateCsv } from '../../../../src/bom/formats/csv/annotate.ts';
import type { Dialect } from '../../../../src/bom/formats/csv/dialect.ts';
import { type RecordPass, visitRecords } from '../../../../src/bom/formats/csv/records.ts';
import { AUDIT_COLUMNS, type RowAnnotation } from '../../../../src/core/report/audit-columns.ts';
import { ACTIVE, annotation, FULL } from '../../annotate/made-up.ts';
import { bytesIn, COMMAS, encode } from './texts.ts';

const NAMES = AUDIT_COLUMNS.join(',');
const ACTIVE_CELLS = 'active,exact,,,,,,,,,';

interface Case {
  readonly dialect?: Partial<Dialect>;
  readonly headerRow?: number | null;
  readonly firstRow?: number;
  readonly rows?: Readonly<Record<number, RowAnnotation>>;
}

async function annotateBytes(
  bytes: Buffer,
  { dialect, headerRow = 1, firstRow = headerRow ?? 1, rows = { 2: ACTIVE } }: Case,
): Promise<Buffer> {
  const asked: number[] = [];
  const cellsOf = (row: number) => {
    asked.push(row);
    return rows[row];
  };
  const whole = { ...COMMAS, ...dialect };
  const pass: RecordPass = (visit) => visitRecords(bytesIn(bytes, 7), whole, visit);
  const out: Buffer[] = [];
  const table = { sheet: null, headerRow, firstRow, cellsOf };
  for await (const block of annotateCsv(pass, whole, table)) out.push(block);
  expect(asked).toEqual([...new Set(asked)].sort((a, b) => a - b));
  return Buffer.concat(out);
}

async function annotate(text: string, options: Case = {}): Promise<string> {
  const encoding = options.dialect?.encoding ?? 'utf8';
  const bytes = await annotateBytes(encode(text, encoding), options);
  return iconv.decode(bytes, encoding, { stripBOM: false });
}

describe('annotateCsv adds cells at the right end', () => {
  test.each<[string, string, string, Case?]>([
    [
      'of the header and of the rows that have any',
      'MPN,Qty\nA1,2\n',
      `MPN,Qty,${NAMES}\nA1,2,${ACTIVE_CELLS}\n`,
    ],
    [
      'with the line ends of each row, and none at the end',
      'MPN\r\nA1\nB2',
      `MPN,${NAMES}\r\nA1,${ACTIVE_CELLS}\nB2`,
    ],
    [
      'not of blank lines and of rows without annotation',
      'MPN,Qty\nA1,2\n\nTotal\n',
      `MPN,Qty,${NAMES}\nA1,2,${ACTIVE_CELLS}\n\nTotal\n`,
    ],
    [
      'below a preamble, which stays',
      'Board,X,1,2,3\nMPN\nA1',
      `Board,X,1,2,3\nMPN,${NAMES}\nA1,${ACTIVE_CELLS}`,
      { headerRow: 2, rows: { 3: ACTIVE } },
    ],
    [
      'of rows above the header that belong to the table',
      'Board,X,1,2,3\nA1,2\nMPN,Qty\nB2,1,x\n',
      `Board,X,1,2,3\nA1,2,,${ACTIVE_CELLS}\nMPN,Qty,,${NAMES}\nB2,1,x,${ACTIVE_CELLS}\n`,
      { headerRow: 3, firstRow: 2, rows: { 2: ACTIVE, 4: ACTIVE } },
    ],
    [
      'in one column when rows are shorter or longer',
      'MPN,Qty\nA1\nB2,1,x\n',
      `MPN,Qty,,${NAMES}\nA1,,,${ACTIVE_CELLS}\nB2,1,x\n`,
    ],
    [
      'without header cells when there is no header',
      'A1,2\nB2,3\n',
      `A1,2,${ACTIVE_CELLS}\nB2,3\n`,
      { headerRow: null, rows: { 1: ACTIVE } },
    ],
    [
      'of records that hold line breaks',
      'MPN,Ref\nA1,"R1\nR2"\nB2,R3\n',
      `MPN,Ref,${NAMES}\nA1,"R1\nR2"\nB2,R3,${ACTIVE_CELLS}\n`,
      { rows: { 3: ACTIVE } },
    ],
    [
      'in quotes when all others are',
      '"MPN"\n"A1"\n',
      `${['MPN', ...AUDIT_COLUMNS].map((name) => `"${name}"`).join(',')}\n${['A1', 'active', 'exact', ...Array(9).fill('')].map((cell) => `"${cell}"`).join(',')}\n`,
    ],
    [
      'in quotes when all other rows are, whatever the header is',
      'MPN\tQty\n"A1"\t"2"\n',
      `MPN\tQty\t${AUDIT_COLUMNS.join('\t')}\n"A1"\t"2"\t"active"\t"exact"${'\t""'.repeat(9)}\n`,
      { dialect: { delimiter: '\t' } },
    ],
    [
      'with semicolons',
      'MPN;Qty\nA1;2\n',
      `MPN;Qty;${AUDIT_COLUMNS.join(';')}\nA1;2;active;exact;;;;;;;;;\n`,
      { dialect: { delimiter: ';' } },
    ],
    [
      'within lines that are quoted as a whole',
      'made by X\n"MPN,""Qty"""\n"A1,""2"""\n',
      `made by X\n"MPN,""Qty"",${NAMES}"\n"A1,""2"",${ACTIVE_CELLS}"\n`,
      { dialect: { wrapped: true }, headerRow: 2, rows: { 3: ACTIVE } },
    ],
    ['behind a byte-order mark', '\uFEFFMPN\nA1\n', `\uFEFFMPN,${NAMES}\nA1,${ACTIVE_CELLS}\n`],
  ])('%s', async (_, text, expected, options) => {
    expect(await annotate(text, options)).toBe(expected);
  });

  test('in all types, guarded against formulas, quoted where needed', async () => {
    const cells = `last-buy,exact,2027-01-31,-3,'-5V0,"Würth, Elektronik",732-1-ND,0,12,"buy ""now""",2026-11-21`;
    expect(await annotate('MPN\nA1\n', { rows: { 2: FULL } })).toBe(`MPN,${NAMES}\nA1,${cells}\n`);
  });

  test.each(['=1+1', '+1', '-x', '@x', '\tx', '\rx'])('with an apostrophe before %j', async (note) => {
    const text = await annotate('MPN\nA1\n', { rows: { 2: annotation({ 'Audit Note': note }) } });
    expect(text).toContain(`'${note}`);
  });

  test.each(['utf16le', 'utf16be', 'windows-1252', 'cp932', 'gb18030'])('in %s', async (encoding) => {
    const dialect = { encoding };
    const out = await annotate('MPN,Qty\nA1,2\n', {
      dialect,
      rows: { 2: annotation({ 'Audit Note': 'naïve' }) },
    });
    const note = encoding === 'cp932' ? 'na?ve' : 'naïve';
    expect(out).toBe(`MPN,Qty,${NAMES}\nA1,2,,,,,,,,,,${note},\n`);
  });
});

describe('half a character at the end of the file stays behind what is inserted', () => {
  const text = 'MPN|Qty\nA1|漢';
  test.each([
    ['utf8', '漢', 2],
    ['utf16le', '\n', 1],
    ['utf16be', '漢', 1],
    ['utf16le', '🔌', 3],
    ['cp932', '漢', 1],
    ['gb18030', '漢', 1],
    ['gb18030', '🔌', 3],
    ['euc-jp', '丂', 2],
  ])('in %s, of %j %i bytes', async (encoding, cut, kept) => {
    const half = encode(cut, encoding).subarray(0, kept);
    const options = { dialect: { encoding, delimiter: '|' } };
    for (const [body, added] of [
      [text, `MPN|Qty|${NAMES}\nA1|漢|${ACTIVE_CELLS}`],
      [`${text}\n`, `MPN|Qty|${NAMES}\nA1|漢|${ACTIVE_CELLS}\n`],
    ] as const) {
      const bytes = await annotateBytes(Buffer.concat([encode(body, encoding), half]), options);
      expect(bytes).toEqual(Buffer.concat([encode(added.replaceAll(',', '|'), encoding), half]));
    }
  });
});

describe('annotateCsv updates the cells of an earlier run', () => {
  test('where they stand, also with columns of the user to the right', async () => {
    const once = await annotate('MPN\nA1\nB2\n', { rows: { 2: ACTIVE, 3: ACTIVE } });
    const edited = once.replace('As Of', 'As Of,Mine').replace('A1,active,exact,,,,,,,,,', '$&,keep');
    const twice = await annotate(edited, { rows: { 2: FULL, 3: ACTIVE } });
    expect(twice).toContain(`MPN,${NAMES},Mine\nA1,last-buy,exact,2027-01-31,-3,`);
    expect(twice).toContain(',2026-11-21,keep\nB2,active,exact,,,,,,,,,\n');
  });

  test('and empties those of a row that is no part any more', async () => {
    const once = await annotate('MPN\nA1\nB2\n', { rows: { 2: ACTIVE, 3: ACTIVE } });
    const header = once.slice(0, once.indexOf('\n') + 1);
    expect(await annotate(once, { rows: { 3: ACTIVE } })).toBe(
      `${header}A1,,,,,,,,,,,\nB2,${ACTIVE_CELLS}\n`,
    );
  });

  test('and adds those that the user has deleted at the end', async () => {
    const text = 'MPN,Audit Match,Audit Lifecycle\nA1,near,obsolete\n';
    const rest = AUDIT_COLUMNS.slice(2).join(',');
    expect(await annotate(text)).toBe(`MPN,Audit Match,Audit Lifecycle,${rest}\nA1,exact,active,,,,,,,,,\n`);
  });

  test('also in rows above the header', async () => {
    const options = { headerRow: 2, firstRow: 1, rows: { 1: ACTIVE, 3: FULL } };
    const once = await annotate('A1,2\nMPN,Qty\nB2,3\n', options);
    expect(await annotate(once, options)).toBe(once);
    const [first = ''] = (await annotate(once, { ...options, rows: { 3: FULL } })).split('\n');
    expect(first).toBe(`A1,2${','.repeat(AUDIT_COLUMNS.length)}`);
  });

  test('also in a table without header', async () => {
    const rows = { 1: ACTIVE, 2: FULL };
    const once = await annotate('A1,2\nB2,3\n', { headerRow: null, rows });
    expect(await annotate(once, { headerRow: null, rows })).toBe(once);
  });
});

describe('whatever the file is like', () => {
  const field = fc.constantFrom('', 'a', '"q"', '"a,b"', '"x\ny"', '"1""2"', 'in 2"', 'é');
  const file = fc
    .array(fc.tuple(fc.array(field, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\r\n', '\r')), {
      minLength: 1,
      maxLength: 6,
    })
    .map((rows) => rows.map(([fields, end]) => fields.join(',') + end).join(''));
  const rows = fc.array(fc.constantFrom(undefined, ACTIVE, FULL), { minLength: 7, maxLength: 7 });
  const encodings = fc.constantFrom('utf8', 'utf16le', 'utf16be', 'windows-1252');
  const headers = fc.constantFrom(1, 2, null);

  test('a second run changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(file, rows, encodings, headers, async (text, annotations, encoding, headerRow) => {
        const options = {
          dialect: { encoding },
          headerRow,
          rows: { ...annotations } as Record<number, RowAnnotation>,
        };
        const once = await annotate(text, options);
        expect(await annotate(once, options)).toBe(once);
      }),
    );
  });

  test('what is added off, the file is the same', async () => {
    await fc.assert(
      fc.asyncProperty(file, rows, encodings, headers, async (text, annotations, encoding, headerRow) => {
        const bytes = encode(text, encoding);
        const options = {
          dialect: { encoding },
          headerRow,
          rows: { ...annotations } as Record<number, RowAnnotation>,
        };
        expect(isWithin(bytes, await annotateBytes(bytes, options))).toBe(true);
      }),
    );
  });
});

/** True when all bytes of `part` are in `whole` in their order, so that the rest was inserted. */
function isWithin(part: Buffer, whole: Buffer): boolean {
  let at = 0;
  for (const byte of whole) if (byte === part[at]) at += 1;
  return at === part.length;
}
