/**
 * What others state, in a header or in a field. Each reader takes whatever came and returns a value within its bounds,
 * or undefined where it is none: nothing that a server says can make a date or a sum that is no date and no number.
 */

/** No count, id or number of seconds that a server states in earnest is greater. */
export const MOST = 1e9;
/** No price in earnest is greater. */
const DEAREST = 1e9;
/** Instants outside of these years are defaults and mistakes, in milliseconds since 1970. */
const EARLIEST = Date.UTC(1971, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

/** A whole number of either sign, as a number or in digits. */
export function wholeNumber(stated: unknown): number | undefined {
  const value = typeof stated === 'string' && /^\s*-?\d+\s*$/.test(stated) ? Number(stated) : stated;
  return Number.isInteger(value) && Math.abs(value as number) <= MOST ? (value as number) : undefined;
}

/** A whole number that is not negative. */
export function count(stated: unknown): number | undefined {
  const value = wholeNumber(stated);
  return value !== undefined && value >= 0 ? value : undefined;
}

/** A sum of money that is not negative, as a number or in plain decimals. */
export function amount(stated: unknown): number | undefined {
  const value = typeof stated === 'string' && /^\s*\d+(\.\d+)?\s*$/.test(stated) ? Number(stated) : stated;
  return typeof value === 'number' && value >= 0 && value <= DEAREST ? value : undefined;
}

/** An instant in milliseconds since 1970. */
export function instant(stated: number): number | undefined {
  return stated >= EARLIEST && stated < LATEST ? stated : undefined;
}
