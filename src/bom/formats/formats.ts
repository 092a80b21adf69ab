import { csv } from './csv/csv.ts';
import { refuseForeign, refuseNoFile, unknownFormat } from './foreign.ts';
import type { BomSource, Format } from './format.ts';
import { firstBytes } from './head.ts';
import { xlsx } from './xlsx/xlsx.ts';

const FORMATS: readonly Format[] = [xlsx, csv];
/** Bytes that a format is recognised by. */
const HEAD = 4096;

/** The format of a file by its content, whatever its name is; throws `AuditError('input')` for what is no BOM. */
export async function formatOf({ name, path }: BomSource): Promise<Format> {
  await refuseNoFile(name, path);
  const head = await firstBytes(path, HEAD);
  refuseForeign(name, head);
  const format = FORMATS.find(({ recognise }) => recognise(head));
  if (format === undefined) throw unknownFormat(name);
  return format;
}
