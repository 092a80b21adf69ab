/** How a text is written. The quote is always `"`, doubled inside quotes. */
export interface Dialect {
  /** By a name of iconv-lite's. */
  readonly encoding: string;
  readonly delimiter: string;
  /** Each line is one quoted field that holds the whole record. */
  readonly wrapped: boolean;
}
