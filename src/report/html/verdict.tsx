import type { JSX } from 'preact';
import type { AuditReport } from '../../core/report.ts';
import { bomNames } from '../select.ts';
import { count, minute, number, percent } from '../text.ts';
import { VERDICT_WORDING, WORST_FIRST } from '../words.ts';
import { Icon, SeverityMark } from './view.tsx';

/** The answer, why, of what and as of when: all that most readers need. */
export function VerdictSection({ report }: { report: AuditReport }): JSX.Element {
  const { verdict, reasons, totals, boms, asOf } = report;
  const { label, meaning } = VERDICT_WORDING[verdict];
  const names = bomNames(boms);
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
