import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { AuditError } from '../core/errors.ts';

/** Bytes that are looked at for marks, NUL patterns and statistics. */
const SAMPLE = 256 * 1024;
/** jschardet's names that are another encoding's poorer relative, and the relative that decodes both. */
const WIDER: Readonly<Record<string, string>> = {
  gb2312: 'gb18030',
  'shift-jis': 'cp932',
  shift_jis: 'cp932',
  'iso-8859-1': 'windows-1252',
  ascii: 'windows-1252',
};
/** What statistics may decide; anything else is read as windows-1252, which most of such files are. */
const TRUSTED = /^(?:cp932|gb18030|big5|euc-jp|euc-kr|windows-125[13]|koi8-r|iso-8859-[57])$/;

/**
 * The encoding of a text file, by its name in iconv-lite: byte-order mark, else the zero bytes of UTF-16, else UTF-8 when
 * the whole file is that, else by statistics, else windows-1252. `wanted` wins; an unknown one is an `AuditError('usage')`.
 */
export async function detectEncoding(path: string, wanted?: string): Promise<string> {
  if (wanted !== undefined) {
    if (iconv.encodingExists(wanted)) return wanted;
    throw new AuditError('usage', `${wanted} is no encoding that we know`, {
      hint: 'For instance utf8, windows-1252, shift_jis, gb18030.',
    });
  }
  const sample = await firstBytes(path, SAMPLE);
  return (
    markOf(sample) ?? utf16Of(sample) ?? ((await isWhollyUtf8(path)) ? 'utf8' : await byStatistics(sample))
  );
}

/** The text of a file in chunks, its byte-order mark removed. */
export async function* decodeFile(path: string, encoding: string): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding);
  for await (const bytes of createReadStream(path, { highWaterMark: 1 << 16 })) {
    yield decoder.write(bytes as Buffer);
  }
  yield decoder.end() ?? '';
}

/** At most the first `most` bytes of a file. */
export async function firstBytes(path: string, most: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function markOf(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf16be' : null;
}

/** ASCII in UTF-16 has a zero in every second byte. */
function utf16Of(bytes: Buffer): string | null {
  const zeros = [0, 0];
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) zeros[at % 2]!++;
  const most = bytes.length / 2;
  if (zeros[1]! > most * 0.3 && zeros[0]! < most * 0.05) return 'utf16le';
  return zeros[0]! > most * 0.3 && zeros[1]! < most * 0.05 ? 'utf16be' : null;
}

async function isWhollyUtf8(path: string): Promise<boolean> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes: Buffer = rest.length === 0 ? (chunk as Buffer) : Buffer.concat([rest, chunk as Buffer]);
    const whole = lastWhole(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) return false;
    rest = bytes.subarray(whole);
  }
  return isUtf8(rest);
}

/** The length without a character that the end of the chunk cuts in two. */
function lastWhole(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
}

/** Letters of other scripts stand together; the accents and signs of windows-1252 stand alone among ASCII. */
async function byStatistics(sample: Buffer): Promise<string> {
  const { default: jschardet } = await import('jschardet');
  const name = jschardet.detect(sample).encoding?.toLowerCase() ?? '';
  const guess = WIDER[name] ?? name;
  return TRUSTED.test(guess) && meanRun(sample) >= 1.8 ? guess : 'windows-1252';
}

/** The mean length of runs of bytes beyond ASCII. */
function meanRun(bytes: Buffer): number {
  let beyond = 0;
  let runs = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue;
    beyond++;
    if (at === 0 || bytes[at - 1]! < 0x80) runs++;
  }
  return runs === 0 ? 0 : beyond / runs;
}
