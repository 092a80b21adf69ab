import type { JSX } from 'preact';
import { bomNames } from '../../core/bom/names.ts';
import type { AuditReport, ReportPart } from '../../core/report/report.ts';
import { count, number, percent } from '../../core/text.ts';
import { decisions } from '../select.ts';
import { fromNow, minute } from '../text.ts';
import { VERDICT_WORDING, WORST_FIRST } from '../words.ts';
import { Icon, SeverityMark } from './view.tsx';

/** The answer, why, of what and as of when: all that most readers need. */
export function VerdictSection({ report }: { report: AuditReport }): JSX.Element {
  const { verdict, reasons, totals, boms, asOf } = report;
  const { label, meaning } = VERDICT_WORDING[verdict];
  const names = bomNames(boms);
  const next = decisions(report).find(({ buy }) => buy?.decideBy != null);
  return (
    <header class={`verdict ${verdict}`}>
      <p class="kicker">BOM lifecycle audit · as of {minute(asOf)}</p>
      <h1>
        <Icon of={verdict} /> {label}
      </h1>
      <p class="meaning">{meaning}</p>
      {reasons.length > 0 && (
        <ul class="reasons">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {next !== undefined && <FirstDecision part={next} />}
      <ul class="tally" aria-label="Parts by severity">
        {WORST_FIRST.map((word) => (
          <li key={word}>
            <b>{number(totals.bySeverity[word] ?? 0)}</b> <SeverityMark of={word} />
          </li>
        ))}
        <li>
          <b>{percent(totals.coverage)}</b> of {count(totals.parts, 'part')} checked
        </li>
      </ul>
      <ul class="boms" aria-label="Audited BOMs">
        {boms.map(({ lineItems, warnings }, index) => (
          <li key={names[index]}>
            <b>{names[index]}</b> {count(lineItems, 'line item')}
            {warnings.map((warning) => (
              <span key={warning} class="note">
                {warning}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </header>
  );
}

function FirstDecision({ part: { mpn, buy } }: { part: ReportPart }): JSX.Element | null {
  if (buy?.decideBy == null || buy.daysToDecide === null) return null;
  const { decideBy, daysToDecide, quantity } = buy;
  return (
    <p class="first">
      First decision: <b class="mpn">{mpn}</b>
      {quantity !== null && `, ${count(quantity, 'piece')}`}, by{' '}
      <time dateTime={decideBy} class={daysToDecide < 0 ? 'late' : undefined}>
        {decideBy}
      </time>{' '}
      ({fromNow(daysToDecide)}).
    </p>
  );
}
