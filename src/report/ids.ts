import { createHash } from 'node:crypto';
import type { ReportPart } from '../core/report/report.ts';

/** Names a part the same in every report, whatever is found of it: 16 hexadecimal digits of what the BOM asks. */
export function partId({ mpn, manufacturer }: Pick<ReportPart, 'mpn' | 'manufacturer'>): string {
  return digest(mpn, manufacturer ?? '');
}

/** 16 hexadecimal digits that stand for these texts in this order. */
export function digest(...texts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16);
}
