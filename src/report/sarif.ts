import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { AuditReport, ReportPart } from '../core/report/report.ts';
import type { WaiverOutcome } from '../core/rule/waiver-outcomes.ts';
import { LIFECYCLES, MATCHES } from '../core/words.ts';
import { digest } from './ids.ts';
import { type AuditedLine, auditedLines } from './lines.ts';
import { visible } from './text.ts';
import { findingOf, LIFECYCLE_WORDING, MATCH_WORDING, nameOf, type Wording } from './words.ts';

/**
 * SARIF 2.1.0 with a result for each part of each line that is not in order, at its row of the BOM. A waived
 * finding is there as suppressed, with the reason. The verdict and its reasons are properties of the run.
 */
export function toSarif(report: AuditReport): string {
  const lines = auditedLines(report).filter(isFinding);
  const rules = [...new Set(lines.map(ruleOf))].sort();
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            version: report.tool.version,
            rules: rules.map(descriptorOf),
          },
        },
        invocations: [{ executionSuccessful: true, startTimeUtc: report.asOf }],
        results: lines.map((line) => resultOf(line, rules, report)),
        properties: { verdict: report.verdict, reasons: report.reasons.map(visible) },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function isFinding({ severity, kind }: AuditedLine): boolean {
  return kind === 'problem' || (severity !== null && severity !== 'ok');
}

/** What made the finding: a word, or a condition as it is written. */
function ruleOf({ part, kind, match }: AuditedLine): string {
  if (kind === 'problem') return 'unreadable-row';
  if (part === null) return match ?? kind;
  const worst = part.causes.find(({ severity }) => severity === part.bare);
  return worst?.rule ?? findingOf(part).word;
}

function descriptorOf(id: string): ReportingDescriptor {
  const wording: Wording | undefined = WORDINGS.get(id);
  return {
    id,
    shortDescription: { text: message(wording?.label ?? id) },
    fullDescription: { text: message(wording?.meaning ?? `The policy asks for attention on: ${id}.`) },
  };
}

const WORDINGS: ReadonlyMap<string, Wording> = new Map<string, Wording>([
  ...LIFECYCLES.map((word) => [word, LIFECYCLE_WORDING[word]] as const),
  ...MATCHES.map((word) => [word, MATCH_WORDING[word]] as const),
  ['unreadable-row', { label: 'Row not read', meaning: 'A row of the BOM could not be read.' }],
]);

function resultOf(line: AuditedLine, rules: readonly string[], report: AuditReport): Result {
  const { part, bom, row, waiver } = line;
  const file = report.boms[bom]?.file ?? '';
  const sheet = report.boms[bom]?.sheet ?? null;
  const ruleId = ruleOf(line);
  const waived = line.severity === 'waived';
  return {
    ruleId,
    ruleIndex: rules.indexOf(ruleId),
    level: levelOf(line),
    message: { text: message(textOf(line)) },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: addressOf(file) }, region: { startLine: row } },
        ...(sheet === null
          ? {}
          : { logicalLocations: [{ fullyQualifiedName: visible(`${sheet} row ${row}`), kind: 'row' }] }),
      },
    ],
    partialFingerprints: { 'part/v1': digest(file, sheet ?? '', part?.mpn ?? '', part?.manufacturer ?? '') },
    ...(waived ? { suppressions: [suppressionOf(report.waivers[waiver ?? -1])] } : {}),
  };
}

function levelOf({ severity, part }: AuditedLine): Result.level {
  const bare = severity === 'waived' ? part?.bare : severity;
  return bare === 'fail' ? 'error' : 'warning';
}

function textOf({ part, reason }: AuditedLine): string {
  if (part === null) return reason;
  return [`${nameOf(part)}: ${reason}`, decision(part), MATCH_WORDING[part.match].step]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function decision({ buy }: ReportPart): string {
  const by = buy?.decideBy == null ? '' : `Decide by ${buy.decideBy}.`;
  const many = buy?.quantity == null ? '' : `To buy: ${buy.quantity}.`;
  return `${by} ${many}`.trim();
}

function suppressionOf(waiver: WaiverOutcome | undefined): NonNullable<Result['suppressions']>[number] {
  if (waiver === undefined) return { kind: 'external' };
  const { owner, until, reason } = waiver;
  return { kind: 'external', justification: visible(`${reason} (${owner}, until ${until})`) };
}

/** Text that a viewer takes as it is: braces would be placeholders and brackets links. */
function message(text: string): string {
  return visible(text)
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/[{}]/g, '$&$&');
}

/** The path as the user gave it, as a URI; an absolute one as a `file:` URI. */
function addressOf(file: string): string {
  const path = visible(file).split(/[\\/]/);
  const [drive = ''] = path;
  const steps = path.map(encodeURIComponent);
  if (/^[a-z]:$/i.test(drive)) return `file:///${drive}/${steps.slice(1).join('/')}`;
  return drive === '' && path.length > 1 ? `file://${steps.join('/')}` : steps.join('/');
}
