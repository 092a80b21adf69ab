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
  readonly refs: readonly PartRef[];
  /** By BOM, in their order. */
  readonly uses: readonly Use[];
}

/** The lines of one BOM that name a part in one role, in their order. */
export interface Use {
  /** Index of the BOM. */
  readonly bom: number;
  /** `alternate`: the lines' first part number is another. */
  readonly role: 'primary' | 'alternate';
  readonly lines: readonly LineItem[];
}

interface Collected extends PartQuery {
  readonly refs: PartRef[];
  readonly uses: CollectedUse[];
}

interface CollectedUse extends Use {
  readonly lines: LineItem[];
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
    const known = byKey.get(key);
    known?.refs.push(ref);
    const query = known ?? { key, ref, refs: [ref], uses: [] };
    byKey.set(key, query);
    byRef.set(ref, query);
    return query;
  }

  for (const [bom, { lines }] of boms.entries()) {
    for (const line of lines) {
      if (!line.fitted && !includeNotFitted) continue;
      for (const [index, ref] of line.parts.entries()) {
        const { uses } = byRef.get(ref) ?? queryOf(ref);
        use(uses, bom, index === 0 ? 'primary' : 'alternate', line);
      }
    }
  }
  return [...byKey.values()];
}

/** Adds a line to the use of this role in the BOM that is being read; the uses of earlier BOMs stand before it. */
function use(uses: CollectedUse[], bom: number, role: Use['role'], line: LineItem): void {
  const own = [uses.at(-1), uses.at(-2)].find((one) => one?.bom === bom && one.role === role);
  if (own) own.lines.push(line);
  else uses.push({ bom, role, lines: [line] });
}

/** Equal keys ask for the same part. */
export function partKey(ref: PartRef, aliases: Readonly<Record<string, string>>): string {
  const maker =
    ref.manufacturer !== null && statesMaker(ref.manufacturer) ? makerId(ref.manufacturer, aliases) : '';
  return `${mpnKey(ref.mpn)}\n${maker}`;
}
