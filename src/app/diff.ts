import { type AddedPart, type BomDiff, type BomPart, diffBoms, type Expand } from '../core/bom/diff.ts';
import type { Bom } from '../core/bom/line.ts';
import { isValid } from '../core/words.ts';
import { createLookup, type LookupOptions } from './lookup.ts';
import type { PartPorts } from './part.ts';

/** A part of one of two revisions, and what the store knows of it. */
export interface KnownPart extends BomPart {
  /** Its lifecycle, else its match; null when it was never asked. */
  readonly known: string | null;
}

/** Two revisions of a BOM part by part, with the lifecycles that are known. */
export interface KnownDiff {
  readonly added: readonly (AddedPart & KnownPart)[];
  readonly removed: readonly KnownPart[];
  readonly changed: readonly {
    readonly from: BomPart;
    readonly to: KnownPart;
    readonly says: readonly string[];
  }[];
  readonly same: BomDiff['same'];
}

export interface DiffOptions extends Pick<LookupOptions, 'rules' | 'lifecycleFrom'> {
  readonly ages: LookupOptions['freshness']['ages'];
  readonly expand: Expand;
}

/** Compares two revisions, each of one or more tables; asks the store alone. */
export async function diffRevisions(
  before: readonly Bom[],
  after: readonly Bom[],
  ports: PartPorts,
  options: DiffOptions,
): Promise<KnownDiff> {
  const now = ports.clock.now();
  const freshness = { now, began: now, ages: options.ages };
  const lookup = createLookup({ ...options, ...ports, freshness });
  const lines = (boms: readonly Bom[]) => boms.flatMap((bom) => [...bom.lines]);
  const { added, removed, changed, same } = diffBoms(lines(before), lines(after), options.expand);

  async function told<P extends BomPart>(parts: readonly P[]): Promise<readonly (P & KnownPart)[]> {
    const refs = parts.map(({ mpn, manufacturers }) => ({
      mpn: mpn ?? '',
      manufacturer: manufacturers[0] ?? null,
    }));
    const known = await lookup.known(refs);
    return parts.map((part, index) => {
      const { match, lifecycle } = known[index]?.assessment ?? {};
      if (part.mpn === null || match === undefined) return { ...part, known: null };
      return { ...part, known: isValid(match) ? lifecycle! : match };
    });
  }

  const targets = await told(changed.map(({ to }) => to));
  return {
    added: await told(added),
    removed: await told(removed),
    changed: changed.map(({ from, says }, index) => ({ from, to: targets[index]!, says })),
    same,
  };
}
