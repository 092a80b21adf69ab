import type { LineItem } from '../../src/core/bom/line.ts';
import type { Observation, PartRecord } from '../../src/core/judge/listing.ts';
import type { Waiver } from '../../src/core/rule/waivers.ts';

/** An active part of Texas Instruments, but for what the test says. */
export function aPart(
  over: Partial<PartRecord> & { maker?: string; statusId?: number | null } = {},
): PartRecord {
  const { maker = 'Texas Instruments', statusId = 0, ...rest } = over;
  return {
    mpn: 'NE555P',
    manufacturer: { id: 296, name: maker },
    dkpn: '296-NE555P-ND',
    dkpns: ['296-NE555P-ND'],
    otherNames: [],
    status: { id: statusId, text: statusId === 0 ? 'Active' : `status ${statusId}` },
    endOfLife: false,
    discontinued: false,
    normallyStocking: statusId === 0,
    lastBuyDate: null,
    quantityAvailable: 0,
    marketplaceQuantity: 0,
    marketplaceOnly: false,
    sellers: [],
    leadWeeks: 6,
    productUrl: 'https://www.digikey.com/en/products/detail/x',
    datasheetUrl: null,
    minimumOrderQuantity: 1,
    standardPackage: 1,
    prices: [],
    currency: 'USD',
    unreadable: [],
    ...rest,
  };
}

export function answeredWith(...parts: readonly PartRecord[]): Observation {
  return { parts, leftOut: 0, observedAt: '2026-11-21T02:00:01.000Z', source: 'network' };
}

/** Row 2 of a BOM: one NE555P, fitted, but for what the test says. */
export function aLine(over: Partial<LineItem> = {}): LineItem {
  return {
    row: 2,
    designators: 'U1',
    quantity: 1,
    parts: [{ mpn: 'NE555P', manufacturer: null }],
    fitted: true,
    notes: [],
    ...over,
  };
}

/** A waiver for an obsolete NE555P in every BOM, until 2027-06-30, but for what the test says. */
export function aWaiver(over: Partial<Waiver> = {}): Waiver {
  return {
    mpn: 'NE555P',
    manufacturer: null,
    boms: null,
    reason: 'A lifetime buy is in the store.',
    owner: 'procurement',
    until: '2027-06-30',
    grantedFor: { lifecycle: 'obsolete', match: null, lastBuyDate: null },
    ...over,
  };
}
