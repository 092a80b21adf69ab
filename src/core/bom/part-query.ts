import { makerId, namesMaker } from '../identity/maker.ts';
import { mpnKey } from '../identity/mpn.ts';
import type { Bom, Lines, PartRef } from './line.ts';
import { PickedLines } from './packed-lines.ts';

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
  readonly lines: Lines;
}

interface Collected extends PartQuery {
  readonly refs: PartRef[];
  readonly uses: CollectedUse[];
}

interface CollectedUse extends Use {
  readonly lines: PickedLines;
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
    let place = -1;
    for (const line of lines) {
      place += 1;
      if (!line.fitted && !includeNotFitted) continue;
      for (const [index, ref] of line.parts.entries()) {
        const { uses } = byRef.get(ref) ?? queryOf(ref);
        useOf(uses, { bom, role: index === 0 ? 'primary' : 'alternate' }, lines).push(place);
      }
    }
  }
  return [...byKey.values()];
}

/** The lines of this role in the BOM that is being read; the uses of earlier BOMs stand before it. */
function useOf(uses: CollectedUse[], { bom, role }: Pick<Use, 'bom' | 'role'>, all: Lines): PickedLines {
  const known = [uses.at(-1), uses.at(-2)].find((one) => one?.bom === bom && one.role === role);
  if (known) return known.lines;
  const lines = new PickedLines(all);
  uses.push({ bom, role, lines });
  return lines;
}

/** Equal keys ask for the same part. */
export function partKey(ref: PartRef, aliases: Readonly<Record<string, string>>): string {
  const maker = namesMaker(ref) ? makerId(ref.manufacturer, aliases) : '';
  return `${mpnKey(ref.mpn)}\n${maker}`;
}
