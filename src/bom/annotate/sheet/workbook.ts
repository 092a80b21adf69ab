import { buffer } from 'node:stream/consumers';
import type { TableAnnotation } from '../../../core/annotation.ts';
import { AuditError } from '../../../core/errors.ts';
import { copyPackage, type Replacements } from '../../xlsx/copy.ts';
import { openWorkbook, type Workbook } from '../../xlsx/package.ts';
import { growTable } from './frame.ts';
import { annotateSheet } from './sheet.ts';
import { addStyles } from './styles.ts';
import { surveySheet } from './survey.ts';

/** Writes the workbook to `target` with the audit cells; other parts than the sheets, their tables and the styles stay. */
export async function annotateWorkbook(
  source: string,
  target: string,
  tables: readonly TableAnnotation[],
): Promise<void> {
  const workbook = await openWorkbook(source);
  try {
    await copyPackage(workbook, target, await replacements(workbook, tables));
  } finally {
    await workbook.close();
  }
}

async function replacements(workbook: Workbook, tables: readonly TableAnnotation[]): Promise<Replacements> {
  const replaced = new Map<string, () => AsyncIterable<Buffer>>();
  const styled = workbook.styles === null ? null : addStyles(await latin1Of(workbook, workbook.styles));
  const style = { styles: styled?.styles ?? null, date1904: workbook.date1904 };
  for (const table of tables) {
    const sheet = workbook.sheets.find(({ name }) => name === table.sheet);
    if (sheet === undefined) throw new AuditError('output', `the workbook has no sheet ${table.sheet}`);
    const layout = await surveySheet(workbook, sheet, table);
    replaced.set(sheet.part, () => annotateSheet(workbook.stream(sheet.part), layout, table, style));
    for (const { part, xml } of layout.tables) {
      const grown = growTable(xml, layout);
      if (grown !== xml) replaced.set(part, () => bytesOf(grown));
    }
  }
  if (styled !== null && workbook.styles !== null) replaced.set(workbook.styles, () => bytesOf(styled.xml));
  return replaced;
}

/** One character for each byte, so that what is not understood stays as it is. */
async function latin1Of(workbook: Workbook, part: string): Promise<string> {
  return (await buffer(workbook.stream(part))).toString('latin1');
}

async function* bytesOf(latin1: string): AsyncGenerator<Buffer> {
  yield Buffer.from(latin1, 'latin1');
}
