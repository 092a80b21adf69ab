import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Question } from '../../../src/ports.ts';
import { readAnswer as readWith } from '../../../src/sources/digikey/read.ts';

const READER = { words: {}, observedAt: '2026-11-21T12:00:00.000Z' };
const readAnswer = (kind: Question['kind'], body: string) => readWith(kind, body, READER);

const RECORDED = fileURLToPath(new URL('../../../../shared/recorded/', import.meta.url));
const recorded = (name: string) => JSON.parse(readFileSync(`${RECORDED}${name}`, 'utf8'));

describe.skipIf(!existsSync(RECORDED))('answers as DigiKey gave them', () => {
  test('each product is read whole: nothing that it states is unreadable', () => {
    for (const { product } of recorded('products.json')) {
      const reading = readAnswer('details', JSON.stringify({ Product: product }));
      const [part] = reading.kind === 'parts' ? reading.parts : expect.unreachable(product.ProductUrl);
      expect(part).toMatchObject({
        mpn: product.ManufacturerProductNumber,
        status: { id: product.ProductStatus.Id },
        lastBuyDate: product.DateLastBuyChance?.slice(0, 10) ?? null,
        quantityAvailable: product.QuantityAvailable,
        dkpns: product.ProductVariations.map((one: Record<string, unknown>) => one.DigiKeyProductNumber),
        unreadable: [],
      });
    }
  });

  test('of each answer every product is read', () => {
    for (const { kind, answer } of recorded('answers.json')) {
      expect(readAnswer(kind, JSON.stringify(answer))).toMatchObject({ kind: 'parts', leftOut: 0 });
    }
  });
});
