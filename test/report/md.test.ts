import { expect, test } from 'vitest';
import { toMarkdown } from '../../src/report/md.ts';
import { aPart, aReport } from './build.ts';
import { hostileReport } from './hostile.ts';
import { sampleReport } from './sample.ts';

test('golden', async () => {
  await expect(toMarkdown(sampleReport())).toMatchFileSnapshot('../../fixtures/golden/report/report.md');
});

test('golden of hostile cells', async () => {
  await expect(toMarkdown(hostileReport())).toMatchFileSnapshot('../../fixtures/golden/report/hostile.md');
});

test('hostile cells make no markup and break no table', () => {
  const text = toMarkdown(hostileReport());
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  for (const row of rows) expect([5, 7, 9]).toContain(row.match(/(?<!\\)\|/g)?.length);
  expect(text).not.toMatch(/(?<!\\)<[a-z/]/i);
  expect(text).not.toMatch(/\p{Cc}(?<!\n)/u);
});

test('stays under 64 KB and counts what it leaves out', () => {
  const reason = 'ü'.repeat(280);
  const parts = Array.from({ length: 5000 }, (_, n) =>
    aPart(`P-${n}`, { severity: 'fail', lifecycle: 'obsolete', reason }),
  );
  const text = toMarkdown(
    aReport(parts, { verdict: 'fail', reasons: Array.from({ length: 500 }, () => reason) }),
  );
  expect(Buffer.byteLength(text)).toBeLessThan(64_000);
  const shown = text.match(/^\| Fail/gm)?.length ?? 0;
  expect(shown).toBeGreaterThan(50);
  expect(text).toContain(`and ${(5000 - shown).toLocaleString('en-US')} more parts`);
  expect(text).toContain('and 480 more reasons');
});
