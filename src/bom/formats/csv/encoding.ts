import iconv from 'iconv-lite';
import { AuditError } from '../../../core/errors.ts';
import { isScannable } from './alphabet.ts';

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
 * The encoding of a text that begins with this sample, by its name in iconv-lite: byte-order mark, else the zero bytes of
 * UTF-16, else UTF-8 when the whole text is that, else by statistics, else windows-1252. One that a person has named wins;
 * throws `AuditError('usage')` for one that we do not know.
 */
export async function encodingOf(sample: Buffer, isUtf8: boolean, named?: string): Promise<string> {
  const marked = markOf(sample) ?? utf16Of(sample);
  if (named !== undefined) {
    if (/^utf-?16$/i.test(named)) return marked === 'utf16be' ? marked : 'utf16le';
    if (iconv.encodingExists(named) && isScannable(named)) return named;
    throw new AuditError('usage', `${named} is no encoding that we know`, {
      hint: 'For instance utf8, windows-1252, shift_jis, gb18030.',
    });
  }
  return marked ?? (isUtf8 ? 'utf8' : await byStatistics(sample));
}

/** How many bytes of a byte-order mark a text begins with. */
export function markLength(bytes: Buffer, encoding: string): number {
  const mark = iconv.encode('\uFEFF', encoding, { addBOM: false });
  return mark.length > 1 && bytes.subarray(0, mark.length).equals(mark) ? mark.length : 0;
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
