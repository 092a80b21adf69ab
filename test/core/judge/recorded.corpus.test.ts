import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { COMPANIES } from '../../../src/core/identity/makers/companies.ts';
import { companiesOf } from '../../../src/core/identity/makers/lookup.ts';
import { type Assessment, assess } from '../../../src/core/judge/assess.ts';
import type { PartRecord } from '../../../src/core/judge/listing.ts';
import { matchPart } from '../../../src/core/judge/match.ts';
import type { Question } from '../../../src/ports.ts';
import { readAnswer as readWith } from '../../../src/sources/digikey/read.ts';

const READER = { words: {}, observedAt: '2026-11-21T12:00:00.000Z' };
const readAnswer = (kind: Question['kind'], body: string) => readWith(kind, body, READER);

const RECORDED = fileURLToPath(new URL('../../../../shared/recorded/', import.meta.url));
const TODAY = '2026-11-25';
const RULES = { aliases: {}, packagingIsSame: false };
const LIFECYCLES = ['active', 'obsolete', 'distributor-discontinued'];

interface Recorded {
  readonly ManufacturerProductNumber: string;
  readonly Manufacturer: { readonly Name: string };
  readonly ProductStatus: { readonly Id: number };
}

const load = <T>(file: string): T[] =>
  existsSync(RECORDED) ? JSON.parse(readFileSync(RECORDED + file, 'utf8')) : [];
const products = load<{ product: Recorded }>('products.json').map(({ product }) => product);
const answers = load<{ kind: string; keyword: string | null; answer: object }>('answers.json');

const key = (mpn: string) => mpn.trim().toUpperCase();

/** The recorded answer to a keyword, else one put together from the recorded products with that number or like it. */
function answerTo(mpn: string): readonly PartRecord[] {
  const whole = answers.find(({ kind, keyword }) => kind === 'search' && key(keyword ?? '') === key(mpn));
  const like = products.filter(({ ManufacturerProductNumber: number }) =>
    [key(number).includes(key(mpn)), key(mpn).includes(key(number))].some(Boolean),
  );
  const reading = readAnswer('search', JSON.stringify(whole?.answer ?? { Products: like }));
  if (reading.kind !== 'parts') throw new Error(`${mpn} has no answer`);
  return reading.parts;
}

function verdict(mpn: string, manufacturer: string | null): Assessment {
  const observation = { leftOut: 0, observedAt: `${TODAY}T00:00:00.000Z`, source: 'network' } as const;
  const ref = { mpn, manufacturer };
  return assess(ref, matchPart(ref, answerTo(mpn), RULES), observation, TODAY);
}

/** Three ways in which a BOM may write a maker, its name in the table's other spelling among them. */
function spellings(name: string): readonly string[] {
  const [id] = companiesOf(name);
  const other = id === undefined ? `${name} Co., Ltd.` : COMPANIES[id].at(-1)!;
  return [
    name.toUpperCase(),
    ` ${name.replaceAll('.', '')} `,
    /limited|ltd|inc/i.test(name) && !id ? name : other,
  ];
}

const parts = [
  ...new Map(
    products.map((product) => [
      `${product.ManufacturerProductNumber}\n${product.Manufacturer.Name}`,
      product,
    ]),
  ).values(),
];

describe.skipIf(!existsSync(RECORDED))('what DigiKey answered', () => {
  test('each recorded part is found under its number and maker, with the recorded status', () => {
    expect(parts.length).toBeGreaterThan(150);
    for (const { ManufacturerProductNumber: mpn, Manufacturer, ProductStatus } of parts) {
      const found = verdict(mpn, Manufacturer.Name);
      expect([found.match, found.matched?.manufacturer, found.lifecycle], mpn).toEqual([
        'exact',
        Manufacturer.Name,
        LIFECYCLES[ProductStatus.Id],
      ]);
    }
  });

  test('and under three spellings of its maker', () => {
    for (const { ManufacturerProductNumber: mpn, Manufacturer, ProductStatus } of parts) {
      for (const maker of spellings(Manufacturer.Name)) {
        const found = verdict(mpn, maker);
        expect(found.match, `${mpn} of ${maker}`).toMatch(/exact|normalized/);
        expect([found.matched?.manufacturer, found.lifecycle], `${mpn} of ${maker}`).toEqual([
          Manufacturer.Name,
          LIFECYCLES[ProductStatus.Id],
        ]);
      }
    }
  });

  test('but not under another maker’s name', () => {
    for (const { ManufacturerProductNumber: mpn } of parts)
      expect(['other-manufacturer', 'ambiguous'], mpn).toContain(verdict(mpn, 'Murata').match);
  });

  test.each<readonly [mpn: string, maker: string | null, match: string, says: RegExp]>([
    ['2N3904', null, 'ambiguous', /Made by .*Fairchild Semiconductor.*onsemi/],
    [
      '2N3904',
      'Fairchild Semiconductor',
      'exact',
      /^Active\. Not DigiKey's own: only marketplace sellers \(Galco/,
    ],
    [
      '2N3904RLRAH',
      'onsemi',
      'exact',
      /only marketplace sellers \(Rochester Electronics, LLC\) offer it, 59000 in stock, at least 9458 at a time/,
    ],
    ['2N3904RLRAH', 'Rochester', 'normalized', /^Active/],
    [
      'LM358PSR',
      'TI',
      'normalized',
      /^Active\. DigiKey's own stock is 0; marketplace sellers \(Rochester Electronics, LLC\) have 14655\./,
    ],
    ['595-LM358BAIPWR', null, 'near', /did you mean LM358BAIPWR of Texas Instruments\?/],
    ['595-LM358BAIPWR', 'TI', 'near', /did you mean LM358BAIPWR of Texas Instruments\?/],
    ['LM358', 'TI', 'near', /did you mean LM358\w+[^ ]* of Texas Instruments\?/],
    ['2N3904BU / 2N3904TA', null, 'near', /holds 2 numbers/],
  ])('%s of %s: %s', (mpn, maker, match, says) => {
    const found = verdict(mpn, maker);
    expect(found.match).toBe(match);
    expect(found.reason).toMatch(says);
  });

  test('what the heir lists is told beside the very maker’s listing', () => {
    const found = verdict('2N3904', 'Fairchild Semiconductor');
    expect(found.candidates).toEqual([
      expect.objectContaining({ manufacturer: 'onsemi', lifecycle: 'distributor-discontinued' }),
    ]);
    expect(found.conflicts.join(' ')).toMatch(/onsemi lists this number, too, as distributor-discontinued/);
  });

  test('the five suggestions for a maker’s family are that maker’s', () => {
    const found = verdict('LM358', 'Texas Instruments');
    expect(found.candidates.map(({ manufacturer }) => manufacturer)).toEqual(
      Array(5).fill('Texas Instruments'),
    );
  });
});
