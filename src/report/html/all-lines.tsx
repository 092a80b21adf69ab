import type { JSX } from 'preact';
import type { AuditReport } from '../../core/report.ts';
import { type AuditedLine, auditedLines } from '../lines.ts';
import { count } from '../text.ts';
import { SEVERITY_WORDING, WORST_FIRST } from '../words.ts';
import { Capped, MAX_LINES } from './capped.tsx';
import { type Column, Table } from './table.tsx';
import { Designators, Finding, LastBuy, ownStock, PartName, SeverityMark, Stock } from './view.tsx';

/** Every line of every BOM in the order of the files; the script adds sorting and filtering. */
export function AllLinesSection({
  report,
  names,
}: {
  report: AuditReport;
  names: readonly string[];
}): JSX.Element {
  const lines = auditedLines(report);
  return (
    <section aria-labelledby="lines" class="sheet">
      <h2 id="lines">All lines</h2>
      <form id="filter" hidden>
        <label>
          Find <input type="search" name="text" autocomplete="off" />
        </label>
        <label>
          Severity{' '}
          <select name="severity">
            <option value="">any</option>
            {WORST_FIRST.map((word) => (
              <option key={word} value={word}>
                {SEVERITY_WORDING[word].label}
              </option>
            ))}
          </select>
        </label>
        <output aria-live="polite" />
      </form>
      <Table
        id="lines-table"
        caption={`${count(lines.length, 'line')}, one for each part of each line, in the order of the files.`}
        columns={columnsOf(names)}
        rows={lines.slice(0, MAX_LINES)}
        narrow="scroll"
        rowClass={({ severity }) => severity ?? 'unjudged'}
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
      sortBy: ({ part }) => ownStock(part?.matched ?? null),
    },
    { name: 'Why', kind: 'prose', cell: ({ reason }) => reason },
  ];
}
