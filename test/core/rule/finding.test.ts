import { describe, expect, test } from 'vitest';
import type { Bom, LineItem } from '../../../src/core/bom/line.ts';
import { collectQueries, type PartQuery } from '../../../src/core/bom/part-query.ts';
import { unchecked } from '../../../src/core/judge/assess.ts';
import { type Finding, type Rulebook, toFindings } from '../../../src/core/rule/finding.ts';
import { type Policy, policyOf } from '../../../src/core/rule/policy.ts';
import { aLine, aPart, assessed, aWaiver } from '../../support/build.ts';

const POLICY: Policy = {
  failOn: ['obsolete'],
  warnOn: ['nrnd', 'not-found'],
  conditions: [],
  coverage: 0,
  alternates: 'primary',
};
const STATUS: Readonly<Record<string, number>> = { GOOD: 0, GOOD2: 0, OLD: 7, DEAD: 1, DEAD2: 1 };

const linesOf = (lines: readonly string[]): readonly LineItem[] =>
  lines.map((line, index) =>
    aLine({ row: index + 2, parts: line.split('|').map((mpn) => ({ mpn, manufacturer: null })) }),
  );

const judge = (query: PartQuery) => ({
  query,
  assessment:
    query.ref.mpn === 'NONE'
      ? assessed(query.ref)
      : assessed(query.ref, aPart({ mpn: query.ref.mpn, statusId: STATUS[query.ref.mpn] ?? 0 })),
});

/** Findings over BOMs of lines written as `GOOD|DEAD`: the first part number, then its alternates. */
function findings(
  boms: Readonly<Record<string, readonly string[]>>,
  rules: Partial<Omit<Rulebook, 'files'>>,
): readonly Finding[] {
  const files = Object.keys(boms);
  const read = Object.values(boms).map((lines) => ({ lines: linesOf(lines) }));
  const judged = collectQueries(read as unknown as readonly Bom[], {}).map(judge);
  const policies = files.map(() => POLICY);
  return toFindings(judged, { policies, waivers: [], today: '2026-11-21', ...rules, files });
}

const severitiesOf = (all: readonly Finding[]): Record<string, string> =>
  Object.fromEntries(all.map(({ mpn, severity }) => [mpn, severity]));

test.each([
  [
    'each part by its own word',
    ['GOOD', 'OLD', 'DEAD'],
    'primary',
    { GOOD: 'ok', OLD: 'warn', DEAD: 'fail' },
  ],
  ['a dead alternate is a warning', ['GOOD|DEAD'], 'primary', { GOOD: 'ok', DEAD: 'warn' }],
  [
    'a dead first part fails, whatever its alternates',
    ['DEAD|GOOD'],
    'primary',
    { GOOD: 'ok', DEAD: 'fail' },
  ],
  ['unless any approved alternate will do', ['DEAD|GOOD'], 'any', { GOOD: 'ok', DEAD: 'warn' }],
  ['which must be alive itself', ['DEAD|DEAD2'], 'any', { DEAD: 'fail', DEAD2: 'fail' }],
  ['a warning is good enough an alternate', ['DEAD|OLD'], 'any', { DEAD: 'warn', OLD: 'warn' }],
  ['a part that nobody lists is none', ['DEAD|NONE'], 'any', { DEAD: 'fail', NONE: 'warn' }],
  ['one line that depends on it is enough', ['DEAD|GOOD', 'DEAD'], 'any', { GOOD: 'ok', DEAD: 'fail' }],
  [
    'an alternate here, the first there',
    ['GOOD|DEAD', 'DEAD|GOOD2'],
    'primary',
    { GOOD: 'ok', GOOD2: 'ok', DEAD: 'fail' },
  ],
] as const)('%s: %j with alternates %s', (_title, lines, alternates, expected) => {
  const policy: Policy = { ...POLICY, alternates };
  expect(severitiesOf(findings({ 'main.csv': lines }, { policies: [policy] }))).toEqual(expected);
});

