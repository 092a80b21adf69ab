/**
 * Names by company id, the one to be shown first. Case, accents, punctuation and legal forms need no spellings of
 * their own; an abbreviation may stand in several companies. Firms that were taken over have entries of their own,
 * brands that never were firms of interest are spellings of their house.
 */
export type CompanyTable = Readonly<Record<string, readonly [string, ...string[]]>>;
