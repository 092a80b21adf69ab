import type { ReportBom, ReportPart } from '../../core/report/report.ts';
import type { AuditedLine } from '../lines.ts';
import { oneLine } from '../text.ts';
import { usedText } from '../usage.ts';
import { CHANGE_WORDING, findingOf, LIFECYCLE_WORDING, MATCH_WORDING } from '../words.ts';
import type { SheetColumn } from './sheet.ts';

/** One row of the sheet of what could not be verified: a part, or a line that names none. */
export interface OpenRow {
  readonly part: ReportPart | null;
  readonly severity: AuditedLine['severity'];
  readonly what: string;
  readonly why: string;
  readonly step: string;
  readonly where: string;
}

export function decisionColumns(names: readonly string[]): readonly SheetColumn<ReportPart>[] {
  return [
    { name: 'Severity', width: 9, cell: ({ severity }) => ({ severity }) },
    { name: 'Finding', width: 20, cell: (part) => findingOf(part).label },
    { name: 'Part', width: 24, cell: ({ mpn }) => ({ literal: mpn }) },
    { name: 'Manufacturer', width: 22, cell: ({ manufacturer }) => ({ literal: manufacturer }) },
    {
      name: 'Change',
      width: 12,
      cell: ({ change }) => (change === null ? null : CHANGE_WORDING[change].label),
    },
    { name: 'Decide by', width: 12, align: 'right', cell: ({ buy }) => ({ day: buy?.decideBy ?? null }) },
    { name: 'To buy', width: 10, align: 'right', cell: ({ buy }) => buy?.quantity ?? null },
    ...lastBuyColumns((part: ReportPart) => part),
    { name: 'Why', width: 44, cell: ({ reason, conflicts }) => [reason, ...conflicts].join(' ') },
    { name: 'Where used', width: 34, cell: (part) => usedText(part, names) },
    { name: 'Could be', width: 34, cell: candidates },
    { name: 'Substitutes, approved by nobody', width: 34, cell: substitutes },
    ...stockColumns((part: ReportPart) => part),
  ];
}

export function openColumns(): readonly SheetColumn<OpenRow>[] {
  return [
    { name: 'Severity', width: 9, cell: ({ severity }) => ({ severity }) },
    { name: 'Finding', width: 20, cell: ({ what }) => what },
    { name: 'Part', width: 24, cell: ({ part }) => ({ literal: part?.mpn ?? null }) },
    { name: 'Manufacturer', width: 22, cell: ({ part }) => ({ literal: part?.manufacturer ?? null }) },
    { name: 'Why', width: 44, cell: ({ why }) => why },
    { name: 'Next step', width: 36, cell: ({ step }) => step },
    { name: 'Could be', width: 34, cell: ({ part }) => (part === null ? null : candidates(part)) },
    { name: 'Where used', width: 34, cell: ({ where }) => where },
  ];
}

export function lineColumns(names: readonly string[]): readonly SheetColumn<AuditedLine>[] {
  const partOf = ({ part }: AuditedLine) => part;
  return [
    { name: 'BOM', width: 18, cell: ({ bom }) => names[bom] ?? null },
    { name: 'Row', width: 6, align: 'right', cell: ({ row }) => row },
    { name: 'Designators', width: 22, cell: ({ designators }) => oneLine(designators ?? '') },
    { name: 'Quantity', width: 10, align: 'right', cell: ({ quantity }) => quantity },
    { name: 'Part', width: 24, cell: ({ part }) => ({ literal: part?.mpn ?? null }) },
    { name: 'Manufacturer', width: 22, cell: ({ part }) => ({ literal: part?.manufacturer ?? null }) },
    { name: 'Severity', width: 9, cell: ({ severity }) => ({ severity }) },
    {
      name: 'Lifecycle',
      width: 20,
      cell: ({ part }) => (part === null ? null : LIFECYCLE_WORDING[part.lifecycle].label),
    },
    { name: 'Match', width: 17, cell: ({ match }) => (match === null ? null : MATCH_WORDING[match].label) },
    ...lastBuyColumns(partOf),
    { name: 'Why', width: 44, cell: ({ reason }) => reason },
    { name: 'Kind', width: 13, cell: ({ kind }) => kind },
    { name: 'Found part', width: 24, cell: ({ part }) => ({ literal: part?.matched?.mpn ?? null }) },
    {
      name: 'Found manufacturer',
      width: 22,
      cell: ({ part }) => part?.matched?.manufacturer ?? null,
    },
    ...stockColumns(partOf),
    {
      name: 'Answered (UTC)',
      width: 17,
      align: 'right',
      cell: ({ part }) => ({ instant: part?.observedAt ?? null }),
    },
  ];
}

