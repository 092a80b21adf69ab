import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { XmlScanner } from '../../../../src/bom/xlsx/xml/scanner.ts';

const NAMES = ['r', 's', 'x:id', 'spans'];

/** The tags of a text, and the values of their attributes, as they stand at the places that are said. */
function scan(xml: string, piece = xml.length): string[] {
  const found: string[] = [];
  const at = (span: { from: number; to: number }) => xml.slice(span.from, span.to);
  const scanner = new XmlScanner(
    {
      open(tag) {
        expect(tag.xml).toBe(at(tag));
        found.push(`${tag.prefix}|${tag.name} ${at(tag)}`);
        for (const name of NAMES) {
          const span = tag.valueSpan(name);
          if (span !== undefined) found.push(`${name} is ${at(span)}`);
        }
      },
      close: (name, endTag) => found.push(`/${name} ${at(endTag)}`),
    },
    { places: true },
  );
  for (let from = 0; from < xml.length; from += piece) scanner.push(xml.slice(from, from + piece));
  scanner.end();
  return found;
}

/** XML, and what a scan of it should find. */
interface Spelled {
  readonly xml: string;
  readonly found: readonly string[];
}

const space = fc.constantFrom('', '', ' ', '\n', '\t ', '\r\n');
const gap = fc.constantFrom(' ', '\n', ' \t', '\r');
const content = fc.string({
  unit: fc.constantFrom(
    'x',
    'é',
    '漢',
    '😀',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '&amp;',
    '&#x1F600;',
    '>',
    "'",
    '"',
    '/',
  ),
  maxLength: 8,
});
const attribute = (name: string) =>
  fc
    .tuple(gap, space, space, fc.constantFrom('"', "'"), content)
    .map(([before, left, right, quote, text]) => {
      const value = text.replaceAll(quote, '');
      return { name, value, xml: `${before}${name}${left}=${right}${quote}${value}${quote}` };
    });
const attributes = fc.shuffledSubarray(NAMES).chain((names) => fc.tuple(...names.map(attribute)));
const aside = fc.constantFrom('<!-- <b> -->', '<?p <c?>', '<![CDATA[</a>\r\n&amp;]]>');
const plain = fc.oneof(content, aside).map((xml): Spelled => ({ xml, found: [] }));
const { element } = fc.letrec<{ element: Spelled; inside: Spelled }>((tie) => ({
  inside: fc.oneof({ depthSize: 'small' }, plain, tie('element')),
  element: fc
    .record({
      prefix: fc.constantFrom('', '', 'x:'),
      name: fc.constantFrom('a', 'row', 'sheetData'),
      given: attributes,
      end: space,
      inside: fc.option(fc.array(tie('inside'), { maxLength: 4 })),
      close: space,
    })
    .map(({ prefix, name, given, end, inside, close }) => {
      const start = `<${prefix}${name}${given.map(({ xml }) => xml).join('')}${end}${inside === null ? '/>' : '>'}`;
      const endTag = inside === null ? '' : `</${prefix}${name}${close}>`;
      const values = NAMES.flatMap((own) => given.filter((one) => one.name === own)).map(
        (one) => `${one.name} is ${one.value}`,
      );
      const within = inside ?? [];
      return {
        xml: [start, ...within.map(({ xml }) => xml), endTag].join(''),
        found: [
          `${prefix}|${name} ${start}`,
          ...values,
          ...within.flatMap(({ found }) => found),
          `/${name} ${endTag}`,
        ],
      };
    }),
}));

describe('XmlScanner', () => {
  test('says where each tag and each value stands, in any spelling and in pieces of any size', () => {
    fc.assert(
      fc.property(element, fc.integer({ min: 1, max: 9 }), ({ xml, found }, piece) => {
        const text = `\ufeff<?xml version="1.0"?>\r\n${xml}\n`;
        expect(scan(text, piece)).toEqual(found);
        expect(scan(text)).toEqual(found);
      }),
      { numRuns: 1000 },
    );
  });

  test('gives texts and CDATA sections as they read', () => {
    const texts: string[] = [];
    const scanner = new XmlScanner({ text: (text) => texts.push(text) });
    scanner.push('<a>1 &lt;\r\n<![CDATA[<b>&amp;]]><!-- c --></a>');
    scanner.end();
    expect(texts.join('')).toBe('1 <\n<b>&amp;');
  });

  test.each(['', 'text', '<a>', '<a></b>', '<a/><b/>', '<a b=c/>', '<a b="<"/>', '<a>&nbsp;</a>'])(
    'refuses %j',
    (xml) => expect(() => scan(xml)).toThrow(/well-formed/),
  );

  test('refuses what is nested beyond all bounds, and a text without end', () => {
    const scanner = new XmlScanner({});
    expect(() => scanner.push('<a>'.repeat(300))).toThrow(/nested beyond all bounds/);
    const other = new XmlScanner({});
    expect(() => {
      other.push('<a>');
      for (let piece = 0; piece < 100; piece++) other.push('x'.repeat(50_000));
    }).toThrow(/longer than any/);
  });
});
