/** Letters that tell the kind, a running number, and further groups of digits: `RES-00123`, `CMP-1037-04325-2`. */
const SCHEME = /^[A-Z]{0,5}[-_. /]?\d[\d\-_. /]*$/;
/** What Newark and Bürklin give out: `72J5992`. */
const LETTER_INSIDE = /^\d{2}[A-Z]\d{4}$/;
const LEAST_DIGITS = 4;

/**
 * The scheme of a column whose numbers are all of one form, as `A-99999`, which makers' numbers never are together: a
 * house's own numbers or a shop's; null for anything else, and for fewer than four different ones.
 */
export function numberingOf(texts: readonly string[]): string | null {
  const different = new Set(texts.map((text) => text.toUpperCase()));
  if (different.size < 4) return null;
  const counts = new Map<string, number>();
  for (const text of different) {
    const isNumbered =
      (SCHEME.test(text) && text.replace(/\D/g, '').length >= LEAST_DIGITS) || LETTER_INSIDE.test(text);
    if (!isNumbered) continue;
    const scheme = text.replace(/[A-Z]+/g, 'A').replace(/\d/g, '9');
    counts.set(scheme, (counts.get(scheme) ?? 0) + 1);
  }
  const [scheme, count] = [...counts].sort(([, left], [, right]) => right - left)[0] ?? ['', 0];
  return count >= different.size * 0.8 ? scheme : null;
}
