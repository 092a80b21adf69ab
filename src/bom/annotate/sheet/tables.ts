import { buffer } from 'node:stream/consumers';
import type { Workbook } from '../../xlsx/package.ts';
import { type Area, attribute, readArea } from './cells.ts';

/** A table (list object) that lies on a worksheet. */
export interface SheetTable {
  readonly part: string;
  readonly xml: string;
  readonly area: Area;
}

/** The tables of a worksheet. */
export async function tablesOf(workbook: Workbook, sheet: string): Promise<readonly SheetTable[]> {
  const tables: SheetTable[] = [];
  for (const { type, target } of await workbook.relations(sheet)) {
    if (type !== 'table' || !workbook.has(target)) continue;
    const xml = (await buffer(workbook.stream(target))).toString('latin1');
    const area = readArea(attribute(/<(?:[\w.-]+:)?table\s([^>]*)>/.exec(xml)?.[1] ?? '', 'ref') ?? '');
    if (area !== undefined) tables.push({ part: target, xml, area });
  }
  return tables;
}
