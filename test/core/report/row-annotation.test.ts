import { expect, test } from 'vitest';
import { AUDIT_COLUMNS } from '../../../src/core/report/audit-columns.ts';
import type { ReportPart } from '../../../src/core/report/report.ts';
import { partAnnotation, plainAnnotation } from '../../../src/core/report/row-annotation.ts';
import { aLine, aPart, assessed } from '../../support/build.ts';

function reported(
  mpn: string,
  over: Parameters<typeof aPart>[0],
  severity: ReportPart['severity'],
): ReportPart {
  const assessment = assessed({ mpn, manufacturer: null }, aPart({ mpn, ...over }));
  return { ...assessment, severity, uses: [] } as unknown as ReportPart;
}

test('a line shows what its part is, with days and numbers as such', () => {
  const part = reported('NE555P', { statusId: 4, lastBuyDate: '2026-12-01', quantityAvailable: 7 }, 'fail');
  const { severity, cells } = partAnnotation([part], aLine(), 'fail');
  expect(severity).toBe('fail');
  expect(Object.keys(cells)).toEqual([...AUDIT_COLUMNS]);
  expect(cells).toMatchObject({
    'Audit Lifecycle': 'last-buy',
    'Audit Match': 'exact',
    'Audit Last Buy': { day: '2026-12-01' },
    'Audit Days To Last Buy': 10,
    'Audit Matched MPN': 'NE555P',
    'Audit Stock': 7,
    'Audit Lead Weeks': 6,
    'Audit As Of': { day: '2026-11-21' },
  });
});

test.each([
  ['DigiKey’s own', { quantityAvailable: 500, marketplaceQuantity: 200 }, 300],
  ['none where all is a marketplace seller’s', { quantityAvailable: 200, marketplaceQuantity: 200 }, 0],
  ['not known', { quantityAvailable: null }, null],
])('the stock in its column is %s', (_whose, over, stock) => {
  const { cells } = partAnnotation([reported('NE555P', over, 'ok')], aLine(), 'ok');
  expect(cells['Audit Stock']).toBe(stock);
});

test('alternates and what was odd about the line stand in the note', () => {
  const line = aLine({ notes: ['Two designators, but a quantity of 3.'] });
  const parts = [reported('NE555P', {}, 'ok'), reported('NE555N', { statusId: 1 }, 'warn')];
  const { severity, cells } = partAnnotation(parts, line, 'ok');
  expect(severity).toBe('ok');
  expect(cells['Audit Note']).toBe(
    'Active. Alternate NE555N: obsolete. Two designators, but a quantity of 3.',
  );
});

test('a line that was left out says so and claims nothing', () => {
  expect(plainAnnotation(null, null, 'ok', ['Not fitted: not audited.']).cells).toMatchObject({
    'Audit Lifecycle': null,
    'Audit Match': null,
    'Audit Note': 'Not fitted: not audited.',
  });
});
