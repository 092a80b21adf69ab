import type { JSX } from 'preact';
import { BUY_FORMULA } from '../../core/buying/demand.ts';
import type { AuditReport } from '../../core/report/report.ts';
import type { Policy } from '../../core/rule/policy.ts';
import { number, percent } from '../../core/text.ts';
import { Fact } from './view.tsx';

/** What the parts were judged by, and what the last buys were worked out with. */
export function RulesApplied({
  report,
  names,
}: {
  report: AuditReport;
  names: readonly string[];
}): JSX.Element {
  const { boms, buying } = report;
  const policies = new Map<string, string[]>();
  for (const [index, { policy }] of boms.entries()) {
    const text = policyText(policy);
    policies.set(text, [...(policies.get(text) ?? []), names[index] ?? '']);
  }
  return (
    <>
      <h3>Policy</h3>
      {[...policies].map(([text, of]) => (
        <p key={text}>
          {policies.size > 1 && <b>{of.join(', ')}: </b>}
          {text}
        </p>
      ))}
      <h3>Last buys</h3>
      <p>{BUY_FORMULA}.</p>
      <dl class="facts">
        <Fact name="Years">{number(buying.years)}</Fact>
        <Fact name="Spares">{number(buying.sparesPercent)} %</Fact>
        <Fact name="Attrition">{number(buying.attritionPercent)} %</Fact>
        <Fact name="Approval">{number(buying.approvalDays)} days</Fact>
        <Fact name="Purchasing">{number(buying.purchasingDays)} days</Fact>
        {boms.map(({ boardsPerYear }, index) => (
          <Fact key={names[index]} name={`Boards a year, ${names[index]}`}>
            {boardsPerYear === null ? 'not said' : number(boardsPerYear)}
          </Fact>
        ))}
      </dl>
    </>
  );
}

function policyText({ failOn, warnOn, conditions, coverage, alternates }: Policy): string {
  const rules = conditions.map(
    ({ when, severity }) => `${severity === 'fail' ? 'Fails' : 'Warns'} on “${when}”.`,
  );
  return [
    `Fails on ${failOn.join(', ') || 'nothing'}; warns on ${warnOn.join(', ') || 'nothing'}.`,
    ...rules,
    `${percent(coverage)} of the parts must be checked.`,
    alternates === 'any'
      ? 'The best of a line’s part numbers decides for it.'
      : 'The first part number of a line decides for it.',
  ].join(' ');
}
