import { expect, test } from 'vitest';
import { type Policy, severityOf, verdictOf } from '../../src/core/policy.ts';

const POLICY: Policy = {
  failOn: ['obsolete', 'last-buy', 'not-found'],
  warnOn: ['nrnd', 'near', 'unknown', 'unchecked'],
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

test.each`
  failing | unchecked | coverage | verdict
  ${0}    | ${0}      | ${1}     | ${'pass'}
  ${1}    | ${0}      | ${1}     | ${'fail'}
  ${1}    | ${5}      | ${0.5}   | ${'fail'}
  ${0}    | ${1}      | ${0.99}  | ${'incomplete'}
  ${0}    | ${0}      | ${0.89}  | ${'incomplete'}
  ${0}    | ${0}      | ${0.9}   | ${'pass'}
`('$failing failing, $unchecked unchecked, coverage $coverage: $verdict', ({ verdict, ...tally }) => {
  expect(verdictOf(tally, POLICY)).toBe(verdict);
});
