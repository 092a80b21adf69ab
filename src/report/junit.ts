import { create } from 'xmlbuilder2';
import { bomNames } from '../core/bom/names.ts';
import type { AuditReport } from '../core/report/report.ts';
import { type AuditedLine, auditedLines } from './lines.ts';
import { clip, oneLine, visible } from './text.ts';
import { findingOf, nameOf, VERDICT_WORDING } from './words.ts';

interface Outcome {
  /** `warned` passes, with a word in its output. */
  readonly kind: 'passed' | 'warned' | 'failure' | 'error' | 'skipped';
  readonly message: string;
  readonly type: string;
}

interface Case {
  readonly name: string;
  readonly suite: string;
  readonly outcome: Outcome;
}

const MAX_DESIGNATORS = 80;
const PASSED: Outcome = { kind: 'passed', message: '', type: '' };

/**
 * A suite with the verdict, then one for each BOM with a case for each part of each line. What fails the audit is a
 * failure, what is not checked, waived or left out is skipped, a warning passes, and an incomplete audit is an error.
 */
export function toJunit(report: AuditReport): string {
  const names = bomNames(report.boms);
  const lines = auditedLines(report);
  const suites = [
    [{ name: 'verdict', suite: 'policy', outcome: verdictOutcome(report) }],
    ...names.map((suite, bom) =>
      lines.filter((line) => line.bom === bom).map((line) => caseOf(line, suite, report)),
    ),
  ].filter((cases) => cases.length > 0);
  const root = {
    testsuites: {
      '@name': 'bom-audit',
      ...countsOf(suites.flat()),
      testsuite: suites.map((cases) => suiteOf(cases, report.asOf)),
    },
  };
  return `${create({ encoding: 'UTF-8' }, root).end({ prettyPrint: true })}\n`;
}

function suiteOf(cases: readonly Case[], asOf: string): object {
  return {
    '@name': visible(cases[0]?.suite ?? ''),
    ...countsOf(cases),
    '@time': '0',
    '@timestamp': asOf.slice(0, 19),
    testcase: cases.map(({ name, suite, outcome }) => ({
      '@classname': visible(suite),
      '@name': visible(name),
      '@time': '0',
      ...elementOf(outcome),
    })),
  };
}

function elementOf({ kind, message, type }: Outcome): object {
  const text = visible(message);
  switch (kind) {
    case 'passed':
      return {};
    case 'warned':
      return { 'system-out': `Warning: ${text}` };
    case 'skipped':
      return { skipped: { '@message': text } };
    default:
      return { [kind]: { '@message': text, '@type': visible(type), '#': text } };
  }
}

function countsOf(cases: readonly Case[]): Readonly<Record<`@${string}`, string>> {
  const of = (kind: Outcome['kind']) => String(cases.filter(({ outcome }) => outcome.kind === kind).length);
  return {
    '@tests': String(cases.length),
    '@failures': of('failure'),
    '@errors': of('error'),
    '@skipped': of('skipped'),
  };
}

function caseOf(line: AuditedLine, suite: string, report: AuditReport): Case {
  const { part, row, designators } = line;
  const what = part === null ? 'no part' : nameOf(part);
  const where = clip(oneLine(designators ?? ''), MAX_DESIGNATORS);
  return {
    name: `row ${row}: ${what}${where === '' ? '' : ` [${where}]`}`,
    suite,
    outcome: outcomeOf(line, report),
  };
}

function outcomeOf(line: AuditedLine, report: AuditReport): Outcome {
  const { kind, part, severity, match, reason } = line;
  const type = part === null ? kind : findingOf(part).word;
  if (kind === 'problem') return { kind: 'error', type: 'unreadable row', message: reason };
  if (kind === 'skipped') return { kind: 'skipped', type, message: reason };
  if (severity === 'fail') return { kind: 'failure', type, message: reason };
  if (severity === 'waived') return { kind: 'skipped', type, message: waivedBecause(line, report) };
  if (match === 'unchecked') return { kind: 'skipped', type, message: `Not checked: ${reason}` };
  return severity === 'warn' ? { kind: 'warned', type, message: reason } : PASSED;
}

function waivedBecause({ waiver, reason }: AuditedLine, { waivers }: AuditReport): string {
  const by = waivers[waiver ?? -1];
  return by ? `Waived by ${by.owner} until ${by.until}: ${by.reason}` : `Waived. ${reason}`;
}

function verdictOutcome({ verdict, reasons }: AuditReport): Outcome {
  if (verdict === 'pass') return PASSED;
  const message = [VERDICT_WORDING[verdict].meaning, ...reasons].join(' ');
  return { kind: verdict === 'fail' ? 'failure' : 'error', type: verdict, message };
}
