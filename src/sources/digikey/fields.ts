import { amount, count, wholeNumber } from '../stated.ts';

/**
 * Single fields of DigiKey's products, each read from whatever stands in it: ids, counts and flags come as numbers,
 * texts and booleans alike. Null: nothing is stated. Undefined: something is stated that cannot be read.
 */
export type Field<T> = T | null | undefined;

/** An id that is a number; status ids are small, some ids are negative. */
export const idField = (stated: unknown): Field<number> => (isBlank(stated) ? null : wholeNumber(stated));

export const countField = (stated: unknown): Field<number> => (isBlank(stated) ? null : count(stated));

export const priceField = (stated: unknown): Field<number> => (isBlank(stated) ? null : amount(stated));

export function flagField(stated: unknown): Field<boolean> {
  if (isBlank(stated)) return null;
  if (/^\s*(true|yes|1)\s*$/i.test(plain(stated))) return true;
  return /^\s*(false|no|0)\s*$/i.test(plain(stated)) ? false : undefined;
}

/** A number or name that is written as a JSON number is its digits. */
export function textField(stated: unknown): Field<string> {
  if (isBlank(stated)) return null;
  if (typeof stated === 'string') return stated;
  return Number.isSafeInteger(stated) ? String(stated) : undefined;
}

/** Bare digits in every recorded answer; the documentation writes "6 weeks". */
export function weeksField(stated: unknown): Field<number> {
  return isBlank(stated) ? null : count(/^\s*\d+/.exec(plain(stated))?.[0]);
}

/** Addresses come protocol-relative at times; anything that is no web address is dropped. */
export function webAddress(stated: unknown): string | null {
  if (typeof stated !== 'string') return null;
  const absolute = stated.startsWith('//') ? `https:${stated}` : stated;
  return /^https?:\/\//i.test(absolute) ? absolute : null;
}

/** A sentence where a field states something that was not read (`value` is undefined): nothing that is stated is silent. */
export function unreadable(
  field: string,
  stated: unknown,
  value: Field<unknown>,
  what: string,
): readonly string[] {
  if (value !== undefined) return [];
  return [`${field} states ${quoted(stated)}, which is ${what} that we can read.`];
}

const LONGEST_QUOTE = 60;

function quoted(stated: unknown): string {
  if (typeof stated === 'object') return Array.isArray(stated) ? 'a list' : 'an object';
  const text = JSON.stringify(stated);
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text;
}

/** As a text, where it is no object or list. */
function plain(stated: unknown): string {
  return typeof stated === 'object' ? '' : String(stated);
}

function isBlank(stated: unknown): boolean {
  return stated === null || stated === undefined || (typeof stated === 'string' && stated.trim() === '');
}
