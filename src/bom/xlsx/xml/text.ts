import { malformed } from '../absurd.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The text that stands for itself in XML, with its line ends and references resolved. Throws for a reference to nothing. */
export function unescapeText(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  return text.includes('&') ? text.replace(/&([^;&]{0,32};)?/g, resolve) : text;
}

/** The same for the value of an attribute, where line ends and tabs are spaces. */
export function unescapeValue(raw: string): string {
  const value = /[\t\n\r]/.test(raw) ? raw.replace(/\r\n|[\t\n\r]/g, ' ') : raw;
  return unescapeText(value);
}

function resolve(reference: string): string {
  const name = reference.slice(1, -1);
  const found = name.startsWith('#') ? characterOf(name.slice(1)) : ENTITIES[name];
  if (found === undefined) throw malformed();
  return found;
}

function characterOf(digits: string): string | undefined {
  const code = /^x[\da-f]+$/i.test(digits)
    ? Number.parseInt(digits.slice(1), 16)
    : /^\d+$/.test(digits)
      ? Number(digits)
      : Number.NaN;
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
