import { makerId, makerName } from '../core/identity/maker.ts';
import { looksLikeDesignators } from './designators.ts';
import { isPlaceholder } from './placeholder.ts';
import { cellText, type Row } from './rows.ts';
import { distributorOf, isCount, isPrice, isUrl, looksLikeMpn } from './shapes.ts';

/** What the cells of a column look like; the shares are of the filled cells, 0 when there are none. */
export interface Profile {
  /** Cells that hold something, placeholders aside. */
  readonly filled: number;
  /** Cells that show no value: formulas without a stored one, and errors. */
  readonly faulty: number;
  readonly mpn: number;
  /** Order numbers of distributors. */
  readonly ordered: number;
  readonly designators: number;
  readonly counts: number;
  /** Names of manufacturers that we know. */
  readonly makers: number;
  /** Addresses, prices and sentences: what no number or name is. */
  readonly prose: number;
  /** The distributors whose numbers were seen. */
  readonly distributors: readonly string[];
  /** The first three different ones. */
  readonly samples: readonly string[];
}

/** The profile of one column over the rows of the sample. */
export function profileOf(rows: readonly Row[], column: number): Profile {
  const texts = rows
    .map(({ cells }) => cellText(cells, column))
    .filter((text) => text !== '' && !isPlaceholder(text));
  const share = (test: (text: string) => boolean) =>
    texts.length === 0 ? 0 : texts.filter(test).length / texts.length;
  const firsts = texts.map((text) => text.split(/[\n~;]/)[0]!.trim());
  const distributors = new Set(texts.map(distributorOf).filter((name) => name !== null));
  return {
    filled: texts.length,
    faulty: rows.filter(({ faults }) => faults?.has(column)).length,
    mpn: texts.length === 0 ? 0 : firsts.filter(looksLikeMpn).length / texts.length,
    ordered: share((text) => distributorOf(text) !== null),
    designators: share(looksLikeDesignators),
    counts: share(isCount),
    makers: texts.length === 0 ? 0 : firsts.filter(isKnownMaker).length / texts.length,
    prose: share((text) => isUrl(text) || isPrice(text) || text.split(/\s+/).length > 4),
    distributors: [...distributors].sort(),
    samples: [...new Set(texts)].slice(0, 3),
  };
}

function isKnownMaker(text: string): boolean {
  return /\p{L}{2}/u.test(text) && makerName(makerId(text)) !== undefined;
}
