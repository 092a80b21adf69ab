import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { AuditError } from '../../core/errors.ts';
import { absurd } from './absurd.ts';
import type { Workbook } from './package.ts';

/** What a walk through an XML part calls; names come without their prefix. */
export interface Visitor {
  open?(name: string, tag: SaxesTagPlain): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Elements in elements of a worksheet are some ten deep. */
const DEEPEST = 256;
/** Bytes of one text or tag: a cell holds 32,767 characters at most. */
const LONGEST = 16 * 2 ** 20;

/** Walks through an XML part of a workbook piece by piece; after each piece, `pause` may hand something out. */
export async function* walkXml<T>(
  stream: Readable,
  visitor: Visitor,
  pause: () => T | undefined,
): AsyncGenerator<T> {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  let sinceTag = 0;
  parser.on('error', (cause) => {
    throw new AuditError('input', 'the workbook holds a part that is no well-formed XML', { cause });
  });
  parser.on('opentag', (tag) => {
    sinceTag = 0;
    if (++depth > DEEPEST) throw absurd('elements nested beyond all bounds');
    visitor.open?.(localName(tag.name), tag);
  });
  parser.on('closetag', (tag) => {
    sinceTag = 0;
    depth--;
    visitor.close?.(localName(tag.name));
  });
  parser.on('text', (text) => visitor.text?.(text));
  const decoder = new StringDecoder('utf8');
  for await (const chunk of stream) {
    sinceTag += (chunk as Buffer).length;
    if (sinceTag > LONGEST) throw absurd('a text that is longer than any that a spreadsheet has');
    parser.write(decoder.write(chunk as Buffer));
    const ready = pause();
    if (ready !== undefined) yield ready;
  }
  parser.write(decoder.end()).close();
  const ready = pause();
  if (ready !== undefined) yield ready;
}

/** Walks through the whole part for what the visitor gathers. */
export async function visitXml(stream: Readable, visitor: Visitor): Promise<void> {
  for await (const _ of walkXml(stream, visitor, () => undefined));
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** An attribute by its name without prefix. */
export function attribute(tag: SaxesTagPlain, name: string): string | undefined {
  return tag.attributes[name];
}

/** The shared strings of a workbook in their order; rich text is joined, phonetic readings are left out. */
export async function readStrings(book: Workbook): Promise<string[]> {
  if (book.strings === null) return [];
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = 0;
  await visitXml(book.stream(book.strings), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic++;
      inText = name === 't' && phonetic === 0;
    },
    close(name) {
      if (name === 'si') strings.push(text);
      else if (name === 'rPh') phonetic--;
      inText = false;
    },
    text(piece) {
      if (inText) text += piece;
    },
  });
  return strings.map(unescapeControls);
}

/** Excel writes control characters in strings as `_x000D_`. */
export function unescapeControls(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}
