import { z } from 'zod';
import type { Reading, SubstituteRef } from '../../core/judge/listing.ts';

const Substitute = z.looseObject({
  SubstituteType: z.string().nullish().catch(null),
  ManufacturerProductNumber: z.string().min(1),
  Manufacturer: z.looseObject({ Name: z.string().min(1) }),
});

const Answer = z.looseObject({ ProductSubstitutes: z.array(z.unknown()).nullable() });

/**
 * Reads an answer of product substitutions: each substitute once, in DigiKey's order, without those that lack a
 * number or a maker.
 */
export function readSubstitutes(document: unknown): Reading {
  const answer = Answer.safeParse(document).data;
  if (!answer) return { kind: 'unreadable', why: 'the answer is not one of product substitutions' };
  const substitutes = new Map<string, SubstituteRef>();
  for (const listed of answer.ProductSubstitutes ?? []) {
    const one = Substitute.safeParse(listed).data;
    if (!one) continue;
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
