import { absurd } from '../absurd.ts';
import { type Budget, COST } from '../budget.ts';
import { encodingOf, type PartEncoding } from './encoding.ts';
import { type Visitor, XmlScanner } from './scanner.ts';

/** Where the XML parts of a workbook come from; all that is done with them is paid from one budget. */
export interface PartSource {
  stream(part: string): AsyncIterable<Buffer>;
  readonly budget: Budget;
}

/** A piece of a part's text, how it is written, and how far it has been visited when it comes. */
export interface Piece {
  readonly text: string;
  readonly encoding: PartEncoding;
  readonly visited: number;
}

/** Walks through an XML part piece by piece. Throws `AuditError('input')` for what is no XML, and for what is made to hurt. */
export async function* walkXml(
  source: PartSource,
  part: string,
  visitor: Visitor,
  options: { readonly places?: boolean } = {},
): AsyncGenerator<Piece> {
  const scanner = new XmlScanner(visitor, options);
  let encoding: PartEncoding | undefined;
  let tokens = 0;
  for await (const bytes of source.stream(part)) {
    encoding ??= encodingOf(bytes);
    const text = encoding.decode(bytes);
    scanner.push(text);
    source.budget.spend((scanner.tokens - tokens) * COST.token);
    tokens = scanner.tokens;
    yield { text, encoding, visited: scanner.position };
  }
  encoding?.end();
  scanner.end();
}

/** Walks through the whole part for what the visitor gathers. */
export async function visitXml(source: PartSource, part: string, visitor: Visitor): Promise<void> {
  for await (const _ of walkXml(source, part, visitor));
}

/** Characters of a part that is read at once. */
const LONGEST = 2 ** 25;

/** The whole text of a part, how text is written in it, and a walk through it that knows places. */
export async function readText(
  source: PartSource,
  part: string,
  visitor: Visitor,
): Promise<{ readonly text: string; encode(text: string): Buffer }> {
  const texts: string[] = [];
  let length = 0;
  let last: PartEncoding | undefined;
  for await (const { text, encoding } of walkXml(source, part, visitor, { places: true })) {
    texts.push(text);
    length += text.length;
    last = encoding;
    if (length > LONGEST) throw absurd('a list that is longer than any that a spreadsheet has');
  }
  return { text: texts.join(''), encode: (text) => last!.encode(text) };
}
