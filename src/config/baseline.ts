import { z } from 'zod';
import { bomNames } from '../core/bom/names.ts';
import { partKey } from '../core/bom/part-query.ts';
import { AuditError } from '../core/errors.ts';
import type { Baseline } from '../core/history/changes.ts';
import { type SnapshotPart, unnamedLine } from '../core/history/snapshot.ts';
import { LIFECYCLES, MATCHES } from '../core/words.ts';
import { readJson } from './files.ts';

const Line = z.looseObject({
  bom: z.int().min(0),
  row: z.int(),
  designators: z.string().nullable(),
});

const Report = z.looseObject({
  schema: z.literal('bom-audit/report/1'),
  asOf: z.iso.datetime(),
  boms: z.array(z.looseObject({ file: z.string(), sheet: z.string().nullable() })),
  parts: z.array(
    z.looseObject({
      mpn: z.string(),
      manufacturer: z.string().nullable(),
      match: z.enum(MATCHES),
      lifecycle: z.enum(LIFECYCLES),
      matched: z.looseObject({ lastBuyDate: z.string().nullable() }).nullable(),
      severity: z.enum(['ok', 'warn', 'fail', 'waived']),
      bare: z.enum(['ok', 'warn', 'fail']),
      lines: z.array(Line),
    }),
  ),
  unidentified: z.array(Line),
});

/** A report.json as the baseline of another audit. Throws `AuditError('config')` when it is none. */
export function readBaseline(path: string, aliases: Readonly<Record<string, string>>): Baseline {
  const hint = 'Name a report.json of an earlier run with --baseline.';
  const parsed = Report.safeParse(readJson('baseline', path, hint));
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join('.') ?? '';
    throw new AuditError('config', `The baseline file ${path} is no report.json of bom-audit (see ${at})`, {
      hint,
    });
  }
  const { asOf, boms, parts, unidentified } = parsed.data;
  const names = bomNames(boms);
  const kept = parts.map(
    ({ mpn, manufacturer, match, lifecycle, matched, severity, bare, lines }): SnapshotPart => ({
      key: partKey({ mpn, manufacturer }, aliases),
      mpn,
      manufacturer,
      match,
      lifecycle,
      lastBuyDate: matched?.lastBuyDate ?? null,
      severity: bare,
      waived: severity === 'waived',
      boms: [...new Set(lines.map(({ bom }) => names[bom] ?? ''))].sort(),
    }),
  );
  const unnamed = unidentified.map((line) => unnamedLine(line, names));
  return { snapshot: { asOf, parts: kept, unidentified: unnamed }, name: path };
}
