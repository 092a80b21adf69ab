import type { JSX } from 'preact';
import type { AuditReport } from '../../core/report/report.ts';
import type { WaiverOutcome } from '../../core/rule/waiver-outcomes.ts';
import { count } from '../../core/text.ts';
import { waived } from '../select.ts';
import { waivable, waiverFor } from '../snippet.ts';
import { WAIVER_WORDING } from '../words.ts';
import { Capped, MAX_PARTS } from './capped.tsx';
import { columnsOf } from './decisions.tsx';
import { type Column, Table } from './table.tsx';
import { Finding } from './view.tsx';

/** What was accepted, by whom, why and until when; and what to copy to accept more. */
export function WaiversSection({
  report,
  names,
}: {
  report: AuditReport;
  names: readonly string[];
}): JSX.Element {
  const accepted = waived(report);
  return (
    <section aria-labelledby="waivers">
      <h2 id="waivers">Waivers</h2>
      {report.waivers.length === 0 ? (
        <p>There are none.</p>
      ) : (
        <Table
          id="waivers-table"
          caption={`${count(report.waivers.length, 'waiver')}, in the order of the configuration.`}
          columns={WAIVER_COLUMNS}
          rows={report.waivers.slice(0, MAX_PARTS)}
          narrow="cards"
        />
      )}
      <Capped total={report.waivers.length} />
      {accepted.length > 0 && (
        <>
          <h3>Waived findings</h3>
          <Table
            id="waived-table"
            caption={`${count(accepted.length, 'part')} that a waiver accepts for now.`}
            columns={columnsOf(report, names)}
            rows={accepted.slice(0, MAX_PARTS)}
            narrow="cards"
            rowClass={() => 'waived'}
          />
          <Capped total={accepted.length} />
        </>
      )}
      <Snippets report={report} />
    </section>
  );
}

const WAIVER_COLUMNS: readonly Column<WaiverOutcome>[] = [
  {
    name: 'State',
    cell: ({ state }) => (
      <b class={`state ${state}`} title={WAIVER_WORDING[state].meaning}>
        {WAIVER_WORDING[state].label}
      </b>
    ),
  },
  {
    name: 'Waiver',
    kind: 'used',
    cell: ({ mpn, manufacturer, boms }) => (
      <>
        <b class="mpn">{mpn}</b>
        <span class="maker">{manufacturer ?? 'of any maker'}</span>
        <span class="note">{boms === null ? 'in every BOM' : `in ${boms.join(', ')}`}</span>
      </>
    ),
  },
  { name: 'What became of it', kind: 'prose', cell: ({ says }) => says },
  { name: 'Reason', kind: 'prose', cell: ({ reason }) => reason },
  { name: 'Owner', cell: ({ owner }) => owner },
  { name: 'Until', cell: ({ until }) => <time dateTime={until}>{until}</time> },
];

/** A waiver to copy for each finding that has none. */
function Snippets({ report }: { report: AuditReport }): JSX.Element | null {
  const parts = waivable(report);
  if (parts.length === 0) return null;
  return (
    <>
      <h3>To accept a finding</h3>
      <p>
        Copy its waiver into the list <code>waivers</code> of <code>audit.config.json</code>, and fill in the
        reason and the owner: empty ones are refused.
      </p>
      <details class="snippets">
        <summary>{count(parts.length, 'waiver')} to copy</summary>
        {parts.slice(0, MAX_PARTS).map((part) => (
          <details key={part}>
            <summary>
              <b class="mpn">{part.mpn}</b> {part.manufacturer} <Finding part={part} />
            </summary>
            <pre>
              {JSON.stringify(waiverFor(part, report), null, 2)
                .split('\n')
                .map((line, index) => (
                  <code key={index}>{line}</code>
                ))}
            </pre>
          </details>
        ))}
        <Capped total={parts.length} />
      </details>
    </>
  );
}
