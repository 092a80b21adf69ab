import { text } from 'node:stream/consumers';
import { formatOf } from './formats/formats.ts';
import { firstBytes } from './formats/head.ts';
import { xlsx } from './formats/xlsx/xlsx.ts';
import { openWorkbook } from './xlsx/package.ts';

const HEADER = '\uFEFFbom,sheet,row,designators,quantity,kind,mpn,';
const PROPERTIES = 'docProps/core.xml';
const CREATOR = /<dc:creator>bom-audit<\/dc:creator>/;

/**
 * Whether the file is a report.csv or report.xlsx of bom-audit, from whatever run and under whatever name: it lists part
 * numbers, too. False for what cannot be read.
 */
export async function isOwnReport(path: string): Promise<boolean> {
  try {
    if ((await formatOf({ name: path, path })) === xlsx) return await isOwnWorkbook(path);
    return (await firstBytes(path, 256)).toString().startsWith(HEADER);
  } catch {
    return false;
  }
}

async function isOwnWorkbook(path: string): Promise<boolean> {
  const workbook = await openWorkbook(path);
  try {
    return workbook.has(PROPERTIES) && CREATOR.test(await text(workbook.stream(PROPERTIES)));
  } finally {
    await workbook.close();
  }
}
