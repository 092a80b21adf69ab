import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import {
  BlobReader,
  TextReader,
  TextWriter,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipReader,
  ZipWriter,
} from '@zip.js/zip.js';
import { afterAll, beforeAll } from 'vitest';
import { Budget } from '../../../src/bom/xlsx/budget.ts';
import { ZIP_OPTIONS } from '../../../src/bom/xlsx/package.ts';
import type { PartSource } from '../../../src/bom/xlsx/xml/walk.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A folder for the files of one test file, gone when its tests are done. */
export function temporaryFolder(): (name: string) => string {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'annotate-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  return (name) => join(folder, name);
}

/** A long text: a beginning, something over and over again, and an end. */
export interface Repeated {
  readonly before: string;
  readonly unit: string;
  readonly times: number;
  readonly behind: string;
}

/** Writes a ZIP file with these entries in their order. */
export async function writeZip(
  path: string,
  entries: Readonly<Record<string, string | Uint8Array | Repeated>>,
): Promise<string> {
  const zip = new ZipWriter(new Uint8ArrayWriter(), {
    useWebWorkers: false,
    lastModDate: new Date(2026, 0, 1),
  });
  for (const [name, content] of Object.entries(entries)) {
    if (typeof content === 'object' && 'unit' in content) await addRepeated(zip, name, content);
    else
      await zip.add(
        name,
        typeof content === 'string' ? new TextReader(content) : new Uint8ArrayReader(content),
      );
  }
  await writeFile(path, await zip.close());
  return path;
}

/** Compresses the unit once, whatever the times. The checksum is none. */
async function addRepeated(
  zip: ZipWriter<unknown>,
  name: string,
  { before, unit, times, behind }: Repeated,
): Promise<void> {
  const block = Math.min(times, Math.ceil(2 ** 20 / unit.length));
  const blocks = Math.ceil(times / block);
  const open = (text: string) => deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([
    open(before),
    ...(Array.from({ length: blocks }).fill(open(unit.repeat(block))) as Buffer[]),
    deflateRawSync(behind),
  ]);
  await zip.add(name, new Uint8ArrayReader(packed), {
    passThrough: true,
    uncompressedSize: before.length + unit.length * block * blocks + behind.length,
    signature: 0,
    compressionMethod: 8,
  });
}

/** The entries of a ZIP file as text. */
export async function readZip(path: string): Promise<Record<string, string>> {
  const zip = new ZipReader(new BlobReader(await openAsBlob(path)), ZIP_OPTIONS);
  const entries: Record<string, string> = {};
  for (const entry of await zip.getEntries()) {
    if (!entry.directory) entries[entry.filename] = await entry.getData(new TextWriter());
  }
  return entries;
}

/** The relationships part with these targets by id; a target's type is its folder or name. */
export function relations(
  targets: Readonly<Record<string, readonly [type: string, target: string]>>,
): string {
  const items = Object.entries(targets).map(
    ([id, [type, target]]) => `<Relationship Id="${id}" Type="${TYPE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${RELATIONS}">${items.join('')}</Relationships>`;
}

export const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"><alignment horizontal="center"/></xf></cellXfs></styleSheet>`;

/** What is in a worksheet: its rows' XML, and what stands before and behind `sheetData`. */
export interface SheetXml {
  readonly rows: string;
  readonly before?: string;
  readonly behind?: string;
}

/** The entries of a small workbook with one sheet, `BOM`, and whatever else is given. */
export function workbook(
  sheet: SheetXml,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const { rows, before = '', behind = '' } = sheet;
  return {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    '_rels/.rels': relations({ r1: ['officeDocument', 'xl/workbook.xml'] }),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${TYPE}"><sheets><sheet name="BOM" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations({
      r1: ['worksheet', 'worksheets/sheet1.xml'],
      r2: ['styles', 'styles.xml'],
    }),
    'xl/styles.xml': STYLES,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${behind}</worksheet>`,
    ...more,
  };
}

/** A row of inline strings; a cell is its text, or its whole XML when it begins with `<`. */
export function row(number: number, ...cells: readonly string[]): string {
  const xml = cells.map((cell, index) => {
    const place = `${String.fromCharCode(65 + index)}${number}`;
    return cell.startsWith('<') || cell === ''
      ? cell
      : `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  });
  return `<row r="${number}">${xml.join('')}</row>`;
}

/** A source whose every part is this text, in pieces of that many bytes. */
export function sourceOf(xml: string | Buffer, piece = 64): PartSource {
  const bytes = Buffer.from(xml);
  return {
    budget: new Budget('book.xlsx', bytes.length),
    async *stream() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    },
  };
}
