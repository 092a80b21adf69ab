/**
 * Names by company id, the one to be shown first. Case, accents, punctuation, legal forms and the forms of trade words
 * need no spellings of their own; an abbreviation may stand in several companies. Firms that were taken over have
 * entries of their own, brands that never were firms of interest are spellings of their house.
 */
export type CompanyTable = Readonly<Record<string, readonly [string, ...string[]]>>;

/** The year in which a deal closed, and where it is written. A year that cannot be looked up is not given. */
export type Dated =
  | { readonly year: number; readonly source: string }
  | { readonly year?: never; readonly source?: never };
