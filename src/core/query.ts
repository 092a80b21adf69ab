import type { Bom, LineItem, PartRef } from './line.ts';
import { makerId, statesMaker } from './maker.ts';
import { mpnKey } from './mpn.ts';

/** One distinct part over all BOMs, and every line that names it. */
export interface PartQuery {
  /** Equal for equal parts: number and maker, however they are spelt. */
  readonly key: string;
  /** As the first line names it. */
  readonly ref: PartRef;
  /** As all lines name it, the first included. */
  readonly refs: ReadonlySet<PartRef>;
  readonly uses: readonly Use[];
}

/** One line that names a part. */
export interface Use {
  /** Index of the BOM. */
  readonly bom: number;
  readonly line: LineItem;
  readonly role: 'primary' | 'alternate';
}

interface Collected extends PartQuery {
  readonly refs: Set<PartRef>;
  readonly uses: Use[];
}

/**
 * The distinct parts of all BOMs, in the order in which they are first named; those of lines that are not fitted only
 * when they are asked for.
 */
export function collectQueries(
  boms: readonly Bom[],
  aliases: Readonly<Record<string, string>>,
  includeNotFitted = false,
): readonly PartQuery[] {
  const byKey = new Map<string, Collected>();
  const byRef = new Map<PartRef, Collected>();

  function queryOf(ref: PartRef): Collected {
    const key = partKey(ref, aliases);
    const query = byKey.get(key) ?? { key, ref, refs: new Set(), uses: [] };
    query.refs.add(ref);
    byKey.set(key, query);
    byRef.set(ref, query);
    return query;
  }

  for (const [bom, { lines }] of boms.entries()) {
    for (const line of lines) {
      if (!line.fitted && !includeNotFitted) continue;
      for (const [index, ref] of line.parts.entries()) {
        const query = byRef.get(ref) ?? queryOf(ref);
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
