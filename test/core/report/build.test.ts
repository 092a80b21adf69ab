import { describe, expect, test } from 'vitest';
import type { Bom, LineItem, PartRef } from '../../../src/core/bom/line.ts';
import { bomNames } from '../../../src/core/bom/names.ts';
import { collectQueries } from '../../../src/core/bom/part-query.ts';
import { type Snapshot, snapshotOf } from '../../../src/core/history/snapshot.ts';
import { unchecked } from '../../../src/core/judge/assess.ts';
import { buildReport, type ReportInput } from '../../../src/core/report/build.ts';
import type { AuditReport } from '../../../src/core/report/report.ts';
import { ruleOnAll } from '../../../src/core/rule/findings.ts';
import type { Policy } from '../../../src/core/rule/policy.ts';
import { aLine, aPart, assessed } from '../../support/build.ts';

const POLICY: Policy = {
  failOn: ['obsolete', 'not-found', 'no-mpn'],
  warnOn: ['nrnd', 'unchecked'],
  conditions: [],
  coverage: 0,
  alternates: 'primary',
};
const STATUS: Readonly<Record<string, number>> = { GOOD: 0, OLD: 7, DEAD: 1 };

function aBom(file: string, lines: readonly LineItem[]): Bom {
  const columns = { mpn: ['MPN'], manufacturer: [], quantity: 'Qty', designators: 'RefDes' };
  return {
    ...{ file, sheet: null, headerRow: 1, firstRow: 1, sha256: 'x', encoding: 'utf8', columns },
    lines: lines.map((line, index) => ({ ...line, row: index + 2 })),
    problems: [],
    warnings: [],
  };
}

/** GOOD, OLD and DEAD have the lifecycle of their name, NONE is not listed, OPEN was not asked; `-` names no part. */
const line = (mpn: string, over: Partial<LineItem> = {}): LineItem =>
  aLine({ designators: null, parts: mpn === '-' ? [] : [{ mpn, manufacturer: null }], ...over });

function judge(ref: PartRef) {
  if (ref.mpn === 'OPEN') return unchecked(ref, 'The day is spent');
  const statusId = STATUS[ref.mpn];
  return statusId === undefined ? assessed(ref) : assessed(ref, aPart({ mpn: ref.mpn, statusId }));
}

function build(
  boms: readonly Bom[],
  over: Partial<ReportInput> = {},
): { report: AuditReport; snapshot: Snapshot } {
  const judged = collectQueries(boms, {}).map((query) => ({ query, assessment: judge(query.ref) }));
  const plan = { years: 5, sparesPercent: 0, attritionPercent: 0, approvalDays: 14, purchasingDays: 14 };
  const calls = { retries: 0, tooMany: 0, errors: 0, latencyMs: null };
  const asOf = '2026-11-21T02:00:00.000Z';
  const { policies = boms.map(() => POLICY), waivers = [] } = over;
  const findings = ruleOnAll(judged, boms, { policies, waivers, today: asOf.slice(0, 10) });
  const snapshot = snapshotOf(findings, bomNames(boms), asOf);
  const report = buildReport({
    tool: { name: 'bom-audit', version: 'test' },
    asOf,
    boms,
    includeNotFitted: false,
    annotated: [],
    sources: [{ name: 'DigiKey', baseUrl: 'https://api.digikey.com', namedBy: null }],
    quota: { requests: 0, fromCache: 0, remainingToday: null, resetsAt: null, calls },
    stopped: null,
    findings,
    snapshot,
    baseline: null,
    onlyNew: false,
    coverage: 0,
    policies,
    waivers,
    buying: { plan, boardsPerYear: boms.map(() => 100), holdings: new Map() },
    substitutes: new Map(),
    trend: [],
    ...over,
  });
  return { report, snapshot };
}

test('parts stand worst first, whatever their order in the BOM', () => {
  const lines = ['GOOD', 'OPEN', 'OLD', 'NONE', 'DEAD'].map((mpn) => line(mpn));
  const order = (all: readonly LineItem[]) =>
    build([aBom('main.csv', all)]).report.parts.map(({ mpn }) => mpn);
  expect(order(lines)).toEqual(['NONE', 'DEAD', 'OPEN', 'OLD', 'GOOD']);
  expect(order([...lines].reverse())).toEqual(order(lines));
});

