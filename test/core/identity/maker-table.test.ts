import { describe, expect, test } from 'vitest';
import { makerId, statesMaker } from '../../../src/core/identity/maker.ts';
import { COMPANIES, type CompanyId, HOUSES } from '../../../src/core/identity/makers/companies.ts';
import { companiesOf } from '../../../src/core/identity/makers/lookup.ts';
import { AFTERMARKET, MERGERS, OWNERS, SALES } from '../../../src/core/identity/makers/relations.ts';
import { nameKey } from '../../../src/core/identity/makers/spelling.ts';

const IDS = Object.keys(COMPANIES) as CompanyId[];

/** Abbreviations and short names that do stand for several firms. */
const SHARED = ['ams', 'samsung'];

describe('the table of makers', () => {
  test('knows some three hundred firms', () => {
    expect(IDS.length).toBeGreaterThan(300);
  });

  test('gives no spelling to two firms but those that have it', () => {
    const firms = new Map<string, Set<CompanyId>>();
    for (const id of IDS) {
      for (const name of COMPANIES[id])
        firms.set(nameKey(name), (firms.get(nameKey(name)) ?? new Set()).add(id));
    }
    const shared = [...firms].filter(([, ids]) => ids.size > 1).map(([key]) => key);
    expect(shared.sort()).toEqual(SHARED);
  });

  test('lists no spelling that another of the firm covers', () => {
    for (const id of IDS) expect(new Set(COMPANIES[id].map(nameKey)).size, id).toBe(COMPANIES[id].length);
  });

  test.each(IDS)('%s is found under each of its spellings, and states a maker', (id) => {
    for (const name of COMPANIES[id]) {
      expect(companiesOf(name), name).toContain(id);
      expect(statesMaker(name), name).toBe(true);
    }
  });

  test('an id that is one word is no spelling of another firm', () => {
    for (const id of IDS) {
      const named = companiesOf(id);
      expect(named.length === 0 || named.includes(id), id).toBe(true);
    }
  });

  test('each house is a spelling of one firm', () => {
    for (const house of HOUSES) expect(companiesOf(house), house).toHaveLength(1);
  });
});

describe('what became of the makers', () => {
  const firms = Object.entries(MERGERS) as [CompanyId, { into: CompanyId; year: number }][];

  test.each(firms)('%s ends in a firm that lives', (id, { into }) => {
    expect(makerId(COMPANIES[id][0])).toBe(makerId(COMPANIES[into][0]));
  });

  test('no firm was taken over before those that it had taken over', () => {
    for (const [id, { into, year }] of firms) {
      expect(MERGERS[into]?.year ?? 9999, id).toBeGreaterThanOrEqual(year);
    }
  });

  test('firms that were taken over whole own and resell nothing today', () => {
    for (const { owned, by } of OWNERS) expect([MERGERS[owned], MERGERS[by]]).toEqual([undefined, undefined]);
    for (const id of AFTERMARKET) expect(MERGERS[id]).toBeUndefined();
  });

  test('no sale is between firms that are one', () => {
    for (const { from, to } of SALES) expect(makerId(COMPANIES[from][0])).not.toBe(makerId(COMPANIES[to][0]));
  });
});
