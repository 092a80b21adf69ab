import type { Bom, LineItem, PartRef } from './line.ts';
import { makerId, statesMaker } from './maker.ts';
import { mpnKey } from './mpn.ts';

/** One distinct part over all BOMs, and every line that names it. */
export interface PartQuery {
  /** Equal for equal parts: number and maker, however they are spelt. */
  readonly key: string;
  /** As the first line names it. */
  readonly ref: PartRef;
  readonly uses: readonly Use[];
}

/** One line that names a part. */
export interface Use {
  /** Index of the BOM. */
  readonly bom: number;
  readonly line: LineItem;
  readonly role: 'primary' | 'alternate';
}

/** The distinct parts of the fitted lines of all BOMs, in the order in which they are first named. */
export function collectQueries(
  boms: readonly Bom[],
  aliases: Readonly<Record<string, string>>,
): readonly PartQuery[] {
  const byKey = new Map<string, PartQuery & { uses: Use[] }>();
  const keys = new Map<PartRef, string>();
  for (const [bom, { lines }] of boms.entries()) {
    for (const line of lines) {
      if (!line.fitted) continue;
      for (const [index, ref] of line.parts.entries()) {
        const key = keys.get(ref) ?? partKey(ref, aliases);
        keys.set(ref, key);
        const query = byKey.get(key) ?? { key, ref, uses: [] };
        byKey.set(key, query);
        query.uses.push({ bom, line, role: index === 0 ? 'primary' : 'alternate' });
      }
    }
  }
  return [...byKey.values()];
}

/** Equal keys ask for the same part. */
export function partKey(ref: PartRef, aliases: Readonly<Record<string, string>>): string {
  const maker =
    ref.manufacturer !== null && statesMaker(ref.manufacturer) ? makerId(ref.manufacturer, aliases) : '';
  return `${mpnKey(ref.mpn)}\n${maker}`;
}
