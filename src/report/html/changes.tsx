import type { JSX } from 'preact';
import { CHANGES, type Change, type Changes } from '../../core/history/changes.ts';
import type { AuditReport } from '../../core/report/report.ts';
import { number } from '../../core/text.ts';
import { minute } from '../text.ts';
import { CHANGE_WORDING, findingOf } from '../words.ts';
import { Capped, MAX_PARTS } from './capped.tsx';
import { type Column, Table } from './table.tsx';
import { SeverityMark } from './view.tsx';

/** What is new, worse, better, settled or gone since the audit that this one is compared with. */
export function ChangesSection({ report: { changes, onlyNew } }: { report: AuditReport }): JSX.Element {
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">What changed</h2>
      {changes === null ? (
        <p>There is no earlier audit of these BOMs to compare with.</p>
      ) : (
        <>
          <p>
            Since {minute(changes.since)}
            {changes.baseline !== null && `, as in ${changes.baseline}`}: {inWords(changes)}.
            {onlyNew && ' Only what is introduced or worsened may fail this audit.'}
          </p>
          {changes.list.length > 0 && (
            <Table
              id="changes-table"
              caption="By kind of change, then by part number."
              columns={COLUMNS}
              rows={changes.list.slice(0, MAX_PARTS)}
              narrow="cards"
            />
          )}
          <Capped total={changes.list.length} />
        </>
      )}
    </section>
  );
}

function inWords({ list }: Changes): string {
  const counts = CHANGES.map((kind) => ({ kind, n: list.filter((change) => change.kind === kind).length }));
  const said = counts
    .filter(({ n }) => n > 0)
    .map(({ kind, n }) => `${number(n)} ${CHANGE_WORDING[kind].label.toLowerCase()}`);
  return said.length === 0 ? 'nothing changed' : said.join(', ');
}

const COLUMNS: readonly Column<Change>[] = [
  { name: 'Change', cell: ({ kind }) => <span class={`change ${kind}`}>{CHANGE_WORDING[kind].label}</span> },
  {
    name: 'Part',
    cell: ({ mpn, manufacturer }) => (
      <>
        <b class="mpn">{mpn}</b>
        <span class="maker">{manufacturer ?? 'no manufacturer named'}</span>
      </>
    ),
  },
  { name: 'Before', cell: ({ from }) => <State of={from} /> },
  { name: 'Now', cell: ({ to }) => <State of={to} /> },
  { name: 'What happened', kind: 'prose', cell: ({ says }) => says },
];

function State({ of }: { of: Change['to'] }): JSX.Element {
  if (of === null) return <span class="note">not there</span>;
  return (
    <>
      <SeverityMark of={of.waived ? 'waived' : of.severity} />
      <span class="note">{findingOf(of).label}</span>
    </>
  );
}
