import type { JSX } from 'preact';
import type { AuditReport, ReportPart } from '../../core/report.ts';
import { dated } from '../select.ts';
import { count, fromNow } from '../text.ts';
import { usages } from '../usage.ts';
import { Capped, MAX_PARTS } from './capped.tsx';
import { PartName, SeverityMark } from './view.tsx';

/** Every last-buy day in its order, with today where it stands among them. */
export function DatesSection({
  report,
  names,
}: {
  report: AuditReport;
  names: readonly string[];
}): JSX.Element {
  const parts = dated(report);
  const shown = parts.slice(0, MAX_PARTS);
  const open = shown.findIndex(({ matched }) => (matched?.daysToLastBuy ?? -1) >= 0);
  const today = open === -1 ? shown.length : open;
  return (
    <section aria-labelledby="dates">
      <h2 id="dates">Last-buy dates</h2>
      {parts.length === 0 ? (
        <p>DigiKey gives a last-buy date for none of the parts.</p>
      ) : (
        <ol class="dates">
          {shown.slice(0, today).map((part) => (
            <DateItem key={part} part={part} names={names} />
          ))}
          <li class="today">
            <time dateTime={report.asOf.slice(0, 10)}>{report.asOf.slice(0, 10)}</time>
            <span>today, as of this audit</span>
          </li>
          {shown.slice(today).map((part) => (
            <DateItem key={part} part={part} names={names} />
          ))}
        </ol>
      )}
      <Capped total={parts.length} />
    </section>
  );
}

function DateItem({ part, names }: { part: ReportPart; names: readonly string[] }): JSX.Element {
  const day = part.matched?.lastBuyDate ?? '';
  const days = part.matched?.daysToLastBuy ?? null;
  return (
    <li class={part.severity}>
      <span>
        <time dateTime={day}>{day}</time>
        <span class="note">{days !== null && fromNow(days)}</span>
      </span>
      <span>
        <PartName part={part} />
        <span class="note">
          {usages(part)
            .map(({ bom, rows }) => `${names[bom] ?? ''}, ${count(rows.length, 'line')}`)
            .join('; ')}
        </span>
      </span>
      <SeverityMark of={part.severity} />
    </li>
  );
}
