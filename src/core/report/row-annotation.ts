import type { LineItem } from '../bom/line.ts';
import { ownStock } from '../judge/listing.ts';
import { compareSeverity } from '../rule/policy.ts';
import type { LifecycleWord, MatchWord, Severity } from '../words.ts';
import type { AuditCell, AuditColumn, RowAnnotation } from './audit-columns.ts';
import type { ReportPart } from './report.ts';

type Cells = Record<AuditColumn, AuditCell>;

/** The annotation of a line by the parts it names, its first part number first; `severity` is the line's. */
export function partAnnotation(
  parts: readonly ReportPart[],
  line: LineItem,
  severity: Severity,
): RowAnnotation {
  const [first, ...alternates] = parts;
  if (!first) throw new Error('the line names no part');
  const { matched } = first;
  const notes = [first.reason, ...first.conflicts, ...alternates.map(alternateNote), ...line.notes];
  return {
    severity,
    cells: {
      ...empty(first.lifecycle, first.match, notes),
      'Audit Last Buy': matched?.lastBuyDate ? { day: matched.lastBuyDate } : null,
      'Audit Days To Last Buy': matched?.daysToLastBuy ?? null,
      'Audit Matched MPN': matched?.mpn ?? null,
      'Audit Matched Manufacturer': matched?.manufacturer ?? null,
      'Audit DigiKey PN': matched?.dkpn ?? null,
      'Audit Stock': matched && ownStock(matched),
      'Audit Lead Weeks': matched?.leadWeeks ?? null,
      'Audit As Of': first.observedAt === null ? null : { day: first.observedAt.slice(0, 10) },
    },
  };
}

/** One annotation for lines that share a row: that of the worst, with what is to be known of the others. */
export function sideBySide(lines: readonly RowAnnotation[]): RowAnnotation {
  const worst = lines.reduce((a, b) => (compareSeverity(b.severity, a.severity) > 0 ? b : a));
  const others = lines
    .filter((line) => line !== worst)
    .map(({ cells }) => `Beside it ${nameIn(cells)}: ${nameIn(cells, 'Audit Lifecycle')}.`);
  const note = [worst.cells['Audit Note'], ...others].join(' ');
  return { ...worst, cells: { ...worst.cells, 'Audit Note': note } };
}

function nameIn(cells: Readonly<Cells>, column: AuditColumn = 'Audit Matched MPN'): string {
  return String(cells[column] ?? cells['Audit Match'] ?? 'a line that was not audited');
}

/** The annotation of a line without a verdict on a part. */
export function plainAnnotation(
  lifecycle: LifecycleWord | null,
  match: MatchWord | null,
  severity: Severity,
  notes: readonly string[],
): RowAnnotation {
  return { severity, cells: empty(lifecycle, match, notes) };
}

function empty(lifecycle: LifecycleWord | null, match: MatchWord | null, notes: readonly string[]): Cells {
  return {
    'Audit Lifecycle': lifecycle,
    'Audit Match': match,
    'Audit Last Buy': null,
    'Audit Days To Last Buy': null,
    'Audit Matched MPN': null,
    'Audit Matched Manufacturer': null,
    'Audit DigiKey PN': null,
    'Audit Stock': null,
    'Audit Lead Weeks': null,
    'Audit Note': notes.join(' '),
    'Audit As Of': null,
  };
}

function alternateNote({ mpn, match, lifecycle }: ReportPart): string {
  return `Alternate ${mpn}: ${lifecycle === 'unknown' ? match : lifecycle}.`;
}
