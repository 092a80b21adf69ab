import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { stringify } from 'csv-stringify';
import ExcelJS from 'exceljs';

/** What a straightforward program would do: `baselines.ts csv|xlsx FROM TO` rewrites a file with three more columns. */
const [kind, from = '', to = ''] = process.argv.slice(2);

if (kind === 'csv') {
  await pipeline(
    createReadStream(from),
    parse(),
    async function* (rows: AsyncIterable<string[]>) {
      for await (const row of rows) yield [...row, 'active', 'exact', ''];
    },
    stringify(),
    createWriteStream(to),
  );
} else {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(from);
  const sheet = workbook.worksheets[0]!;
  const next = sheet.columnCount + 1;
  sheet.eachRow((row) => {
    for (const [index, value] of ['active', 'exact', ''].entries()) row.getCell(next + index).value = value;
  });
  await workbook.xlsx.writeFile(to);
}
