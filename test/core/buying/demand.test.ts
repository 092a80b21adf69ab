import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardsOf } from '../../../src/core/buying/buy.ts';
import { type BuyInputs, type BuyingPlan, planBuy } from '../../../src/core/buying/demand.ts';
import type { LifecycleWord } from '../../../src/core/words.ts';

const PLAN: BuyingPlan = {
  years: 5,
  sparesPercent: 5,
  attritionPercent: 2,
  approvalDays: 14,
  purchasingDays: 10,
};
const NO_OFFER = { minimumOrderQuantity: null, standardPackage: null, prices: [], currency: null };

const buy = (over: Partial<BuyInputs> = {}, plan: Partial<BuyingPlan> = {}) =>
  planBuy(
    {
      needs: [{ bom: 0, perBoard: 2, boardsPerYear: 500 }],
      holdings: { onHand: 0, onOrder: 0 },
      offer: NO_OFFER,
      lifecycle: 'last-buy',
      lastBuyDate: null,
      ...over,
    },
    { ...PLAN, ...plan },
    '2026-11-21',
  );

describe('how many', () => {
  test.each([
    // 2 × 500 = 1000 a year; × 5 × 1.05 × 1.02 = 5355
    ['the horizon with spares and attrition', {}, {}, 5355, 5355],
    ['what there is goes off', { holdings: { onHand: 1000, onOrder: 355 } }, {}, 4000, 4000],
    ['more than enough is there', { holdings: { onHand: 9000, onOrder: 0 } }, {}, 0, 0],
    // 1000 × 1 × 1.05 × 1.02 = 1071 exactly, which binary fractions make 1071.0000000000001
    ['no piece too many by rounding', {}, { years: 1 }, 1071, 1071],
    // 1000 × 0.3 × 1.01 × 1.01 = 306.03
    ['a part of a piece is a piece', {}, { years: 0.3, sparesPercent: 1, attritionPercent: 1 }, 307, 307],
    [
      'whole packages',
      { offer: { ...NO_OFFER, minimumOrderQuantity: 1, standardPackage: 3000 } },
      {},
      5355,
      6000,
    ],
    [
      'the minimum order, in whole packages',
      { offer: { ...NO_OFFER, minimumOrderQuantity: 7000, standardPackage: 3000 } },
      {},
      5355,
      9000,
    ],
    [
      'nothing, whatever the minimum order',
      { offer: { ...NO_OFFER, minimumOrderQuantity: 7000 }, holdings: { onHand: 5355, onOrder: 0 } },
      {},
      0,
      0,
    ],
    [
      // 2 × 500 + 3 × 100 = 1300 a year; × 5 × 1.071 = 6961.5
      'over all BOMs',
      {
        needs: [
          { bom: 0, perBoard: 2, boardsPerYear: 500 },
          { bom: 2, perBoard: 3, boardsPerYear: 100 },
        ],
      },
      {},
      6962,
      6962,
    ],
  ])('%s', (_what, inputs, plan, wanted, quantity) => {
    expect(buy(inputs, plan)).toMatchObject({ wanted, quantity });
  });

  test('the formula shows its numbers', () => {
    const { formula } = buy({
      holdings: { onHand: 300, onOrder: 55 },
      offer: { ...NO_OFFER, standardPackage: 2500 },
    });
    expect(formula).toBe('⌈1000 a year × 5 years × 1.05 × 1.02⌉ − 300 − 55 → 5000 wanted, 5000 to order');
  });
});

describe('what is not known stays open', () => {
  test.each([
    ['boards a year', { needs: [{ bom: 0, perBoard: 2, boardsPerYear: null }] }, /--boards-per-year/],
    ['pieces a board', { needs: [{ bom: 0, perBoard: null, boardsPerYear: 5 }] }, /how many a board takes/],
    [
      'boards of one of two BOMs',
      {
        needs: [
          { bom: 0, perBoard: 2, boardsPerYear: 500 },
          { bom: 1, perBoard: 2, boardsPerYear: null },
        ],
      },
      /--boards-per-year/,
    ],
  ])('%s', (_what, inputs, says) => {
    const { perYear, wanted, quantity, cost, formula, open } = buy(inputs);
    expect({ perYear, wanted, quantity, cost, formula }).toEqual({
      perYear: null,
      wanted: null,
      quantity: null,
      cost: null,
      formula: null,
    });
    expect(open.join(' ')).toMatch(says);
  });
});

