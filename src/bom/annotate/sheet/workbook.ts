import { Readable, type Writable } from 'node:stream';
import { AuditError } from '../../../core/errors.ts';
import type { TableAnnotation } from '../../../core/report/audit-columns.ts';
import { copyPackage, type Replacements } from '../../xlsx/copy.ts';
import { openWorkbook, type Workbook } from '../../xlsx/package.ts';
import { layOut } from './layout.ts';
import { annotateSheet } from './sheet.ts';
import { addStyles } from './styles.ts';
import { growsWith, growTable } from './tables.ts';

/** Writes the workbook to `out`, and ends it, with the audit cells; other parts than the sheets, their tables and the styles stay. */
export async function annotateWorkbook(
  source: string,
  out: Writable,
  tables: readonly TableAnnotation[],
): Promise<void> {
  const workbook = await openWorkbook(source);
  try {
    await copyPackage(workbook, out, await replacements(workbook, tables));
  } finally {
    await workbook.close();
  }
}

async function replacements(workbook: Workbook, tables: readonly TableAnnotation[]): Promise<Replacements> {
  const replaced = new Map<string, () => AsyncIterable<Buffer>>();
  const styled = workbook.styles === null ? null : await addStyles(workbook, workbook.styles);
  const style = { styles: styled?.styles ?? null, date1904: workbook.date1904 };
  for (const annotation of tables) {
    const sheet = workbook.sheets.find(({ name }) => name === annotation.sheet);
    if (sheet === undefined) throw new AuditError('output', `the workbook has no sheet ${annotation.sheet}`);
    const layout = await layOut(workbook, sheet, annotation);
    replaced.set(sheet.part, () => annotateSheet(workbook, sheet.part, layout, annotation, style));
    for (const table of layout.tables.filter((one) => growsWith(one, layout)))
      replaced.set(table.part, () => growTable(workbook, table, layout));
  }
  if (styled !== null && workbook.styles !== null)
    replaced.set(workbook.styles, () => Readable.from([styled.content]));
  return replaced;
}
