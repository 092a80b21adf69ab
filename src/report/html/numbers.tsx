import type { JSX } from 'preact';
import type { AuditReport, QuotaUse } from '../../core/report/report.ts';
import { count, number, percent } from '../../core/text.ts';
import { LIFECYCLES, MATCHES } from '../../core/words.ts';
import { type MixBar, mixOf } from '../mix.ts';
import { minute } from '../text.ts';
import { LIFECYCLE_WORDING, MATCH_WORDING } from '../words.ts';
import { Fact } from './view.tsx';

/** The lifecycles of this and earlier audits as bars; counts by match, coverage and quota in words. */
export function NumbersSection({ report }: { report: AuditReport }): JSX.Element {
  const { totals, quota } = report;
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">Numbers</h2>
      {totals.parts > 0 && <LifecycleMix report={report} />}
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

function LifecycleMix({ report }: { report: AuditReport }): JSX.Element {
  const bars = mixOf(report);
  const { byLifecycle } = report.totals;
  const seen = LIFECYCLES.filter((word) =>
    bars.some(({ pieces }) => pieces.some((one) => one.word === word)),
  );
  return (
    <figure>
      <figcaption>
        Parts by lifecycle{bars.length > 1 ? `, in the last ${bars.length} audits of these BOMs` : ''}
      </figcaption>
      <ol class="mix">
        {bars.map((bar) => (
          <MixRow key={bar} bar={bar} />
        ))}
      </ol>
      <ul class="legend">
        {seen.map((word) => (
          <li key={word} title={LIFECYCLE_WORDING[word].meaning}>
            <span class={`dot ${word}`}>{LIFECYCLE_WORDING[word].label}</span>{' '}
            <b>{number(byLifecycle[word] ?? 0)}</b>
          </li>
        ))}
      </ul>
    </figure>
  );
}

function MixRow({ bar: { day, parts, pieces } }: { bar: MixBar }): JSX.Element {
  const spoken = pieces.map(({ word, count }) => `${LIFECYCLE_WORDING[word].label} ${count}`).join(', ');
  return (
    <li>
      <time dateTime={day}>{day}</time>
      <svg class="bar" role="img" aria-label={`${day}: ${spoken}`} width="100%" height="18">
        {pieces.map(({ word, from, to }) => (
          <rect key={word} class={word} x={share(from)} width={share(to - from)} height="18" />
        ))}
      </svg>
      <span class="sum">{number(parts)}</span>
    </li>
  );
}

function share(percent: number): string {
  return `${percent.toFixed(3)}%`;
}
