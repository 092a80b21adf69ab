import type { JSX } from 'preact';
import { ownStock } from '../../core/judge/listing.ts';
import type { AuditReport } from '../../core/report/report.ts';
import { count } from '../../core/text.ts';
import { type AuditedLine, auditedLines } from '../lines.ts';
import { WORST_FIRST } from '../words.ts';
import { Capped, MAX_LINES } from './capped.tsx';
import { Filters, rowKind } from './filters.tsx';
import { Designators, LastBuy, Stock } from './part-cells.tsx';
import { type Column, Table } from './table.tsx';
import { Finding, PartName, SeverityMark } from './view.tsx';

/**
 * Every line of every BOM in the order of the files. It is filtered by severity with or without the script, which
 * adds sorting, a search and a choice of BOM.
 */
export function AllLinesSection({
  report,
  names,
}: {
  report: AuditReport;
  names: readonly string[];
}): JSX.Element {
  const lines = auditedLines(report);
  const shown = lines.slice(0, MAX_LINES);
  return (
    <section aria-labelledby="lines" class="sheet all-lines">
      <h2 id="lines">All lines</h2>
      <Filters lines={shown} names={names} />
      <Table
        id="lines-table"
        caption={`${count(lines.length, 'line')}, one for each part of each line, in the order of the files.`}
        columns={columnsOf(names)}
        rows={shown}
        narrow="scroll"
        rowClass={rowKind}
      />
      <Capped total={lines.length} shown={MAX_LINES} />
    </section>
  );
}

const KIND: Readonly<Record<AuditedLine['kind'], string>> = {
  primary: '',
  alternate: 'alternate',
  unidentified: 'no part number',
  skipped: 'left out',
  problem: 'not read',
};

function columnsOf(names: readonly string[]): readonly Column<AuditedLine>[] {
  return [
    { name: 'BOM', cell: ({ bom }) => names[bom] },
    { name: 'Row', kind: 'number', cell: ({ row }) => row },
    {
      name: 'Designators',
      cell: ({ designators }) => <Designators text={designators ?? ''} />,
    },
    { name: 'Qty', kind: 'number', cell: ({ quantity }) => quantity },
    {
      name: 'Part',
      cell: ({ part, kind }) => (
        <>
          {part !== null && <PartName part={part} />}
          {KIND[kind] !== '' && <span class="note">{KIND[kind]}</span>}
        </>
      ),
    },
    {
      name: 'Severity',
      cell: ({ severity }) => severity !== null && <SeverityMark of={severity} />,
      sortBy: ({ severity }) => (severity === null ? null : WORST_FIRST.indexOf(severity)),
    },
    { name: 'Finding', cell: ({ part }) => part !== null && <Finding part={part} /> },
    {
      name: 'Last buy',
      cell: ({ part }) => part !== null && <LastBuy part={part} />,
      sortBy: ({ part }) => part?.matched?.lastBuyDate ?? null,
    },
    {
      name: 'DigiKey stock',
      kind: 'number',
      cell: ({ part }) => part !== null && <Stock part={part} />,
      sortBy: ({ part }) => (part?.matched ? ownStock(part.matched) : null),
    },
    { name: 'Why', kind: 'prose', cell: ({ reason }) => reason },
  ];
}
