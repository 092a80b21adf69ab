import { CHINESE, JAPANESE, KOREAN } from './words/asian.ts';
import type { Concept, Language } from './words/concepts.ts';
import { ENGLISH } from './words/english.ts';
import { FINNISH, GREEK, HUNGARIAN, TURKISH } from './words/further-european.ts';
import { DANISH, DUTCH, GERMAN, NORWEGIAN, SWEDISH } from './words/germanic.ts';
import { FRENCH, ITALIAN, PORTUGUESE, ROMANIAN, SPANISH } from './words/romance.ts';
import { SHOP_WORDS } from './words/shops.ts';
import { CZECH_AND_SLOVAK, POLISH, RUSSIAN, UKRAINIAN } from './words/slavic.ts';

/** Every language that a header is read in, by its name. */
export const LANGUAGES: Readonly<Record<string, Language>> = {
  ENGLISH,
  GERMAN,
  DUTCH,
  SWEDISH,
  DANISH,
  NORWEGIAN,
  FRENCH,
  ITALIAN,
  SPANISH,
  PORTUGUESE,
  ROMANIAN,
  POLISH,
  CZECH_AND_SLOVAK,
  RUSSIAN,
  UKRAINIAN,
  HUNGARIAN,
  FINNISH,
  GREEK,
  TURKISH,
  CHINESE,
  JAPANESE,
  KOREAN,
  SHOPS: { DIST: [...SHOP_WORDS].join(' ') },
};

/** Headers, without blanks, that mean something else than their words or that no word of them tells. */
export const PHRASES: Readonly<Record<string, string>> = {
  mp: 'MPN',
  numberofparts: 'QTY',
  nrofparts: 'QTY',
  numberofpcs: 'QTY',
  numberoff: 'QTY',
  nroff: 'QTY',
  off: 'QTY',
  numberreqd: 'QTY',
  numberrequired: 'QTY',
  upa: 'QTY PER BOARD',
  qa: 'QTY PER BOARD',
  numberused: 'QTY',
  artikelbezeichnung: 'NAME',
  teilebezeichnung: 'NAME',
  bauteilbezeichnung: 'NAME',
  позобозначение: 'REF',
  商品编号: 'DIST PN',
  商品編號: 'DIST PN',
};

/** From a spelling to its concept. */
export const SPELLINGS: ReadonlyMap<string, Concept> = new Map(
  Object.values(LANGUAGES).flatMap((language) =>
    Object.entries(language).flatMap(([concept, spellings]) =>
      spellings.split(/\s+/).map((spelling): [string, Concept] => [spelling, concept as Concept]),
    ),
  ),
);
