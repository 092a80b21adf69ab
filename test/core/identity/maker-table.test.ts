import { describe, expect, test } from 'vitest';
import { statesMaker } from '../../../src/core/identity/maker.ts';
import { COMPANIES, type CompanyId } from '../../../src/core/identity/makers/companies.ts';
import { HOUSES } from '../../../src/core/identity/makers/data/houses.ts';
import { MERGERS, type Merger } from '../../../src/core/identity/makers/data/mergers.ts';
import { NAMESAKES } from '../../../src/core/identity/makers/data/namesakes.ts';
import { AFTERMARKET, OWNERS } from '../../../src/core/identity/makers/data/owners.ts';
import { SALES } from '../../../src/core/identity/makers/data/sales.ts';
import { companiesOf, namesakesOf } from '../../../src/core/identity/makers/lookup.ts';
import { heirs } from '../../../src/core/identity/makers/relations.ts';
import { nameKey } from '../../../src/core/identity/makers/spelling.ts';

const IDS = Object.keys(COMPANIES) as CompanyId[];

/** Abbreviations and short names that do stand for several firms, and a listing that names two. */
const SHARED = ['ams', 'analogdevicemaximintegrated', 'cui', 'samsung'];

describe('the table of makers', () => {
  test('knows some seven hundred firms', () => {
    expect(IDS.length).toBeGreaterThan(650);
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

  test('a namesake is no firm of the table, and is told apart from one that is', () => {
    for (const [id, names] of Object.entries(NAMESAKES)) {
      for (const name of names) {
        expect(companiesOf(name), name).toEqual([]);
        expect(namesakesOf(name), name).toEqual([id]);
      }
    }
  });

  test('each house is a spelling of one firm', () => {
    const spellings = IDS.flatMap((id) => COMPANIES[id].map(nameKey));
    for (const house of HOUSES)
      expect(
        spellings.filter((key) => key === nameKey(house)),
        house,
      ).toHaveLength(1);
  });
});

describe('what became of the makers', () => {
  const mergers = Object.entries(MERGERS) as [CompanyId, Merger][];

  test.each(mergers)('%s ends in a firm that lives', (id) => {
    const line = heirs(id);
    expect(new Set(line).size).toBe(line.length);
    expect(MERGERS[line.at(-1)!]).toBeUndefined();
  });

  test('no firm was taken over before those that it had taken over', () => {
    for (const [id, { into, year = 0 }] of mergers)
      expect(MERGERS[into]?.year ?? 9999, id).toBeGreaterThanOrEqual(year);
  });

  test('a year stands beside its source', () => {
    const dated = [...Object.values(MERGERS), ...SALES, ...OWNERS].filter(({ year }) => year !== undefined);
    expect(dated.length).toBeGreaterThan(15);
    for (const { year, source } of dated) {
      expect(year).toBeGreaterThan(1980);
      expect(source).toMatch(/\w{4}/);
    }
  });

  test('owners live, and what they own is no part of them', () => {
    for (const { owned, by } of OWNERS) {
      expect(MERGERS[owned]).toBeUndefined();
      expect(heirs(owned)).not.toContain(by);
    }
    for (const id of AFTERMARKET) expect(MERGERS[id]).toBeUndefined();
  });

  test('no sale is to a firm that the seller became', () => {
    for (const { from, to } of SALES) expect(heirs(from), `${from} to ${to}`).not.toContain(to);
  });
});
