import { createHash } from 'node:crypto';
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { bomNames } from '../../core/bom/names.ts';
import type { AuditReport } from '../../core/report/report.ts';

import { visible } from '../text.ts';
import { VERDICT_WORDING } from '../words.ts';
import { AllLinesSection } from './all-lines.tsx';
import { CalendarSection } from './calendar.tsx';
import { ChangesSection } from './changes.tsx';
import { DecisionsSection } from './decisions.tsx';
import { MethodSection } from './method.tsx';
import { NumbersSection } from './numbers.tsx';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';
import { UnverifiedSection } from './unverified.tsx';
import { VerdictSection } from './verdict.tsx';
import { IconShapes } from './view.tsx';
import { WaiversSection } from './waivers.tsx';
import { WhereUsedSection } from './where-used.tsx';

/**
 * The report as one page that loads nothing: it may be mailed, archived and opened anywhere. Of what comes
 * from BOMs and answers nothing is markup, and invisible characters are shown.
 */
export function toHtml(report: AuditReport): string {
  const policy = `default-src 'none'; style-src '${hash(STYLE)}'; script-src '${hash(SCRIPT)}'; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    visible(renderToString(<title>{titleOf(report)}</title>)),
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    visible(renderToString(<Page report={report} />)),
    `<script>${SCRIPT}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function Page({ report }: { report: AuditReport }): JSX.Element {
  const names = bomNames(report.boms);
  return (
    <>
      <IconShapes />
      <VerdictSection report={report} />
      <main>
        <DecisionsSection report={report} names={names} />
        <NumbersSection report={report} />
        <ChangesSection report={report} />
        <CalendarSection report={report} names={names} />
        <WhereUsedSection report={report} names={names} />
        <UnverifiedSection report={report} names={names} />
        <WaiversSection report={report} names={names} />
        <AllLinesSection report={report} names={names} />
        <MethodSection report={report} names={names} />
      </main>
    </>
  );
}

function titleOf(report: AuditReport): string {
  const [first = 'no BOM', ...others] = bomNames(report.boms);
  const boms = others.length === 0 ? first : `${first} and ${others.length} more`;
  return `${VERDICT_WORDING[report.verdict].label} · ${boms} · BOM audit ${report.asOf.slice(0, 10)}`;
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
