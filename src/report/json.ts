import type { AuditReport } from '../core/report.ts';

/**
 * The report as JSON, piece by piece, so that its size is bounded by the disk alone. Objects are indented by
 * two spaces; each element of a list stands on a line of its own, which keeps differences readable.
 */
export function* toJson(report: AuditReport): Iterable<string> {
  let before = '{\n';
  for (const [key, value] of Object.entries(report)) {
    yield `${before}  ${JSON.stringify(key)}: `;
    yield* Array.isArray(value) ? list(value) : [JSON.stringify(value, null, 2).replaceAll('\n', '\n  ')];
    before = ',\n';
  }
  yield '\n}\n';
}

function* list(elements: readonly unknown[]): Iterable<string> {
  let before = '[\n    ';
  for (const element of elements) {
    yield before + JSON.stringify(element);
    before = ',\n    ';
  }
  yield elements.length === 0 ? '[]' : '\n  ]';
}
