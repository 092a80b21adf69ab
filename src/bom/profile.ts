import { looksLikeDesignators } from './designators.ts';
import { isMaker, mentionOf, orderedFrom } from './mention.ts';
import { numberingOf } from './numbering.ts';
import { isPlaceholder, isRemark } from './placeholder.ts';
import { cellText, type Row } from './rows.ts';
import { countOf, isPrice, isUrl, looksLikeMpn } from './shapes.ts';
import { isShop } from './words/shops.ts';

/** What the cells of a column look like; the shares are of the filled cells, 0 when there are none. */
export interface Profile {
  /** Cells that were looked at. */
  readonly rows: number;
  /** Cells that hold something, placeholders aside. */
  readonly filled: number;
  /** Cells that show no value: formulas without a stored one, and errors. */
  readonly faulty: number;
  readonly mpn: number;
  /** Order numbers of distributors. */
  readonly ordered: number;
  readonly designators: number;
  /** Whole numbers. */
  readonly counts: number;
  /** Names of manufacturers that we know. */
  readonly makers: number;
  /** Names of shops that we know. */
  readonly shops: number;
  /** Addresses, prices and sentences: what no number or name is. */
  readonly prose: number;
  /** The scheme of a house's or a shop's own numbers; null when they have none. */
  readonly numbering: string | null;
  /** The distributors whose numbers were seen. */
  readonly distributors: readonly string[];
  /** The first three different ones. */
  readonly samples: readonly string[];
}

/** The profile of one column over the rows of the sample. */
export function profileOf(rows: readonly Row[], column: number): Profile {
  const texts = rows
    .map(({ cells }) => cellText(cells, column))
    .filter((text) => text !== '' && !isPlaceholder(text) && !isRemark(text));
  const share = (test: (text: string) => boolean, of = texts) =>
    of.length === 0 ? 0 : of.filter(test).length / of.length;
  const firsts = texts.map((text) => text.split(/[\n~;]/)[0]!.trim());
  const shops = texts.map(orderedFrom).filter((name) => name !== null);
  return {
    rows: rows.length,
    filled: texts.length,
    faulty: rows.filter(({ faults }) => faults?.has(column)).length,
    mpn: share((text) => looksLikeMpn(mentionOf(text).mpn), firsts),
    ordered: texts.length === 0 ? 0 : shops.length / texts.length,
    designators: share(looksLikeDesignators),
    counts: share((text) => Number.isInteger(countOf(text) ?? Number.NaN)),
    makers: share(isMaker, firsts),
    shops: share(isShop, firsts),
    prose: share((text) => isUrl(text) || isPrice(text) || text.split(/\s+/).length > 4),
    numbering: numberingOf(texts),
    distributors: [...new Set(shops)].sort(),
    samples: [...new Set(texts)].slice(0, 3),
  };
}
