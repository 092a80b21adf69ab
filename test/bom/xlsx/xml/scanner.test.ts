import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { type Visitor, XmlScanner } from '../../../../src/bom/xlsx/xml/scanner.ts';

type Event = readonly unknown[];

/** Texts that follow one another are one: saxes gives those between comments apart, we give CDATA sections apart. */
function joined(events: readonly Event[]): Event[] {
  const all: Event[] = [];
  for (const event of events) {
    const last = all.at(-1);
    if (event[0] === 'text' && last?.[0] === 'text') all[all.length - 1] = ['text', `${last[1]}${event[1]}`];
    else if (event[1] !== '') all.push(event);
  }
  return all;
}

function scan(xml: string, piece = xml.length || 1): Event[] {
  const events: Event[] = [];
  const scanner = new XmlScanner({
    open: (tag) =>
      events.push([
        'open',
        tag.element.full,
        tag.isEmpty,
        tag.attributeNames().map((name) => [name, tag.attribute(name)]),
      ]),
    close: (name) => events.push(['close', name]),
    text: (text) => events.push(['text', text]),
  });
  for (let at = 0; at < xml.length; at += piece) scanner.push(xml.slice(at, at + piece));
  scanner.end();
  return joined(events);
}

function saxes(xml: string): Event[] {
  const events: Event[] = [];
  const parser = new SaxesParser();
  let depth = 0;
  const text = (piece: string) => depth > 0 && events.push(['text', piece]);
  parser.on('error', (cause) => {
    throw cause;
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    depth++;
    events.push(['open', name, isSelfClosing, Object.entries(attributes)]);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    events.push(['close', name.slice(name.indexOf(':') + 1)]);
  });
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(xml).close();
  return joined(events);
}

function attempt(read: () => Event[]): Event[] | 'refused' {
  try {
    return read();
  } catch {
    return 'refused';
  }
}

const name = fc.constantFrom('a', 'b', 'x:a', 'row');
const space = fc.constantFrom('', '', ' ', '\n', '\t ', '\r\n');
const gap = fc.constantFrom(' ', '\n', ' \t');
const content = fc.string({
  unit: fc.constantFrom(
    'x',
    'é',
    '漢',
    '😀',
    ' ',
    '\n',
    '\r',
    '\r\n',
    '&amp;',
    '&#233;',
    '&#x1F600;',
    '>',
    "'",
    '"',
    '/',
  ),
  maxLength: 8,
});
const value = content.chain((text) =>
  fc.constantFrom(`"${text.replaceAll('"', '')}"`, `'${text.replaceAll("'", '')}'`),
);
const attributes = fc
  .uniqueArray(fc.constantFrom('r', 's', 't', 'x:id', 'spans'), { maxLength: 3 })
  .chain((names) =>
    fc.tuple(
      ...names.map((own) =>
        fc
          .tuple(gap, space, space, value)
          .map(([before, left, right, text]) => `${before}${own}${left}=${right}${text}`),
      ),
    ),
  )
  .map((all) => all.join(''));
const aside = fc.constantFrom('<!-- <b> -->', '<?p <c?>', '<![CDATA[</a>\r\n&amp;]]>');
const { element } = fc.letrec<{ element: string; inside: string }>((tie) => ({
  inside: fc.oneof({ depthSize: 'small' }, content, aside, tie('element')),
  element: fc
    .tuple(name, attributes, space, fc.option(fc.array(tie('inside'), { maxLength: 4 })), space)
    .map(([own, given, end, inside, close]) =>
      inside === null
        ? `<${own}${given}${end}/>`
        : `<${own}${given}${end}>${inside.join('')}</${own}${close}>`,
    ),
}));

describe('XmlScanner', () => {
  test('reads what is well-formed as saxes does, in pieces of any size', () => {
    fc.assert(
      fc.property(element, fc.integer({ min: 1, max: 7 }), (xml, piece) => {
        expect(scan(xml, piece)).toEqual(saxes(xml));
      }),
      { numRuns: 1000 },
    );
  });

  test('refuses nothing that saxes accepts, and reads it alike', () => {
    const soup = fc.string({
      unit: fc.constantFrom(
        '<',
        '>',
        '/',
        'a',
        'b',
        ' ',
        '=',
        '"',
        "'",
        '&lt;',
        '<a>',
        '</a>',
        '<a b="c"/>',
        '<!--',
        '-->',
      ),
      maxLength: 14,
    });
    fc.assert(
      fc.property(soup, (inside) => {
        const xml = `<r>${inside}</r>`;
        const theirs = attempt(() => saxes(xml));
        if (theirs !== 'refused') expect(scan(xml, 3)).toEqual(theirs);
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '<a></ab>',
    '<a/><b/>',
    '</a>',
    '<a b/>',
    '<a b=c/>',
    '<a b="<"/>',
    '<a b="c"d="e"/>',
    '<a>&nbsp;</a>',
    '<a>& b</a>',
    '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    '<a><b</a>',
    '<![CDATA[a]]>',
  ])('refuses %j', (xml) => expect(() => scan(xml)).toThrow(/well-formed/));

  test('says where tags and values stand', () => {
    const xml = '<?xml version="1.0"?>\n<x:a  r = \'1\'\tspans="2:3" >t<b/></x:a >';
    const found: unknown[] = [];
    const visitor: Visitor = {
      open(tag) {
        const values = tag.attributeNames().map((own) => {
          const { from, to } = tag.valueSpan(own)!;
          return xml.slice(from, to);
        });
        found.push([tag.element.prefix, tag.name, xml.slice(tag.from, tag.to), ...values]);
      },
      close: (own, from, to) => found.push([own, xml.slice(from, to)]),
    };
    const scanner = new XmlScanner(visitor);
    for (const character of xml) scanner.push(character);
    scanner.end();
    expect(found).toEqual([
      ['x:', 'a', '<x:a  r = \'1\'\tspans="2:3" >', '1', '2:3'],
      ['', 'b', '<b/>'],
      ['b', ''],
      ['a', '</x:a >'],
    ]);
    expect(scanner.position).toBe(xml.length);
  });
});
