import type { JSX } from 'preact';
import type { AuditReport, ReportPart } from '../../core/report/report.ts';
import { count } from '../../core/text.ts';
import { openPoints } from '../open-points.ts';
import { decisions } from '../select.ts';
import { usages } from '../usage.ts';
import { Capped, MAX_PARTS } from './capped.tsx';
import { Candidates, DecideBy, Stock, Substitutes, ToBuy, WhereUsed } from './part-cells.tsx';
import { type Column, Table } from './table.tsx';
import { Finding, PartName, SeverityMark } from './view.tsx';

/** What somebody must decide, by when, and how many to buy. */
export function DecisionsSection({
  report,
  names,
}: {
  report: AuditReport;
  names: readonly string[];
}): JSX.Element {
  const needed = decisions(report);
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">Decisions needed</h2>
      {needed.length === 0 ? (
        <p>No part whose lifecycle is known needs a decision.</p>
      ) : (
        <Table
          id="decisions-table"
          caption={`${count(needed.length, 'part')}: those with an open last-buy day by the day to decide, then the worst.`}
          columns={columnsOf(report, names)}
          rows={needed.slice(0, MAX_PARTS)}
          narrow="cards"
          rowClass={({ severity }) => severity}
        />
      )}
      <Capped total={needed.length} />
      {openPoints(needed).map(({ says, parts }) => (
        <p key={says} class="open">
          <b>{count(parts, 'part')}:</b> {says}
        </p>
      ))}
    </section>
  );
}

/** The columns of a table of findings; without those that would be empty throughout. */
export function columnsOf(report: AuditReport, names: readonly string[]): readonly Column<ReportPart>[] {
  const ending = report.parts.some(({ buy }) => buy !== null);
  const counted = report.parts.some(({ buy }) => buy !== null && buy.quantity !== null);
  return [
    { name: 'Severity', cell: ({ severity }) => <SeverityMark of={severity} /> },
    { name: 'Part', cell: (part) => <PartName part={part} /> },
    { name: 'Finding', cell: (part) => <Finding part={part} /> },
    ...(ending ? [{ name: 'Decide by', cell: (part: ReportPart) => <DecideBy part={part} /> }] : []),
    counted
      ? { name: 'To buy', cell: (part) => <ToBuy part={part} /> }
      : { name: 'DigiKey stock', cell: (part) => <Stock part={part} /> },
    {
      name: 'Why',
      kind: 'prose',
      cell: ({ reason, conflicts, candidates, substitutes }) => (
        <>
          {reason}
          {conflicts.map((conflict) => (
            <span key={conflict} class="note">
              {conflict}
            </span>
          ))}
          <Candidates of={candidates} />
          <Substitutes of={substitutes} />
        </>
      ),
    },
    { name: 'Where used', kind: 'used', cell: (part) => <WhereUsed used={usages(part)} names={names} /> },
  ];
}
