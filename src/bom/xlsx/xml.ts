import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { AuditError } from '../../core/errors.ts';
import { absurd } from './absurd.ts';

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
  let sinceTag = 0;
  const parser = createParser(visitor, () => {
    sinceTag = 0;
  });
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

/** The same for a part whose text is at hand. */
export function visitText(xml: string, visitor: Visitor): void {
  createParser(visitor).write(xml).close();
}

/** Throws `AuditError('input')` for what is no XML, and for what is nested beyond all bounds. */
function createParser(visitor: Visitor, onTag: () => void = () => {}): SaxesParser {
  const parser = new SaxesParser({ xmlns: false });
  let depth = 0;
  parser.on('error', (cause) => {
    throw new AuditError('input', 'the workbook holds a part that is no well-formed XML', { cause });
  });
  parser.on('opentag', (tag) => {
    onTag();
    if (++depth > DEEPEST) throw absurd('elements nested beyond all bounds');
    visitor.open?.(localName(tag.name), tag);
  });
  parser.on('closetag', (tag) => {
    onTag();
    depth--;
    visitor.close?.(localName(tag.name));
  });
  parser.on('text', (text) => visitor.text?.(text));
  return parser;
}

/** The name without its prefix: producers differ in theirs. */
function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** An attribute by its name without prefix. */
export function attribute(tag: SaxesTagPlain, name: string): string | undefined {
  return tag.attributes[name];
}
