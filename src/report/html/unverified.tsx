import type { JSX } from 'preact';
import type { AuditReport, ReportPart } from '../../core/report/report.ts';
import { count } from '../../core/text.ts';
import { type OpenLine, openLines, unverified } from '../select.ts';
import { usages } from '../usage.ts';
import { MATCH_WORDING } from '../words.ts';
import { Capped, MAX_PARTS } from './capped.tsx';
import { Candidates, Designators, WhereUsed } from './part-cells.tsx';
import { type Column, Table } from './table.tsx';
import { Finding, PartName, SeverityMark } from './view.tsx';

/** What nobody can vouch for, each with the step that would settle it. */
export function UnverifiedSection({
  report,
  names,
}: {
  report: AuditReport;
  names: readonly string[];
}): JSX.Element {
  const parts = unverified(report);
  const lines = openLines(report);
  return (
    <section aria-labelledby="unverified">
      <h2 id="unverified">Could not verify</h2>
      {parts.length + lines.length === 0 && (
        <p>Nothing: every line was read, and every part has a valid match.</p>
      )}
      {parts.length > 0 && (
        <Table
          id="unverified-table"
          caption={`${count(parts.length, 'part')} without a valid match: nothing is known of their lifecycle.`}
          columns={partColumns(names)}
          rows={parts.slice(0, MAX_PARTS)}
          narrow="cards"
          rowClass={({ severity }) => severity}
        />
      )}
      <Capped total={parts.length} />
      {lines.length > 0 && (
        <Table
          id="open-lines-table"
          caption={`${count(lines.length, 'line')} without a part that could be asked for.`}
          columns={lineColumns(names)}
          rows={lines.slice(0, MAX_PARTS)}
          narrow="cards"
          rowClass={({ severity }) => severity ?? 'unjudged'}
        />
      )}
      <Capped total={lines.length} />
    </section>
  );
}

function partColumns(names: readonly string[]): readonly Column<ReportPart>[] {
  return [
    { name: 'Severity', cell: ({ severity }) => <SeverityMark of={severity} /> },
    { name: 'Part', cell: (part) => <PartName part={part} /> },
    { name: 'Match', cell: (part) => <Finding part={part} /> },
    {
      name: 'Why',
      kind: 'prose',
      cell: ({ reason, candidates }) => (
        <>
          {reason}
          <Candidates of={candidates} />
        </>
      ),
    },
    { name: 'Next step', kind: 'prose', cell: ({ match }) => MATCH_WORDING[match].step },
    { name: 'Where used', kind: 'used', cell: (part) => <WhereUsed used={usages(part)} names={names} /> },
  ];
}

function lineColumns(names: readonly string[]): readonly Column<OpenLine>[] {
  return [
    { name: 'Severity', cell: ({ severity }) => severity !== null && <SeverityMark of={severity} /> },
    { name: 'BOM', cell: ({ bom }) => names[bom] },
    { name: 'Row', kind: 'number', cell: ({ row }) => row },
    { name: 'Designators', cell: ({ designators }) => <Designators text={designators ?? ''} /> },
    { name: 'Why', kind: 'prose', cell: ({ why }) => why },
    { name: 'Next step', kind: 'prose', cell: ({ step }) => step },
  ];
}
