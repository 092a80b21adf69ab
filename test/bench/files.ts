import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Measured, measure, sideBySide, tell } from './measure.ts';
import { fillStore, writeCsv, writeXlsx } from './samples.ts';

const PROGRAM = fileURLToPath(new URL('../../dist/cli/bin.js', import.meta.url));
const BASELINES = fileURLToPath(new URL('./baselines.ts', import.meta.url));
const DISTINCT = 20_000;

/** Large files, every answer in the cache, against the obvious rewrite with the usual libraries. */
export async function benchFiles(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bom-audit-bench-'));
  const at = (name: string) => join(folder, name);
  const audit = (file: string): Promise<Measured> =>
    measure(
      [
        PROGRAM,
        'run',
        at(file),
        '--db',
        at('bench.db'),
        '--offline',
        '--quiet',
        '--formats',
        'md',
        '--out',
        at('out'),
      ],
      { exits: [0, 1] },
    );
  const rewrite = (kind: string, file: string): Promise<Measured> =>
    measure(['--import', 'tsx', BASELINES, kind, at(file), at(`rewritten.${kind}`)]);
  try {
    await fillStore(at('bench.db'), DISTINCT);
    await writeCsv(at('small.csv'), 10_000, 10_000);
    await writeCsv(at('big.csv'), 1_000_000, DISTINCT);
    await writeXlsx(at('big.xlsx'), 100_000, DISTINCT);

    const small = await audit('small.csv');
    console.log(`10,000 lines of CSV, all known: ${small.seconds.toFixed(2)} s, ${small.peakMb} MB`);
    const csv = await sideBySide(
      () => audit('big.csv'),
      () => rewrite('csv', 'big.csv'),
      3,
    );
    tell(
      '1,000,000 lines of CSV, 20,000 parts, audited',
      csv[0],
      'csv-parse piped into csv-stringify',
      csv[1],
    );
    const xlsx = await sideBySide(
      () => audit('big.xlsx'),
      () => rewrite('xlsx', 'big.xlsx'),
      3,
    );
    tell('100,000 rows of XLSX, 20,000 parts, audited', xlsx[0], 'exceljs load and write', xlsx[1]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
