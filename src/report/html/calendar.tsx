import type { JSX } from 'preact';
import type { AuditReport, ReportPart } from '../../core/report/report.ts';
import { count, number } from '../../core/text.ts';
import { dated, undated } from '../select.ts';
import { charted } from '../timeline.ts';
import { costText, usages } from '../usage.ts';
import { Capped, MAX_PARTS } from './capped.tsx';
import { DecideBy } from './part-cells.tsx';
import { type Column, Table } from './table.tsx';
import { TimelineChart } from './timeline-chart.tsx';
import { PartName, SeverityMark } from './view.tsx';

const MAX_ASKING = 40;

/** Every last-buy day, with the day to decide before it and today where it stands among them. */
export function CalendarSection({
  report,
  names,
}: {
  report: AuditReport;
  names: readonly string[];
}): JSX.Element {
  const parts = dated(report);
  const asking = undated(report);
  const shown = charted(parts);
  const left = parts.length - shown.length;
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar">Last-buy calendar</h2>
      {parts.length === 0 ? (
        <p>DigiKey states a last-buy day for none of the parts.</p>
      ) : (
        <figure>
          <figcaption>
            <span class="key decide">day to decide</span> <span class="key end">last day to buy</span>
          </figcaption>
          <TimelineChart parts={shown} today={report.asOf.slice(0, 10)} />
          <details class="more">
            <summary>
              All {count(parts.length, 'last-buy day')} as a list
              {left > 0 && `, with ${left} that passed long ago or are far away`}
            </summary>
            <Table
              id="dates-table"
              caption={`${count(parts.length, 'part')} in the order of the last-buy days.`}
              columns={columnsOf(names)}
              rows={parts.slice(0, MAX_PARTS)}
              narrow="cards"
            />
            <Capped total={parts.length} />
          </details>
        </figure>
      )}
      {asking.length > 0 && (
        <p>
          No day is stated for{' '}
          {asking.slice(0, MAX_ASKING).map(({ mpn }, index) => (
            <>
              {index > 0 && ', '}
              <b class="mpn">{mpn}</b>
            </>
          ))}
          : ask the maker.
        </p>
      )}
    </section>
  );
}

function columnsOf(names: readonly string[]): readonly Column<ReportPart>[] {
  return [
    { name: 'Severity', cell: ({ severity }) => <SeverityMark of={severity} /> },
    { name: 'Part', cell: (part) => <PartName part={part} /> },
    { name: 'Decide by', cell: (part) => <DecideBy part={part} /> },
    {
      name: 'To buy',
      kind: 'number',
      cell: ({ buy }) => buy !== null && buy.quantity !== null && number(buy.quantity),
    },
    { name: 'Cost', kind: 'number', cell: ({ buy }) => buy !== null && costText(buy) },
    {
      name: 'Lines',
      cell: (part) =>
        usages(part)
          .map(({ bom, rows }) => `${names[bom] ?? ''}, ${count(rows.length, 'line')}`)
          .join('; '),
    },
  ];
}
