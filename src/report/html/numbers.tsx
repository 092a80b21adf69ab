import type { JSX } from 'preact';
import type { AuditReport, QuotaUse } from '../../core/report.ts';
import { LIFECYCLES, MATCHES } from '../../core/words.ts';
import { count, minute, number, percent } from '../text.ts';
import { LIFECYCLE_WORDING, MATCH_WORDING } from '../words.ts';

/** Counts by lifecycle as one bar with its legend, by match as a list; coverage and quota in words. */
export function NumbersSection({ report }: { report: AuditReport }): JSX.Element {
  const { totals, quota } = report;
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">Numbers</h2>
      <LifecycleBar report={report} />
      <dl class="facts">
        <Fact name="Line items">{number(totals.lineItems)}</Fact>
        <Fact name="Parts">{number(totals.parts)}</Fact>
        <Fact name="Checked">
          {number(totals.checked)} ({percent(totals.coverage)})
        </Fact>
        {MATCHES.filter((word) => (totals.byMatch[word] ?? 0) > 0).map((word) => (
          <Fact key={word} name={MATCH_WORDING[word].label}>
            {number(totals.byMatch[word] ?? 0)}
          </Fact>
        ))}
        <Fact name="Requests sent">
          {number(quota.requests)}
          <span class="note">{callNote(quota)}</span>
        </Fact>
        <Fact name="From the cache">{number(quota.fromCache)}</Fact>
        <Fact name="Requests left today">
          {quota.remainingToday === null ? 'not known' : number(quota.remainingToday)}
          {quota.resetsAt !== null && <span class="note">until {minute(quota.resetsAt)}</span>}
        </Fact>
      </dl>
    </section>
  );
}

/** What did not go smoothly, and how quick the rest was. */
function callNote({ calls: { retries, tooMany, errors, latencyMs } }: QuotaUse): string {
  const notes = [
    retries > 0 ? count(retries, 'retry', 'retries') : '',
    tooMany > 0 ? `${number(tooMany)} refused as too many` : '',
    errors > 0 ? `${number(errors)} without an answer` : '',
    latencyMs === null ? '' : `median ${number(latencyMs.p50)} ms`,
  ];
  return notes.filter((note) => note !== '').join(', ');
}

function Fact({ name, children }: { name: string; children: preact.ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function LifecycleBar({ report: { totals } }: { report: AuditReport }): JSX.Element | null {
  const counts = LIFECYCLES.map((word) => ({ word, n: totals.byLifecycle[word] ?? 0 })).filter(
    ({ n }) => n > 0,
  );
  const sum = counts.reduce((all, { n }) => all + n, 0);
  if (sum === 0) return null;
  let left = 0;
  const bars = counts.map(({ word, n }) => {
    const bar = { word, x: left, width: n / sum };
    left += bar.width;
    return bar;
  });
  const spoken = counts.map(({ word, n }) => `${LIFECYCLE_WORDING[word].label} ${n}`).join(', ');
  return (
    <figure>
      <figcaption>Parts by lifecycle</figcaption>
      <svg class="bar" role="img" aria-label={spoken} width="100%" height="26">
        {bars.map(({ word, x, width }) => (
          <rect key={word} class={word} x={share(x)} width={share(width)} height="26" />
        ))}
      </svg>
      <ul class="legend">
        {counts.map(({ word, n }) => (
          <li key={word} title={LIFECYCLE_WORDING[word].meaning}>
            <span class={`dot ${word}`}>{LIFECYCLE_WORDING[word].label}</span> <b>{number(n)}</b>
          </li>
        ))}
      </ul>
    </figure>
  );
}

function share(of: number): string {
  return `${(of * 100).toFixed(3)}%`;
}
