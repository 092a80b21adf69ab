import { expect, test } from 'vitest';
import { Waivers } from '../../src/config/policy.ts';
import { coversBom, standingOf, waiverFinder } from '../../src/core/rule/waivers.ts';
import { waivable, waiverFor } from '../../src/report/snippet.ts';
import { AS_OF } from './build.ts';
import { sampleReport } from './sample.ts';

const report = sampleReport();
const findings = waivable(report);

test('every finding that is known has one: not what is fine, waived or unchecked', () => {
  expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['fail', 'warn']));
  expect(findings.map(({ mpn }) => mpn)).not.toContain('FPX-2.54-10');
  expect(findings).toHaveLength(14);
});

test.each(findings.map((part) => [part.mpn, part] as const))(
  'the waiver for %s holds once it is filled in',
  (_mpn, part) => {
    const waiver = waiverFor(part, report);
    expect(Waivers.safeParse([waiver]).success).toBe(false);
    const filled = { ...waiver, reason: 'A second source is qualified.', owner: 'ada@example.com' };
    expect(Waivers.parse([filled])).toEqual([filled]);
    expect(waiverFinder([filled])(part)).toEqual([0]);
    expect(standingOf(filled, part, AS_OF.slice(0, 10))).toEqual({ kind: 'holds' });
    for (const { bom } of part.uses) expect(coversBom(filled, report.boms[bom]!.file)).toBe(true);
  },
);