export const BOM_COLUMNS: readonly SheetColumn<ReportBom>[] = [
  { name: 'File', width: 40, cell: ({ file }) => file },
  { name: 'Sheet', width: 18, cell: ({ sheet }) => sheet },
  { name: 'Line items', width: 11, align: 'right', cell: ({ lineItems }) => lineItems },
  { name: 'Header row', width: 11, align: 'right', cell: ({ headerRow }) => headerRow },
  { name: 'Part numbers from', width: 26, cell: ({ columns }) => columns.mpn.join(', ') },
  { name: 'Manufacturers from', width: 26, cell: ({ columns }) => columns.manufacturer.join(', ') },
  { name: 'Boards a year', width: 12, align: 'right', cell: ({ boardsPerYear }) => boardsPerYear },
  { name: 'Annotated copy', width: 28, cell: ({ annotated }) => annotated },
  { name: 'To know', width: 50, cell: ({ warnings }) => warnings.join(' ') },
  { name: 'SHA-256', width: 68, cell: ({ sha256 }) => ({ literal: sha256 }) },
];

function lastBuyColumns<Row>(partOf: (row: Row) => ReportPart | null): readonly SheetColumn<Row>[] {
  const matched = (row: Row) => partOf(row)?.matched ?? null;
  return [
    {
      name: 'Last buy',
      width: 12,
      align: 'right',
      cell: (row) => ({ day: matched(row)?.lastBuyDate ?? null }),
    },
    {
      name: 'Days left',
      width: 10,
      align: 'right',
      urgent: true,
      cell: (row) => matched(row)?.daysToLastBuy ?? null,
    },
  ];
}

function stockColumns<Row>(partOf: (row: Row) => ReportPart | null): readonly SheetColumn<Row>[] {
  const matched = (row: Row) => partOf(row)?.matched ?? null;
  return [
    { name: 'Stock', width: 12, align: 'right', cell: (row) => matched(row)?.quantityAvailable ?? null },
    {
      name: 'Of it marketplace',
      width: 12,
      align: 'right',
      cell: (row) => matched(row)?.marketplaceQuantity ?? null,
    },
    { name: 'Lead weeks', width: 8, align: 'right', cell: (row) => matched(row)?.leadWeeks ?? null },
    {
      name: 'DigiKey number',
      width: 26,
      cell: (row) => {
        const part = matched(row);
        return part === null ? null : { text: part.dkpn ?? part.mpn, link: part.productUrl };
      },
    },
  ];
}

function candidates(part: ReportPart): string {
  return part.candidates
    .map(
      ({ mpn, manufacturer, lifecycle }) => `${mpn} (${manufacturer}, ${LIFECYCLE_WORDING[lifecycle].label})`,
    )
    .join('; ');
}

function substitutes(part: ReportPart): string | null {
  if (part.substitutes === null) return null;
  if (part.substitutes.length === 0) return 'DigiKey lists none.';
  return part.substitutes
    .map(({ mpn, manufacturer, lifecycle, relation }) => {
      return `${mpn} (${manufacturer}, ${LIFECYCLE_WORDING[lifecycle].label}, ${relation})`;
    })
    .join('; ');
}
