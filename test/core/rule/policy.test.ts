import { describe, expect, test } from 'vitest';
import { type ConditionInputs, parseCondition } from '../../../src/core/rule/conditions.ts';
import {
  failOnly,
  type Policy,
  type PolicyOverride,
  policyOf,
  ruleOn,
  severityOf,
  verdictOf,
} from '../../../src/core/rule/policy.ts';

const POLICY: Policy = {
  failOn: ['obsolete', 'last-buy', 'not-found'],
  warnOn: ['nrnd', 'near', 'unknown', 'unchecked'],
  conditions: [],
  coverage: 0.9,
  alternates: 'primary',
};

test.each`
  match          | lifecycle     | severity
  ${'exact'}     | ${'active'}   | ${'ok'}
  ${'exact'}     | ${'nrnd'}     | ${'warn'}
  ${'exact'}     | ${'obsolete'} | ${'fail'}
  ${'exact'}     | ${'unknown'}  | ${'warn'}
  ${'near'}      | ${'unknown'}  | ${'warn'}
  ${'not-found'} | ${'unknown'}  | ${'fail'}
  ${'unchecked'} | ${'unknown'}  | ${'warn'}
`('$match and $lifecycle is $severity', ({ match, lifecycle, severity }) => {
  expect(severityOf(match, lifecycle, POLICY)).toBe(severity);
});

test('a part that was not checked is judged as unchecked, never as unknown', () => {
  const policy: Policy = { ...POLICY, failOn: ['unknown'], warnOn: ['unchecked'] };
  expect(severityOf('unchecked', 'unknown', policy)).toBe('warn');
  expect(severityOf('near', 'unknown', policy)).toBe('fail');
});

test.each`
  failing | unchecked | covered  | unaudited | verdict
  ${0}    | ${0}      | ${true}  | ${0}      | ${'pass'}
  ${1}    | ${0}      | ${true}  | ${0}      | ${'fail'}
  ${1}    | ${5}      | ${false} | ${0}      | ${'fail'}
  ${0}    | ${1}      | ${true}  | ${0}      | ${'incomplete'}
  ${0}    | ${0}      | ${false} | ${0}      | ${'incomplete'}
  ${0}    | ${0}      | ${true}  | ${1}      | ${'incomplete'}
  ${1}    | ${0}      | ${true}  | ${1}      | ${'fail'}
`(
  '$failing failing, $unchecked unchecked, covered $covered, $unaudited unaudited: $verdict',
  ({ verdict, ...tally }) => {
    expect(verdictOf(tally)).toBe(verdict);
  },
);

describe('rules', () => {
  const part: ConditionInputs = {
    lifecycle: 'active',
    daysToLastBuy: null,
    leadWeeks: 30,
    ownStock: 0,
    ageDays: 0,
  };
  const withConditions = (...conditions: readonly (readonly [string, 'warn' | 'fail'])[]): Policy => ({
    ...POLICY,
    conditions: conditions.map(([when, severity]) => ({ when, severity, test: parseCondition(when)! })),
  });

  test('the worst of words and conditions stands, and every cause is told', () => {
    const policy = withConditions(['lead time over 26 weeks', 'warn'], ['no stock', 'fail']);
    expect(ruleOn('exact', { ...part, lifecycle: 'nrnd' }, policy)).toEqual({
      severity: 'fail',
      causes: [
        { rule: 'nrnd', severity: 'warn', says: 'The policy is to warn on nrnd.' },
        {
          rule: 'lead time over 26 weeks',
          severity: 'warn',
          says: 'The policy is to warn on "lead time over 26 weeks": the lead time is 30 weeks.',
        },
        {
          rule: 'no stock',
          severity: 'fail',
          says: 'The policy is to fail on "no stock": DigiKey has none in stock.',
        },
      ],
    });
  });

  test('a condition cannot make a part better', () => {
    const policy = withConditions(['no stock', 'warn']);
    expect(ruleOn('exact', { ...part, lifecycle: 'obsolete' }, policy).severity).toBe('fail');
  });

  test('a part that nothing is against has no causes', () => {
    expect(ruleOn('exact', part, POLICY)).toEqual({ severity: 'ok', causes: [] });
  });
});

describe('overrides', () => {
  const overrides: readonly PolicyOverride[] = [
    { files: ['proto/*.csv'], failOn: [], coverage: 0 },
    { files: ['proto/main.csv'], coverage: 1 },
  ];
  test.each([
    ['boards/main.csv', { failOn: POLICY.failOn, coverage: 0.9 }],
    ['proto/power.csv', { failOn: [], coverage: 0 }],
    ['./proto/main.csv', { failOn: [], coverage: 1 }],
    ['proto\\power.csv', { failOn: [], coverage: 0 }],
  ])('%s', (file, expected) => {
    expect(policyOf(file, POLICY, overrides)).toEqual({ ...POLICY, ...expected });
  });

  test('--fail-on counts everywhere, and what it leaves out is a warning', () => {
    const { failOn, warnOn, boms } = failOnly(['near'], {
      ...POLICY,
      boms: [
        { files: ['a'], failOn: ['eol'] },
        { files: ['b'], warnOn: ['preliminary'] },
        { files: ['c'], coverage: 1 },
      ],
    });
    expect(failOn).toEqual(['near']);
    expect(warnOn).toEqual([...POLICY.warnOn, 'obsolete', 'last-buy', 'not-found']);
    expect(boms).toEqual([
      { files: ['a'], failOn: ['near'], warnOn: [...POLICY.warnOn, 'eol'] },
      { files: ['b'], failOn: ['near'], warnOn: ['preliminary', 'obsolete', 'last-buy', 'not-found'] },
      { files: ['c'], coverage: 1 },
    ]);
  });
});
