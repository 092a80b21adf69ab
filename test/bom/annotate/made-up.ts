import {
  AUDIT_COLUMNS,
  type AuditCell,
  type AuditColumn,
  type RowAnnotation,
} from '../../../src/core/report/audit-columns.ts';
import type { Severity } from '../../../src/core/words.ts';

/** An annotation with these cells; the others are empty. */
export function annotation(
  cells: Partial<Record<AuditColumn, AuditCell>>,
  severity: Severity = 'ok',
): RowAnnotation {
  const all = AUDIT_COLUMNS.map((column) => [column, cells[column] ?? null] as const);
  return { severity, cells: Object.fromEntries(all) as Record<AuditColumn, AuditCell> };
}

/** An annotation that fills every column, in all the types that cells have. */
export const FULL = annotation(
  {
    'Audit Lifecycle': 'last-buy',
    'Audit Match': 'exact',
    'Audit Last Buy': { day: '2027-01-31' },
    'Audit Days To Last Buy': -3,
    'Audit Matched MPN': '-5V0',
    'Audit Matched Manufacturer': 'Würth, Elektronik',
    'Audit DigiKey PN': '732-1-ND',
    'Audit Stock': 0,
    'Audit Lead Weeks': 12,
    'Audit Note': 'buy "now"',
    'Audit As Of': { day: '2026-11-21' },
  },
  'fail',
);

export const ACTIVE = annotation({ 'Audit Lifecycle': 'active', 'Audit Match': 'exact' });
