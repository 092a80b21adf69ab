import { lstat, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { AuditError } from '../../core/errors.ts';

const SAVE_AS = 'Save it as .xlsx or .csv and audit that file.';
const ASK = 'Ask for the BOM as .xlsx or .csv.';
const UNPACK = 'Unpack it first.';

/** First bytes, in hexadecimal, of what comes in the place of a BOM. */
const MAGIC: readonly (readonly [string, string, string])[] = [
  ['504b0506', 'is an empty ZIP file', SAVE_AS],
  ['25504446', 'is a PDF file, whose tables cannot be read', ASK],
  ['1f8b', 'is compressed with gzip', UNPACK],
  ['377abcaf', 'is a packed archive', UNPACK],
  ['52617221', 'is a packed archive', UNPACK],
  ['7b5c727466', 'is a text document in RTF', SAVE_AS],
  ['53514c697465', 'is a database', 'Export the parts as .csv.'],
  ['89504e47', 'is a picture', ASK],
  ['ffd8ff', 'is a picture', ASK],
  ['0908', 'is a file of an old Excel format', SAVE_AS],
  ['0904', 'is a file of an old Excel format', SAVE_AS],
  ['0902', 'is a file of an old Excel format', SAVE_AS],
];

/** Beginnings, white space and byte-order mark aside, of texts that are no tables. */
const BEGINNINGS: readonly (readonly [RegExp, string, string])[] = [
  [/^version https:\/\/git-lfs/, 'is a Git LFS pointer, not the file itself', 'Run `git lfs pull` first.'],
  [/^<\?xml[^>]*\?>\s*(?:<\?mso[^>]*\?>\s*)?<(?:ss:)?Workbook\b/i, 'is an Excel 2003 XML file', SAVE_AS],
  [/^(?:<!doctype html|<html|<head|<table|<meta)/i, 'is a web page, whatever its name says', SAVE_AS],
  [/^<\?xml/i, 'is an XML file', 'Export the BOM as .csv.'],
  [/^[{[]\s*["{[]/, 'is a JSON file', 'Export the BOM as .csv.'],
  [
    /^\.\.?\/[^,;\t|\r\n]{1,250}$/,
    'holds only the path of another file, as a symbolic link does that was checked out as text',
    'Name that file.',
  ],
];

/** Refuses a file that cannot be a BOM by its name or its first bytes; throws `AuditError('input')` with advice. */
export function refuseForeign(name: string, head: Buffer): void {
  if (basename(name).startsWith('~$')) {
    throw refusal(
      name,
      'is a lock file that Excel leaves while a workbook is open',
      'Name the workbook itself.',
    );
  }
  const hex = head.toString('hex');
  const foreign = MAGIC.find(([magic]) => hex.startsWith(magic));
  if (foreign !== undefined) throw refusal(name, foreign[1], foreign[2]);
  if (hex.startsWith('504b0304') && head.includes('mimetypeapplication/vnd.oasis')) {
    throw refusal(name, 'is an OpenDocument file', SAVE_AS);
  }
  const text = head
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf)?\s*/, '')
    .trimEnd();
  if (text === '') throw refusal(name, 'is empty', 'Export the BOM again.');
  for (const [pattern, what, hint] of BEGINNINGS) if (pattern.test(text)) throw refusal(name, what, hint);
}

/** What no format recognises. */
export function unknownFormat(name: string): AuditError {
  return refusal(name, 'is a binary file that is no workbook', SAVE_AS);
}

/** Refuses a path that leads to no ordinary file. */
export async function refuseNoFile(name: string, path: string): Promise<void> {
  const entry = await stat(path).catch(async (cause: NodeJS.ErrnoException) => {
    const isThere = await lstat(path).then(
      () => true,
      () => false,
    );
    if (isThere && cause.code === 'ENOENT')
      throw refusal(name, 'is a link to a file that is not there', 'Name the file itself.');
    throw new AuditError('input', `${name} ${cause.code === 'ENOENT' ? 'is not there' : 'cannot be read'}`, {
      cause,
    });
  });
  if (entry.isDirectory()) throw refusal(name, 'is a folder', 'Name the BOM files in it.');
  if (!entry.isFile()) throw refusal(name, 'is no ordinary file', 'Copy it to a file first.');
}

function refusal(name: string, what: string, hint: string): AuditError {
  return new AuditError('input', `${name} ${what}`, { hint });
}
