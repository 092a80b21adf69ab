import { openAsBlob } from 'node:fs';
import { posix } from 'node:path';
import { type Readable, Transform, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createInflateRaw } from 'node:zlib';
import { BlobReader, type FileEntry, ZipReader } from '@zip.js/zip.js';
import { AuditError } from '../../core/errors.ts';
import { type Relation, readRelations, readWorkbook, type SheetRef } from './parts.ts';

/** An opened XLSX or XLSM file. Part names are paths in the package without a leading slash, in any case. */
export interface Workbook {
  /** In the order of the tabs, chart and dialog sheets left out; `part` holds the worksheet's XML. */
  readonly sheets: readonly SheetRef[];
  /** True when day 0 is in 1904 instead of 1900. */
  readonly date1904: boolean;
  /** The parts of the shared strings and the styles; null when the workbook has none. */
  readonly strings: string | null;
  readonly styles: string | null;
  has(part: string): boolean;
  /** The name as it is written in the package. */
  nameOf(part: string): string;
  /** The part's bytes, inflated; fails with `AuditError('input')` on damage and on a part that grows absurdly. */
  stream(part: string): Readable;
  /** The whole part as text (UTF-8 or UTF-16 by its mark), at most 256 MiB. */
  text(part: string): Promise<string>;
  /** What the part points to, its targets as part names; empty when it points to nothing. */
  relations(part: string): Promise<readonly Relation[]>;
  /** The file itself, for copying its parts as they are. */
  readonly blob: Blob;
  close(): Promise<void>;
}

const MiB = 2 ** 20;
/** What honest workbooks stay far below, and zip bombs pass: a sheet of a million rows is some 700 MiB of XML. */
const LIMITS = { entries: 50_000, part: 4096 * MiB, text: 256 * MiB, ratioFrom: 64 * MiB, ratio: 250 };

/** Opens the workbook at `path`; throws `AuditError('input')` for what is no readable XLSX or XLSM. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const blob = await openAsBlob(path).catch((cause: unknown) => {
    throw new AuditError('input', `${path} cannot be read`, { cause });
  });
  await refuseForeign(path, blob);
  const zip = new ZipReader(new BlobReader(blob), { useWebWorkers: false });
  const parts = await listParts(path, zip);
  const entryOf = (part: string): FileEntry => {
    const entry = parts.get(keyOf(part));
    if (entry === undefined) throw broken(path, `has no part ${part}`);
    return entry;
  };
  const stream = (part: string): Readable => inflate(path, entryOf(part));
  const text = async (part: string): Promise<string> => {
    if (entryOf(part).uncompressedSize > LIMITS.text) throw broken(path, `has an oversized part ${part}`);
    return decodeXml(await buffer(stream(part)));
  };
  const relations = async (part: string): Promise<readonly Relation[]> => {
    const rels = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
    return parts.has(keyOf(rels)) ? readRelations(await text(rels), posix.dirname(part)) : [];
  };

  const main = (await relations('')).find((relation) => relation.type === 'officeDocument')?.target;
  const isXml = main !== undefined && parts.has(keyOf(main)) && main.toLowerCase().endsWith('.xml');
  if (!isXml) throw foreign(path);
  const targets = await relations(main);
  const contents = readWorkbook(await text(main), targets);
  if (contents.sheets.length === 0) throw foreign(path);
  const partOf = (type: string) =>
    targets.find((relation) => relation.type === type && parts.has(keyOf(relation.target)))?.target ?? null;
  return {
    ...contents,
    strings: partOf('sharedStrings'),
    styles: partOf('styles'),
    has: (part) => parts.has(keyOf(part)),
    nameOf: (part) => entryOf(part).filename,
    stream,
    text,
    relations,
    blob,
    close: () => zip.close(),
  };
}

const SAVE_AS = 'Save it as .xlsx or .csv and audit that file.';

/** A package is a ZIP file; what comes in its place most often is named. */
async function refuseForeign(path: string, blob: Blob): Promise<void> {
  const head = Buffer.from(await blob.slice(0, 8).arrayBuffer());
  if (head.subarray(0, 2).toString('latin1') === 'PK') return;
  if (head.toString('hex') !== 'd0cf11e0a1b11ae1') {
    throw new AuditError('input', `${path} is no XLSX file`, { hint: SAVE_AS });
  }
  const bytes = Buffer.from(await blob.arrayBuffer());
  const encrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  throw encrypted
    ? new AuditError('input', `${path} is protected by a password`, {
        hint: 'Save a copy without the password.',
      })
    : new AuditError('input', `${path} is a file of the old Excel format (.xls)`, { hint: SAVE_AS });
}

async function listParts(path: string, zip: ZipReader<unknown>): Promise<Map<string, FileEntry>> {
  const parts = new Map<string, FileEntry>();
  try {
    for await (const entry of zip.getEntriesGenerator()) {
      if (!entry.directory) parts.set(keyOf(entry.filename), entry);
      if (parts.size > LIMITS.entries) throw broken(path, `has more than ${LIMITS.entries} parts`);
    }
  } catch (cause) {
    throw cause instanceof AuditError ? cause : broken(path, 'is damaged', cause);
  }
  return parts;
}

/** Part names are compared without case; some writers put a slash in front or turn the slashes round. */
function keyOf(part: string): string {
  return part.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function inflate(path: string, entry: FileEntry): Readable {
  const bound = boundInflation(path, entry);
  const inflated = entry.compressionMethod === 0 ? undefined : createInflateRaw({ chunkSize: 2 ** 18 });
  const fail = (cause: unknown) =>
    bound.destroy(
      cause instanceof AuditError ? cause : broken(path, `is damaged in ${entry.filename}`, cause),
    );
  inflated?.on('error', fail).pipe(bound);
  bound.on('close', () => inflated?.destroy());
  const raw = Writable.toWeb(inflated ?? bound) as WritableStream<Uint8Array>;
  entry.getData(raw, { passThrough: true }).catch(fail);
  return bound;
}

function boundInflation(path: string, entry: FileEntry): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      const absurd = size > LIMITS.ratioFrom && size > LIMITS.ratio * entry.compressedSize;
      if (absurd || size > LIMITS.part || size > entry.uncompressedSize) {
        done(broken(path, `holds a part that inflates beyond all bounds, ${entry.filename}`));
      } else done(null, chunk);
    },
    flush(done) {
      done(size === entry.uncompressedSize ? null : broken(path, `is cut short in ${entry.filename}`));
    },
  });
}

/** XML is UTF-8 unless its first two bytes say UTF-16. */
function decodeXml(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes).swap16().toString('utf16le', 2);
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

function foreign(path: string): AuditError {
  return new AuditError('input', `${path} is a ZIP file but no Excel workbook (.xlsx)`, { hint: SAVE_AS });
}

function broken(path: string, what: string, cause?: unknown): AuditError {
  return new AuditError('input', `${path} ${what}`, {
    hint: 'Open it in a spreadsheet program and save it anew as .xlsx.',
    cause,
  });
}
