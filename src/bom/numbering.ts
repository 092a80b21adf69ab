/** Letters that tell the kind, a running number, and further groups of digits: `RES-00123`, `CMP-1037-04325-2`. */
const RUNNING = /^[A-Z]{0,5}[-_. /]?\d[\d\-_. /]*$/;
/** What Newark and Bürklin give out: `72J5992`. */
const LETTER_INSIDE = /^\d{2}[A-Z]\d{4}$/;
const LEAST_DIGITS = 4;
/** So many different numbers of one form are of one scheme, whatever it is: of makers' numbers a third are, at most. */
const MANY = 8;
const MOSTLY = 0.8;

/**
 * The scheme of a column whose numbers are all of one form, as `A-99999`, which makers' numbers never are together: a
 * house's own numbers or a shop's; null for anything else, and for fewer than four different ones.
 */
export function numberingOf(texts: readonly string[]): string | null {
  const different = [...new Set(texts.map((text) => text.toUpperCase()))];
  if (different.length < 4) return null;
  const running = commonest(different, (text) => (isRunning(text) ? formOf(text, /[A-Z]+/g) : null));
  if (running !== null || different.length < MANY) return running;
  return commonest(different, (text) =>
    /\d/.test(text) && text.length < 24 ? formOf(text, /[A-Z]/g) : null,
  );
}

function isRunning(text: string): boolean {
  return (RUNNING.test(text) && text.replace(/\D/g, '').length >= LEAST_DIGITS) || LETTER_INSIDE.test(text);
}

function formOf(text: string, letters: RegExp): string {
  return text.replace(letters, 'A').replace(/\d/g, '9');
}

/** The form that most of the texts have; null when there is none. */
function commonest(texts: readonly string[], form: (text: string) => string | null): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const found = form(text);
    if (found !== null) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  const most = [...counts].find(([, count]) => count >= texts.length * MOSTLY);
  return most?.[0] ?? null;
}
