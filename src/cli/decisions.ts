import { resolve } from 'node:path';
import type { Decisions } from '../app/decisions.ts';
import { readBaseline } from '../config/baseline.ts';
import type { Settings } from '../config/config.ts';
import type { Bom } from '../core/bom/line.ts';
import { type BuyingAssumptions, boardsOf } from '../core/buying/buy.ts';
import type { Holdings } from '../core/buying/demand.ts';
import { mpnKey } from '../core/identity/mpn.ts';

/** Flags that are no settings. */
export interface GateFlags {
  readonly onlyNew?: boolean | undefined;
  readonly substitutes?: boolean | undefined;
  readonly baseline?: string | undefined;
}

/** What the settings and flags say on the verdict over these BOMs. Throws `AuditError('config')` for a bad baseline. */
export function decisionsOf(
  { policy, waivers, buying, matching }: Settings,
  { onlyNew = false, substitutes = false, baseline }: GateFlags,
  boms: readonly Bom[],
  folder: string,
): Decisions {
  return {
    policy,
    waivers,
    buying: buyingOf(buying, boms),
    onlyNew,
    substitutes,
    baseline:
      baseline === undefined ? null : readBaseline(resolve(folder, baseline), matching.manufacturerAliases),
  };
}

function buyingOf(
  { boardsPerYear, onHand, onOrder, ...plan }: Settings['buying'],
  boms: readonly Bom[],
): BuyingAssumptions {
  const holdings = new Map<string, Holdings>();
  const add = (mpn: string, more: Partial<Holdings>): void => {
    const key = mpnKey(mpn);
    holdings.set(key, { onHand: 0, onOrder: 0, ...holdings.get(key), ...more });
  };
  for (const [mpn, pieces] of Object.entries(onHand)) add(mpn, { onHand: pieces });
  for (const [mpn, pieces] of Object.entries(onOrder)) add(mpn, { onOrder: pieces });
  return { plan, boardsPerYear: boms.map(({ file }) => boardsOf(file, boardsPerYear)), holdings };
}