test.each<[string, readonly string[], Partial<ReportInput>, string, readonly string[]]>([
  ['a whole and good BOM', ['GOOD', 'OLD'], {}, 'pass', ['all 2 parts are checked and none fails']],
  ['no parts at all', [], {}, 'incomplete', ['no part of main.csv was audited']],
  ['a failing part', ['GOOD', 'DEAD'], {}, 'fail', ['1 part is obsolete']],
  ['failing parts of two kinds', ['DEAD', 'NONE'], {}, 'fail', ['1 part is not found', '1 part is obsolete']],
  ['a line without a part number', ['GOOD', '-', '-'], {}, 'fail', ['2 lines name no part number']],
  ['a part that is open', ['GOOD', 'OPEN'], {}, 'incomplete', ['1 part is not checked yet']],
  [
    'too little covered, and why it ended',
    ['GOOD', 'OPEN', 'OPEN2'],
    { coverage: 0.9, stopped: 'The day is spent' },
    'fail',
    [
      '1 part is not found',
      '1 part is not checked yet',
      '66.6 % of the parts are checked, 90 % are required',
      'The day is spent',
    ],
  ],
])('%s: the verdict and its reasons', (_what, mpns, over, verdict, reasons) => {
  const { report } = build(
    [
      aBom(
        'main.csv',
        mpns.map((mpn) => line(mpn)),
      ),
    ],
    over,
  );
  expect(report).toMatchObject({ verdict, reasons });
});

describe('only what is new', () => {
  const before = build([aBom('old/main.csv', [line('DEAD'), line('-', { designators: 'R1' })])]).snapshot;
  const baseline = { snapshot: before, name: null };

  test.each<[string, readonly LineItem[], string, Policy?]>([
    ['what was so before passes', [line('DEAD'), line('-', { designators: 'R1' })], 'pass'],
    ['another failing part fails', [line('DEAD'), line('NONE')], 'fail'],
    ['another line without a part number fails', [line('-', { designators: 'R2' })], 'fail'],
    ['what is open is incomplete', [line('DEAD'), line('OPEN')], 'incomplete'],
    ['what is open and must not be fails', [line('OPEN')], 'fail', { ...POLICY, failOn: ['unchecked'] }],
  ])('%s', (_what, lines, verdict, policy = POLICY) => {
    const { report } = build([aBom('main.csv', lines)], { baseline, onlyNew: true, policies: [policy] });
    expect(report.verdict).toBe(verdict);
    const failing = [...report.parts, ...report.unidentified].filter(({ severity }) => severity === 'fail');
    expect(failing.length > 0).toBe(verdict === 'fail');
  });

  test('without the gate the same fails, with its changes beside it', () => {
    const { report } = build([aBom('main.csv', [line('OLD')])], { baseline });
    expect(report.changes?.list.map(({ kind, mpn }) => [kind, mpn])).toEqual([
      ['introduced', 'OLD'],
      ['removed', 'DEAD'],
    ]);
  });
});

test('where parts at risk are used, by BOM', () => {
  const { report } = build([
    aBom('a.csv', [line('DEAD', { quantity: 2 }), line('DEAD', { quantity: 3 }), line('GOOD')]),
    aBom('b.csv', [
      line('GOOD', {
        parts: [
          { mpn: 'GOOD', manufacturer: null },
          { mpn: 'DEAD', manufacturer: null },
        ],
      }),
    ]),
    aBom('c.csv', [line('DEAD', { quantity: null })]),
    aBom('d.csv', [line('DEAD', { quantity: 7, fitted: false })]),
  ]);
  expect(report.whereUsed).toEqual([
    {
      part: 0,
      uses: [
        { quantity: 5, lines: 2, role: 'primary', severity: 'fail' },
        { quantity: 0, lines: 1, role: 'alternate', severity: 'warn' },
        { quantity: null, lines: 1, role: 'primary', severity: 'fail' },
        null,
      ],
    },
  ]);
  expect(report.parts[0]?.buy?.needs).toEqual([
    { bom: 0, perBoard: 5, boardsPerYear: 100 },
    { bom: 2, perBoard: null, boardsPerYear: 100 },
  ]);
});

test('each BOM carries what it was judged by', () => {
  const policies = [POLICY, { ...POLICY, failOn: [] }];
  const { report } = build([aBom('a.csv', [line('DEAD')]), aBom('b.csv', [line('DEAD')])], { policies });
  expect(report.boms.map(({ policy, boardsPerYear }) => [policy.failOn, boardsPerYear])).toEqual([
    [POLICY.failOn, 100],
    [[], 100],
  ]);
});

test('what nobody could verify is told beside a pass, and beside a failure', () => {
  const lenient = { policies: [{ ...POLICY, failOn: ['obsolete' as const], warnOn: [] }] };
  const told = (mpns: readonly string[]) =>
    build(
      [
        aBom(
          'main.csv',
          mpns.map((mpn) => line(mpn)),
        ),
      ],
      lenient,
    ).report;
  expect(told(['GOOD', 'NONE', '-'])).toMatchObject({
    verdict: 'pass',
    reasons: [
      '1 part could not be verified: the lifecycle is not known',
      '1 line without a part number was not checked',
      'of the other 1 part none fails',
    ],
  });
  expect(told(['NONE', 'NONE2'])).toMatchObject({
    verdict: 'pass',
    reasons: [
      '2 parts could not be verified: the lifecycle is not known',
      'the lifecycle of no part is known',
    ],
  });
  expect(told(['DEAD', 'NONE']).reasons).toContain(
    '1 part could not be verified: the lifecycle is not known',
  );
});
