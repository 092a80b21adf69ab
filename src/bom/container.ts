import { lstat, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AuditError } from '../core/errors.ts';
import { firstBytes } from './encoding.ts';

/** What a file is by its content: delimited text, or an OOXML workbook. */
export type Container = 'text' | 'workbook';

const SAVE_AS = 'Save it as .xlsx or .csv and audit that file.';
const CALLED_FOR: readonly (readonly [RegExp, string, string])[] = [
  [/^PK\x03\x04.{4,60}mimetypeapplication\/vnd\.oasis\.opendocument/s, 'is an OpenDocument file', SAVE_AS],
  [/^PK\x05\x06/, 'is an empty ZIP file', SAVE_AS],
  [/^%PDF-/, 'is a PDF file, whose tables cannot be read', 'Ask for the BOM as .xlsx or .csv.'],
  [/^\x1f\x8b/, 'is compressed with gzip', 'Unpack it first.'],
  [/^7z\xbc\xaf|^Rar!/, 'is a packed archive', 'Unpack it first.'],
  [/^\{\\rtf/, 'is a text document in RTF', SAVE_AS],
  [/^SQLite format 3/, 'is a database', 'Export the parts as .csv.'],
  [/^\x89PNG|^\xff\xd8\xff|^GIF8/, 'is a picture', 'Ask for the BOM as .xlsx or .csv.'],
  [
    /^version https:\/\/git-lfs\.github\.com\//,
    'is a Git LFS pointer, not the file itself',
    'Run `git lfs pull` first.',
  ],
  [
    /^\s*(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\?>\s*(?:<\?mso-application[^>]*\?>\s*)?<(?:ss:)?Workbook\b/i,
    'is an Excel 2003 XML spreadsheet',
    SAVE_AS,
  ],
  [
    /^\s*(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<head|<table|<meta)/i,
    'is a web page, whatever its name says',
    SAVE_AS,
  ],
  [/^\s*(?:\xef\xbb\xbf)?\s*<\?xml/i, 'is an XML file', 'Export the BOM as .csv.'],
  [/^\s*(?:\xef\xbb\xbf)?\s*[{[]\s*["{[]/, 'is a JSON file', 'Export the BOM as .csv.'],
];

/** Decides by content; throws `AuditError('input')` with advice for whatever cannot be a BOM that we read. */
export async function containerOf(name: string, path: string): Promise<Container> {
  await refuseNoFile(name, path);
  const bytes = await firstBytes(path, 4096);
  const head = bytes.toString('latin1');
  if (bytes.length === 0 || /^(?:\xef\xbb\xbf)?\s*$/.test(head))
    throw refusal(name, 'is empty', 'Export the BOM again.');
  if (basename(name).startsWith('~$') || basename(path).startsWith('~$')) {
    throw refusal(
      name,
      'is a lock file that Excel leaves while a workbook is open',
      'Name the workbook itself.',
    );
  }
  for (const [pattern, what, hint] of CALLED_FOR) if (pattern.test(head)) throw refusal(name, what, hint);
  if (head.startsWith('PK') || head.startsWith('\xd0\xcf\x11\xe0')) return 'workbook';
  if (/^\x09[\x00\x02\x04\x08]\x08?\x00/.test(head))
    throw refusal(name, 'is a file of an old Excel format', SAVE_AS);
  if (isBinary(bytes)) throw refusal(name, 'is a binary file that is no workbook', SAVE_AS);
  if (/^[^\r\n]{1,255}$/.test(head) && /^(?:\.\.?\/)[^,;\t|]+$/.test(head)) {
    throw refusal(
      name,
      'holds only the path of another file, as a symbolic link does that was checked out as text',
      'Name that file.',
    );
  }
  return 'text';
}

async function refuseNoFile(name: string, path: string): Promise<void> {
  const entry = await stat(path).catch(async (cause: unknown) => {
    const isLink = await lstat(path).then(
      (link) => link.isSymbolicLink(),
      () => false,
    );
    const what = isLink ? 'is a link to a file that is not there' : 'cannot be read';
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT' && !isLink;
    throw new AuditError('input', `${name} ${missing ? 'is not there' : what}`, { cause });
  });
  if (entry.isDirectory()) throw refusal(name, 'is a folder', 'Name the BOM files in it.');
  if (!entry.isFile()) throw refusal(name, 'is no ordinary file', 'Copy it to a file first.');
}

/** Text has next to no control characters; UTF-16 has zeros, but only in every second place. */
function isBinary(bytes: Buffer): boolean {
  const utf16 = bytes.length > 3 && (zerosAt(bytes, 0) < 0.05 || zerosAt(bytes, 1) < 0.05);
  let controls = 0;
  for (const byte of bytes)
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26)) controls += byte === 0 && utf16 ? 0 : 1;
  return controls > bytes.length * 0.02;
}

function zerosAt(bytes: Buffer, from: number): number {
  let zeros = 0;
  for (let at = from; at < bytes.length; at += 2) if (bytes[at] === 0) zeros++;
  return (zeros * 2) / bytes.length;
}

function refusal(name: string, what: string, hint: string): AuditError {
  return new AuditError('input', `${name} ${what}`, { hint });
}
