import type { LineItem, PartRef } from '../../src/core/bom/line.ts';
import { type Assessment, assess } from '../../src/core/judge/assess.ts';
import type { PartRecord } from '../../src/core/judge/listing.ts';
import { matchPart } from '../../src/core/judge/match.ts';
import type { Waiver } from '../../src/core/rule/waivers.ts';
import { type StatusWords, toStatements } from '../../src/sources/digikey/statements.ts';

/** An active part of Texas Instruments, but for what the test says. */
export function aPart(
  over: Partial<PartRecord> & { maker?: string; statusId?: number | null } = {},
  words: StatusWords = {},
): PartRecord {
  const { maker = 'Texas Instruments', statusId = 0, ...rest } = over;
  const part = {
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
    unreadable: [],
    leadWeeks: 6,
    productUrl: 'https://www.digikey.com/en/products/detail/x',
    datasheetUrl: null,
    minimumOrderQuantity: 1,
    standardPackage: 1,
    prices: [],
    currency: 'USD',
    ...rest,
  };
  return { statements: toStatements(part, words, ANSWERED), ...part };
}

const ANSWERED = '2026-11-21T02:00:01.000Z';
const RULES = { aliases: {}, packagingIsSame: false };

/** What is said on 2026-11-21 of a part whose number DigiKey answers with these products. */
export function assessed(ref: PartRef, ...listed: readonly PartRecord[]): Assessment {
  const observation = { observedAt: ANSWERED, source: 'network', leftOut: 0 } as const;
  return assess(ref, matchPart(ref, listed, RULES), observation, '2026-11-21');
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
