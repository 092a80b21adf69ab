import type { CompanyId } from '../makers/companies.ts';
import { companiesOf } from '../makers/lookup.ts';
import { heirs } from '../makers/relations.ts';
import { mpnKey } from './clean.ts';

/** How a maker's number is written elsewhere, and the one way in which distributors list it. */
interface Form {
  readonly shape: RegExp;
  readonly listed: (fields: readonly string[]) => string;
}

/** Digits of a fixed length: dashes and spaces part them for the eye, and spreadsheets drop the zeros in front. */
function digits(length: number, ...shapes: readonly RegExp[]): readonly Form[] {
  return shapes.map((shape) => ({ shape, listed: (fields) => fields.join('').padStart(length, '0') }));
}

const FORMS: Readonly<Partial<Record<CompanyId, readonly Form[]>>> = {
  harting: digits(11, /^(0?9)[ -]?((?!77)\d{2})[ -]?(\d{3})[ -]?(\d{4})$/),
  // The old form in fields of two, two and four, the new one in five or six and four, and the packed one
  molex: digits(10, /^(\d{2})-(\d{2})-(\d{4})$/, /^(\d{5,6})-(\d{4})$/, /^(\d{7,10})$/),
  phoenix: digits(7, /^(\d{2}) ?(\d{2}) ?(\d{2}) ?(\d)$/, /^(\d{6})$/),
  schurter: [{ shape: /^(\d{2,4})\.(\d{4})$/, listed: ([a = '', b]) => `${a.padStart(4, '0')}.${b}` }],
  // The tens of a dash number stand in front: 640456-10 is 1-640456-0
  'te-connectivity': [
    { shape: /^0-0*([1-9]\d{2,6})-(\d)$/, listed: ([base, dash]) => `${base}-${dash}` },
    { shape: /^([1-9])-0*([1-9]\d{2,6})-(\d)$/, listed: ([tens, base, dash]) => `${tens}-${base}-${dash}` },
    { shape: /^0*([1-9]\d{2,6})-(\d)$/, listed: ([base, dash]) => `${base}-${dash}` },
    { shape: /^0*([1-9]\d{3,6})-([1-9])(\d)$/, listed: ([base, tens, dash]) => `${tens}-${base}-${dash}` },
  ],
  wago: [
    { shape: /^0?(\d{3})-0?(\d{3})$/, listed: ([series, item]) => `${series}-${item}` },
    { shape: /^(\d{4})-0?(\d{3})$/, listed: ([series, item]) => `${series}-${item}` },
  ],
};

type FormedMaker = keyof typeof FORMS;

/** Whether two numbers of a maker are one in two of its forms, as Molex's `22-23-2021` and `0022232021`. */
export function isSameForm(a: string, b: string, maker: string): boolean {
  return makersWithForms(maker).some((id) => {
    const form = asListed(id, a);
    return form !== undefined && form === asListed(id, b);
  });
}

/** As distributors may list the number, where that is not how it is written; by the maker's forms if one is known. */
export function otherForms(mpn: string, maker: string | null): readonly string[] {
  const known = maker === null ? [] : companiesOf(maker);
  const makers = known.length > 0 ? makersWithForms(maker!) : (Object.keys(FORMS) as FormedMaker[]);
  const forms = makers.flatMap((id) => asListed(id, mpn) ?? []);
  return [...new Set(forms)].filter((form) => form !== mpnKey(mpn));
}

function makersWithForms(maker: string): readonly FormedMaker[] {
  const line = companiesOf(maker).flatMap(heirs);
  return [...new Set(line)].filter((id) => id in FORMS);
}

function asListed(maker: FormedMaker, mpn: string): string | undefined {
  const key = mpnKey(mpn);
  for (const { shape, listed } of FORMS[maker] ?? []) {
    const found = shape.exec(key);
    if (found) return listed(found.slice(1));
  }
  return undefined;
}
