import { expect, test } from 'vitest';
import { assess } from '../../src/core/assess.ts';
import { toFindings } from '../../src/core/findings.ts';
import type { LineItem } from '../../src/core/line.ts';
import type { Policy } from '../../src/core/policy.ts';
import { collectQueries } from '../../src/core/query.ts';
import { aLine, answeredWith, aPart } from '../support/build.ts';

const POLICY: Policy = { failOn: ['obsolete'], warnOn: ['nrnd'], coverage: 0, alternates: 'primary' };
const STATUS: Readonly<Record<string, number>> = { GOOD: 0, GOOD2: 0, OLD: 7, DEAD: 1, DEAD2: 1 };

/** Severities by part number, for lines written as `GOOD|DEAD`: the first part number, then its alternates. */
function severities(lines: readonly string[], policy: Partial<Policy>): Record<string, string> {
  const items: LineItem[] = lines.map((line, index) =>
    aLine({ row: index + 2, parts: line.split('|').map((mpn) => ({ mpn, manufacturer: null })) }),
  );
  const bom = { lines: items } as unknown as Parameters<typeof collectQueries>[0][number];
  const judged = collectQueries([bom], {}).map((query) => ({
    query,
    assessment: assess(
      query.ref,
      answeredWith(aPart({ mpn: query.ref.mpn, statusId: STATUS[query.ref.mpn] ?? 0 })),
      { aliases: {}, packagingIsSame: false, statusWords: {} },
      '2026-11-21',
    ),
  }));
  const findings = toFindings(judged, { ...POLICY, ...policy });
  return Object.fromEntries(findings.map(({ mpn, severity }) => [mpn, severity]));
}

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
  ['one line that depends on it is enough', ['DEAD|GOOD', 'DEAD'], 'any', { GOOD: 'ok', DEAD: 'fail' }],
  [
    'an alternate here, the first there',
    ['GOOD|DEAD', 'DEAD|GOOD2'],
    'primary',
    { GOOD: 'ok', GOOD2: 'ok', DEAD: 'fail' },
  ],
] as const)('%s: %j with alternates %s', (_title, lines, alternates, expected) => {
  expect(severities(lines, { alternates })).toEqual(expected);
});
