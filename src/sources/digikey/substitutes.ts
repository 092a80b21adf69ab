import { z } from 'zod';
import type { Reading, SubstituteRef } from '../../core/judge/listing.ts';
import { readable } from './document.ts';
import { textField } from './fields.ts';

const text = z.unknown().optional().transform(textField);

const Substitute = z.object({
  SubstituteType: text,
  ManufacturerProductNumber: text.pipe(z.string()),
  Manufacturer: z.object({ Name: text.pipe(z.string()) }),
});

const Answer = z.object({ ProductSubstitutes: z.array(z.unknown()).nullable() });

/**
 * Reads an answer of product substitutions: each substitute once, in DigiKey's order, without those that lack a
 * number or a maker.
 */
export function readSubstitutes(document: unknown): Reading {
  const answer = Answer.safeParse(document).data;
  if (!answer) return { kind: 'unreadable', why: 'the answer is not one of product substitutions' };
  const substitutes = new Map<string, SubstituteRef>();
  for (const one of readable(Substitute, answer.ProductSubstitutes ?? [])) {
    const { ManufacturerProductNumber: mpn, Manufacturer, SubstituteType } = one;
    const key = `${mpn}\n${Manufacturer.Name}`;
    if (!substitutes.has(key))
      substitutes.set(key, {
        mpn,
        manufacturer: Manufacturer.Name,
        relation: SubstituteType ?? 'Unspecified',
      });
  }
  return { kind: 'substitutes', substitutes: [...substitutes.values()] };
}
