import type { z } from 'zod';

/** No list of an answer in earnest is longer; what comes after is left out. */
const LONGEST_LIST = 1_000;

/** Undefined for what is no JSON. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The elements of a list that can be read; the others are left out, alone. */
export function readable<T>(element: z.ZodType<T>, list: readonly unknown[]): readonly T[] {
  return list.slice(0, LONGEST_LIST).flatMap((one) => {
    const read = element.safeParse(one);
    return read.success ? [read.data] : [];
  });
}