test('a condition that is met is part of the reason', () => {
  const test = { kind: 'lead-time', weeks: 5 } as const;
  const policy: Policy = {
    ...POLICY,
    conditions: [{ when: 'lead time over 5 weeks', severity: 'warn', test }],
  };
  const [good, dead] = findings({ 'main.csv': ['GOOD', 'DEAD'] }, { policies: [policy] });
  const says = 'The policy is to warn on "lead time over 5 weeks": the lead time is 6 weeks.';
  expect(good).toMatchObject({ severity: 'warn', reason: `Active. ${says}` });
  expect(dead).toMatchObject({ severity: 'fail', reason: `Obsolete: find a replacement. ${says}` });
});

test('what was spared is told', () => {
  const [, dead] = findings({ 'main.csv': ['GOOD|DEAD'] }, {});
  expect(dead).toMatchObject({ mpn: 'DEAD', bare: 'fail', severity: 'warn' });
  expect(dead?.evidence.at(-1)).toMatch(/^a warning only/);
});

describe('several BOMs', () => {
  const boms = { 'main.csv': ['DEAD', 'OLD'], 'proto/main.csv': ['DEAD'] };
  const lax = policyOf('proto/main.csv', POLICY, [{ files: ['proto/*'], failOn: [], warnOn: ['obsolete'] }]);

  test('each line by the policy of its BOM, each part by its worst line', () => {
    const [dead] = findings(boms, { policies: [POLICY, lax] });
    expect(dead).toMatchObject({ severity: 'fail', bare: 'fail' });
    expect(dead?.uses.map(({ severity }) => severity)).toEqual(['fail', 'warn']);
    expect(dead?.causes.map(({ says }) => says)).toEqual([
      'The policy is to fail on obsolete.',
      'The policy is to warn on obsolete.',
    ]);
  });

  test.each([
    ['everywhere', null, 'waived', ['waived', 'waived'], [0, 0]],
    ['in one BOM', ['main.csv'], 'waived', ['waived', 'waived'], [0, 0]],
    ['in one folder', ['proto/*'], 'fail', ['fail', 'waived'], [null, 0]],
    ['elsewhere', ['other.csv'], 'fail', ['fail', 'fail'], [null, null]],
  ])('a waiver %s', (_where, scope, severity, uses, waiver) => {
    const [dead, old] = findings(boms, { waivers: [aWaiver({ mpn: 'DEAD', boms: scope })] });
    expect(dead).toMatchObject({ severity, bare: 'fail' });
    expect(dead?.uses.map((use) => use.severity)).toEqual(uses);
    expect(dead?.uses.map((use) => use.waiver)).toEqual(waiver);
    expect(old).toMatchObject({ severity: 'warn', uses: [{ waiver: null }] });
  });
});

test('a waiver of an alternate lets any line stand that may take it', () => {
  const policies: Policy[] = [{ ...POLICY, alternates: 'any' }];
  const waivers = [aWaiver({ mpn: 'DEAD2' })];
  expect(severitiesOf(findings({ a: ['DEAD|DEAD2'] }, { policies, waivers }))).toEqual({
    DEAD: 'warn',
    DEAD2: 'waived',
  });
});

test('a part that nobody checked is not waived', () => {
  const ref = { mpn: 'DEAD', manufacturer: null };
  const query = {
    key: 'DEAD',
    ref,
    refs: [ref],
    uses: [{ bom: 0, role: 'primary' as const, lines: [aLine({ parts: [ref] })] }],
  };
  const assessment = unchecked(ref, 'x');
  const policies: Policy[] = [{ ...POLICY, warnOn: ['unchecked'] }];
  const [finding] = toFindings([{ query, assessment }], {
    policies,
    files: ['a'],
    waivers: [aWaiver({ mpn: '*', grantedFor: { lifecycle: 'unknown', match: null, lastBuyDate: null } })],
    today: '2026-11-21',
  });
  expect(finding).toMatchObject({ severity: 'warn', uses: [{ severity: 'warn', waiver: null }] });
});