test.each([
  ['2027-03-31', '2027-03-07', 106], // 24 days before
  ['2027-01-10', '2026-12-17', 26],
  ['2026-12-15', '2026-11-21', 0],
  ['2026-12-01', '2026-11-07', -14],
  ['2026-11-21', '2026-10-28', -24],
  ['2026-11-20', null, null],
  [null, null, null],
])('a last buy on %s is decided by %s, in %s days', (lastBuyDate, decideBy, daysToDecide) => {
  expect(buy({ lastBuyDate })).toMatchObject({ decideBy, daysToDecide });
});

test.each<[LifecycleWord, string | null, RegExp | null]>([
  ['last-buy', '2027-03-31', null],
  ['last-buy', null, /Ask the maker for the last-buy date/],
  ['eol', null, /Ask the maker for the last-buy date/],
  ['last-buy-passed', '2026-11-20', /left in stock/],
  ['obsolete', null, /left in stock/],
  ['distributor-discontinued', null, /where it is still sold/],
])('what is open about a part that is %s with the date %s', (lifecycle, lastBuyDate, says) => {
  const { open } = buy({ lifecycle, lastBuyDate });
  if (says === null) expect(open).toEqual([]);
  else expect(open.join(' ')).toMatch(says);
});

describe('the price', () => {
  const prices = [
    { from: 1, price: 0.5 },
    { from: 1000, price: 0.301 },
    { from: 10_000, price: 0.2 },
  ];
  test.each([
    [5355, 0.301, 1611.86], // 5355 × 0.301 = 1611.855
    [999, 0.5, 499.5],
    [1000, 0.301, 301],
    [10_000, 0.2, 2000],
  ])('of %d is %d each, %d in all', (quantity, unitPrice, cost) => {
    const needs = [{ bom: 0, perBoard: 1, boardsPerYear: quantity }];
    const plan = { years: 1, sparesPercent: 0, attritionPercent: 0 };
    expect(buy({ needs, offer: { ...NO_OFFER, prices } }, plan)).toMatchObject({ quantity, unitPrice, cost });
  });

  test.each([
    ['there is none', [], {}, null],
    ['the smallest break is not reached', [{ from: 10_000, price: 1 }], {}, null],
    ['nothing is to be bought', prices, { holdings: { onHand: 9000, onOrder: 0 } }, 0],
  ])('is not known where %s', (_why, breaks, over, cost) => {
    expect(buy({ offer: { ...NO_OFFER, prices: breaks }, ...over })).toMatchObject({ unitPrice: null, cost });
  });
});

test('what is ordered covers what is wanted, in whole packages, and not a package more', () => {
  const pieces = fc.integer({ min: 0, max: 100_000 });
  fc.assert(
    fc.property(
      pieces,
      pieces,
      fc.integer({ min: 1, max: 5000 }),
      pieces,
      (a, onHand, standardPackage, least) => {
        const offer = { ...NO_OFFER, minimumOrderQuantity: least || null, standardPackage };
        const needs = [{ bom: 0, perBoard: a, boardsPerYear: 1 }];
        const { wanted, quantity } = buy({ needs, holdings: { onHand, onOrder: 0 }, offer });
        if (wanted === 0) return quantity === 0;
        const floor = Math.max(wanted!, least);
        return quantity! % standardPackage === 0 && quantity! >= floor && quantity! - standardPackage < floor;
      },
    ),
  );
});

test.each([
  [null, null],
  [200, 200],
  [{ 'main.csv': 500, '*': 10 }, 500],
  [{ 'power.csv': 500 }, null],
])('boards of boards/main.csv by %j: %s', (config, boards) => {
  expect(boardsOf('boards/main.csv', config as Parameters<typeof boardsOf>[1])).toBe(boards);
});
