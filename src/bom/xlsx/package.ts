import { openAsBlob } from 'node:fs';
import { posix } from 'node:path';
import { type Readable, Transform, Writable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { BlobReader, type FileEntry, ZipReader } from '@zip.js/zip.js';
import { AuditError } from '../../core/errors.ts';
import { Budget } from './budget.ts';
import { type Relation, readRelations, readWorkbook, type SheetRef } from './parts.ts';
import type { PartSource } from './xml/walk.ts';

/** An opened XLSX or XLSM file. Part names are paths in the package without a leading slash, in any case. */
export interface Workbook extends PartSource {
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
  /** The part's bytes, inflated; fails with `AuditError('input')` on damage and when the budget is spent. */
  stream(part: string): Readable;
  /** What the part points to, its targets as part names; empty when it points to nothing. */
  relations(part: string): Promise<readonly Relation[]>;
  /** The file itself, for copying its parts as they are. */
  readonly blob: Blob;
  close(): Promise<void>;
}

/** Parts that a package has at most: a workbook with a picture in each row has some thousands. */
const MOST_PARTS = 50_000;

/** Opens the workbook at `path`; throws `AuditError('input')` for what is no readable XLSX or XLSM. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const blob = await openAsBlob(path).catch((cause: unknown) => {
    throw new AuditError('input', `${path} cannot be read`, { cause });
  });
  await refuseForeign(path, blob);
  const zip = new ZipReader(new BlobReader(blob), ZIP_OPTIONS);
  const parts = await listParts(path, zip);
  const budget = new Budget(path, blob.size);
  const has = (part: string) => parts.has(keyOf(part));
  const entryOf = (part: string): FileEntry => {
    const entry = parts.get(keyOf(part));
    if (entry === undefined) throw broken(path, `has no part ${part}`);
    return entry;
  };
  const source = { stream: (part: string) => inflate(path, entryOf(part), budget), budget };
  const relations = async (part: string): Promise<readonly Relation[]> => {
    const rels = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
    return has(rels) ? readRelations(source, rels, posix.dirname(part)) : [];
  };

  const main = (await relations('')).find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined || !has(main) || !main.toLowerCase().endsWith('.xml')) throw foreign(path);
  const targets = await relations(main);
  const contents = await readWorkbook(source, main, targets);
  if (contents.sheets.length === 0) throw foreign(path);
  const partOf = (type: string) =>
    targets.find((relation) => relation.type === type && has(relation.target))?.target ?? null;
  return {
    ...contents,
    ...source,
    strings: partOf('sharedStrings'),
    styles: partOf('styles'),
    has,
    nameOf: (part) => entryOf(part).filename,
    relations,
    blob,
    close: () => zip.close(),
  };
}

/** Names with a slash in front are good: nothing is ever unpacked to a place that a name says. */
export const ZIP_OPTIONS = { useWebWorkers: false, filenameValidation: 'tolerant' } as const;

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
      if (parts.size > MOST_PARTS) throw broken(path, `has more than ${MOST_PARTS} parts`);
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

function inflate(path: string, entry: FileEntry, budget: Budget): Readable {
  budget.require(entry.uncompressedSize);
  const bound = boundInflation(path, entry, budget);
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

/** The list of parts says how large each is: one that is larger was made to hurt, one that is smaller is cut short. */
function boundInflation(path: string, entry: FileEntry, budget: Budget): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > entry.uncompressedSize) {
        done(broken(path, `holds a part that is larger than it says, ${entry.filename}`));
        return;
      }
      try {
        budget.spend(chunk.length);
        done(null, chunk);
      } catch (exceeded) {
        done(exceeded as AuditError);
      }
    },
    flush(done) {
      done(size === entry.uncompressedSize ? null : broken(path, `is cut short in ${entry.filename}`));
    },
  });
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
