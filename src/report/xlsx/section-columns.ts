import type { Change } from '../../core/history/changes.ts';
import type { PartState } from '../../core/history/snapshot.ts';
import type { TrendPoint } from '../../core/history/trend.ts';
import type { AuditReport } from '../../core/report/report.ts';
import type { WhereUsed } from '../../core/report/where-used.ts';
import type { WaiverOutcome } from '../../core/rule/waiver-outcomes.ts';
import { LIFECYCLES } from '../../core/words.ts';
import { CHANGE_WORDING, findingOf, LIFECYCLE_WORDING, WAIVER_WORDING } from '../words.ts';
import type { SheetColumn } from './sheet.ts';

export const CHANGE_COLUMNS: readonly SheetColumn<Change>[] = [
  { name: 'Change', width: 14, cell: ({ kind }) => CHANGE_WORDING[kind].label },
  { name: 'Part', width: 24, cell: ({ mpn }) => ({ literal: mpn }) },
  { name: 'Manufacturer', width: 22, cell: ({ manufacturer }) => ({ literal: manufacturer }) },
  ...stateColumns('before', ({ from }) => from),
  ...stateColumns('now', ({ to }) => to),
  { name: 'What happened', width: 60, cell: ({ says }) => says },
];

function stateColumns(
  when: string,
  stateOf: (change: Change) => PartState | null,
): readonly SheetColumn<Change>[] {
  return [
    {
      name: `Severity ${when}`,
      width: 10,
      cell: (change) => ({ severity: stateOf(change)?.severity ?? null }),
    },
    {
      name: `Finding ${when}`,
      width: 18,
      cell: (change) => {
        const state = stateOf(change);
        return state === null ? 'not there' : findingOf(state).label;
      },
    },
    {
      name: `Last buy ${when}`,
      width: 12,
      align: 'right',
      cell: (change) => ({ day: stateOf(change)?.lastBuyDate ?? null }),
    },
  ];
}

export const WAIVER_COLUMNS: readonly SheetColumn<WaiverOutcome>[] = [
  { name: 'State', width: 11, cell: ({ state }) => WAIVER_WORDING[state].label },
  { name: 'Part', width: 24, cell: ({ mpn }) => ({ literal: mpn }) },
  { name: 'Manufacturer', width: 20, cell: ({ manufacturer }) => ({ literal: manufacturer }) },
  { name: 'BOMs', width: 26, cell: ({ boms }) => (boms === null ? 'all' : boms.join(', ')) },
  { name: 'What became of it', width: 44, cell: ({ says }) => says },
  { name: 'Reason', width: 40, cell: ({ reason }) => reason },
  { name: 'Owner', width: 22, cell: ({ owner }) => ({ literal: owner }) },
  { name: 'Until', width: 12, align: 'right', cell: ({ until }) => ({ day: until }) },
  {
    name: 'Granted for',
    width: 18,
    cell: ({ grantedFor: { lifecycle } }) => LIFECYCLE_WORDING[lifecycle].label,
  },
];

/** A column for each BOM with the pieces on one board; an alternate in words. */
export function whereUsedColumns(
  { parts }: AuditReport,
  names: readonly string[],
): readonly SheetColumn<WhereUsed>[] {
  const partOf = ({ part }: WhereUsed) => parts[part]!;
  return [
    { name: 'Severity', width: 9, cell: (row) => ({ severity: partOf(row).severity }) },
    { name: 'Finding', width: 20, cell: (row) => findingOf(partOf(row)).label },
    { name: 'Part', width: 24, cell: (row) => ({ literal: partOf(row).mpn }) },
    { name: 'Manufacturer', width: 22, cell: (row) => ({ literal: partOf(row).manufacturer }) },
    ...names.map((name, bom): SheetColumn<WhereUsed> => {
      return {
        name,
        width: 16,
        align: 'right',
        cell: ({ uses }) => {
          const use = uses[bom];
          if (use == null) return null;
          return use.role === 'alternate' ? 'alternate' : (use.quantity ?? 'not said');
        },
      };
    }),
  ];
}

export const TREND_COLUMNS: readonly SheetColumn<Omit<TrendPoint, 'bySeverity'>>[] = [
  { name: 'Audit', width: 17, align: 'right', cell: ({ asOf }) => ({ instant: asOf }) },
  { name: 'Parts', width: 9, align: 'right', cell: ({ parts }) => parts },
  ...LIFECYCLES.map((word): SheetColumn<Omit<TrendPoint, 'bySeverity'>> => {
    return {
      name: LIFECYCLE_WORDING[word].label,
      width: 12,
      align: 'right',
      cell: ({ byLifecycle }) => byLifecycle[word] ?? 0,
    };
  }),
];
