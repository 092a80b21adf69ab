import type { JSX } from 'preact';
import type { AuditReport, ReportPart } from '../../core/report/report.ts';
import { count } from '../../core/text.ts';
import { LIFECYCLES, MATCHES, SEVERITIES } from '../../core/words.ts';
import { sourceText } from '../source.ts';
import { minute, webAddress } from '../text.ts';
import { LIFECYCLE_WORDING, MATCH_WORDING, METHOD, SEVERITY_WORDING, type Wording } from '../words.ts';
import { Capped, MAX_PARTS } from './capped.tsx';
import { RulesApplied } from './policy.tsx';
import { Finding, Link } from './view.tsx';

/** How the report came about: its sources, the files, what its words mean, and the evidence for each part. */
export function MethodSection({
  report,
  names,
}: {
  report: AuditReport;
  names: readonly string[];
}): JSX.Element {
  const { tool, asOf, sources, parts } = report;
  return (
    <section aria-labelledby="method" class="sheet">
      <h2 id="method">Method and evidence</h2>
      <p>
        Made by {tool.name} {tool.version}. Days are counted from {minute(asOf)}. {METHOD}
      </p>
      <p>Asked: {sources.map(sourceText).join('; ')}.</p>
      <h3>Files</h3>
      <ul class="files">
        {report.boms.map(({ file, sheet, columns, headerRow, sha256, annotated }, index) => (
          <li key={names[index]}>
            <b>{sheet === null ? file : `${file} [${sheet}]`}</b>
            <span class="note">
              {headerRow === null ? 'No header row' : `Header in row ${headerRow}`}; part numbers from{' '}
              {columns.mpn.join(', ')}
              {columns.manufacturer.length > 0 && `; manufacturers from ${columns.manufacturer.join(', ')}`}
              {annotated !== null && `; annotated copy ${annotated}`}
            </span>
            <code class="note">sha256 {sha256}</code>
          </li>
        ))}
      </ul>
      <RulesApplied report={report} names={names} />
      <h3>Words</h3>
      <Words title="Severity" words={SEVERITIES.map((word) => SEVERITY_WORDING[word])} />
      <Words title="Lifecycle, from good to bad" words={LIFECYCLES.map((word) => LIFECYCLE_WORDING[word])} />
      <Words title="Match" words={MATCHES.map((word) => MATCH_WORDING[word])} />
      <h3>Evidence</h3>
      <p>How the finding of each part came about, the worst first.</p>
      {parts.slice(0, MAX_PARTS).map((part) => (
        <Evidence key={part} part={part} />
      ))}
      <Capped total={parts.length} />
    </section>
  );
}

function Words({ title, words }: { title: string; words: readonly Wording[] }): JSX.Element {
  return (
    <details class="more">
      <summary>{title}</summary>
      <dl class="words">
        {words.map(({ label, meaning }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Evidence({ part }: { part: ReportPart }): JSX.Element {
  const { matched } = part;
  return (
    <details>
      <summary>
        <b class="mpn">{part.mpn}</b> {part.manufacturer} <Finding part={part} />
      </summary>
      <ol>
        {steps(part).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p class="note">
        {answer(part)}
        {matched !== null && webAddress(matched.datasheetUrl) !== null && (
          <>
            {' · '}
            <Link to={matched.datasheetUrl}>data sheet</Link>
          </>
        )}
      </p>
    </details>
  );
}

function steps({ evidence, conflicts, causes, reason }: ReportPart): readonly string[] {
  return [...new Set([...evidence, ...conflicts, ...causes.map(({ says }) => says), reason])];
}

/** When and whence the answer came, and what DigiKey states in its own words. */
function answer({ observedAt, source, matched }: ReportPart): string {
  if (observedAt === null) return 'Not answered yet';
  const facts = [`Answered ${minute(observedAt)}${source === 'cache' ? ', from the cache' : ''}`];
  if (matched === null) return facts.join('');
  const { dkpn, statusText, leadWeeks } = matched;
  if (dkpn !== null) facts.push(`DigiKey part number ${dkpn}`);
  if (statusText !== null) facts.push(`status as DigiKey writes it: ${statusText}`);
  if (leadWeeks !== null) facts.push(`lead time ${count(leadWeeks, 'week')}`);
  return facts.join(' · ');
}
