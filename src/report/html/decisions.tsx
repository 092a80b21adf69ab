import type { JSX } from 'preact';
import type { AuditReport, ReportPart } from '../../core/report.ts';
import { decisions, waived } from '../select.ts';
import { count } from '../text.ts';
import { usages } from '../usage.ts';
import { Capped, MAX_PARTS } from './capped.tsx';
import { type Column, Table } from './table.tsx';
import { Candidates, Finding, LastBuy, PartName, SeverityMark, Stock, WhereUsed } from './view.tsx';

/** What somebody must decide, and what was decided before. */
export function DecisionsSection({
  report,
  names,
}: {
  report: AuditReport;
  names: readonly string[];
}): JSX.Element {
  const needed = decisions(report);
  const accepted = waived(report);
  const columns = columnsOf(names);
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">Decisions needed</h2>
      {needed.length === 0 ? (
        <p>No part whose lifecycle is known needs a decision.</p>
      ) : (
        <>
          <Table
            id="decisions-table"
            caption={`${count(needed.length, 'part')}: open last-buy dates first, the soonest on top, then the worst.`}
            columns={columns}
            rows={needed.slice(0, MAX_PARTS)}
            narrow="cards"
            rowClass={({ severity }) => severity}
          />
          <Capped total={needed.length} />
        </>
      )}
      {accepted.length > 0 && (
        <>
          <h3>Waived</h3>
          <Table
            id="waived-table"
            caption={`${count(accepted.length, 'part')} that the policy accepts for a stated reason.`}
            columns={columns}
            rows={accepted.slice(0, MAX_PARTS)}
            narrow="cards"
            rowClass={() => 'waived'}
          />
          <Capped total={accepted.length} />
        </>
      )}
    </section>
  );
}

function columnsOf(names: readonly string[]): readonly Column<ReportPart>[] {
  return [
    { name: 'Severity', cell: ({ severity }) => <SeverityMark of={severity} /> },
    { name: 'Part', cell: (part) => <PartName part={part} /> },
    { name: 'Finding', cell: (part) => <Finding part={part} /> },
    { name: 'Last buy', cell: (part) => <LastBuy part={part} /> },
    {
      name: 'Why',
      kind: 'prose',
      cell: ({ reason, conflicts, candidates }) => (
        <>
          {reason}
          {conflicts.map((conflict) => (
            <span key={conflict} class="note">
              {conflict}
            </span>
          ))}
          <Candidates of={candidates} />
        </>
      ),
    },
    { name: 'DigiKey stock', kind: 'number', cell: (part) => <Stock part={part} /> },
    { name: 'Where used', kind: 'used', cell: (part) => <WhereUsed used={usages(part)} names={names} /> },
  ];
}
