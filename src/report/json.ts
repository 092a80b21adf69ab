import type { AuditReport, ReportPart } from '../core/report/report.ts';
import { linesOf, type ReportLine } from '../core/report/report-lines.ts';
import { jsonText } from './text.ts';

/**
 * The report as JSON, piece by piece, so that its size is bounded by the disk alone. Objects are indented by
 * two spaces; each element of a list stands on a line of its own, which keeps differences readable. Invisible characters
 * are escaped.
 */
export function* toJson(report: AuditReport): Iterable<string> {
  let before = '{\n';
  for (const [key, value] of Object.entries(report)) {
    yield `${before}  ${JSON.stringify(key)}: `;
    if (key === 'parts') yield* list(report.parts, withLines);
    else if (Array.isArray(value)) yield* list(value);
    else yield jsonText(value, 2).replaceAll('\n', '\n  ');
    before = ',\n';
  }
  yield '\n}\n';
}

function* list<T>(
  elements: readonly T[],
  shown: (element: T) => unknown = (element) => element,
): Iterable<string> {
  let before = '[\n    ';
  for (const element of elements) {
    yield before + jsonText(shown(element));
    before = ',\n    ';
  }
  yield elements.length === 0 ? '[]' : '\n  ]';
}

/** A part as `report.json` has it. */
export interface JsonPart extends Omit<ReportPart, 'uses' | 'key'> {
  /** Of the first BOM where one holds: index into `waivers`; each of `lines` has its own. */
  readonly waiver: number | null;
  readonly lines: readonly ReportLine[];
}

function withLines({ mpn, manufacturer, uses, key: _, ...part }: ReportPart): JsonPart {
  const waiver = uses.find((use) => use.waiver !== null)?.waiver ?? null;
  return { mpn, manufacturer, ...part, waiver, lines: linesOf({ uses }) };
}
