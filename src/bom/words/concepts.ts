/**
 * What the words of a column header stand for. `names.ts` reads a header as a row of these, so that every language and
 * abbreviation of a word is one and the same to it.
 */
export type Concept =
  | 'MPN'
  | 'MFR'
  /** As its maker names it: TME's `Original symbol`. */
  | 'ORIGINAL'
  | 'PART'
  | 'COMPONENT'
  | 'ARTICLE'
  /** Of an ERP system: a house's own number, unless the maker's word stands beside it. */
  | 'MATERIAL'
  | 'NUMBER'
  | 'PN'
  | 'CODE'
  | 'MODEL'
  | 'CATALOG'
  | 'QTY'
  /** A count in one language and a name in another, or a sum of money: the cells tell. */
  | 'AMOUNT'
  | 'PER'
  | 'BOARD'
  /** Reels, trays and other lots that parts are bought in. */
  | 'PACK'
  | 'ORDER'
  | 'REF'
  | 'DES'
  | 'ALT'
  /** A maker's in one house, a shop's in another. */
  | 'SOURCE'
  | 'DIST'
  | 'OWN'
  | 'VALUE'
  | 'DESC'
  | 'NAME'
  | 'FOOTPRINT'
  | 'NOTE'
  | 'PRICE'
  | 'LINK'
  | 'STOCK'
  | 'ITEM'
  | 'LIB'
  | 'LEVEL'
  | 'NOT'
  | 'UNFITTED'
  | 'FITTED';

/**
 * One language: the spellings of each concept, parted by spaces. Lower case; Latin and Greek letters without accents,
 * `ß` as `ss`, `ł` as `l`, `ø` as `o`, `ı` as `i`, `æ` as `ae`. Compounds are taken apart where they are read, so that
 * only their pieces stand here: `hersteller` and `teile` and `nummer`, not `herstellerteilenummer`.
 */
export type Language = Readonly<Partial<Record<Concept, string>>>;
