/**
 * Reads every BOM of the collection at ../shared/boms and compares what is read with its ground truth, file by file.
 * Run as `node --import tsx test/corpus/corpus.ts`; prints `skipped` when the collection is not there.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ReadBom, readWithReasons } from '../../src/bom/read.ts';
import { AuditError } from '../../src/core/errors.ts';

interface Truth {
  readonly file: string;
  readonly container: string;
  readonly ground_truth: boolean;
  readonly sheet: string | null;
  readonly header_row: number | null;
  readonly mpn_column_numbers: readonly number[];
  readonly manufacturer_column_numbers: readonly number[];
  readonly quantity_column_number: number | null;
  readonly designator_column_number: number | null;
  readonly line_items: number;
  readonly mpn_lines: number;
  readonly unique_mpns: number;
  readonly dnp_lines: number;
}

const MEASURES = [
  'sheet',
  'header',
  'mpn',
  'maker',
  'quantity',
  'designators',
  'lines',
  'mpnLines',
  'unique',
] as const;
type Facts = Readonly<Record<(typeof MEASURES)[number], unknown>>;

const COLLECTION = fileURLToPath(new URL(process.env.BOMS ?? '../../../shared/boms/', import.meta.url));

function factsOf({ bom, reason }: ReadBom): Facts {
  const numbers = (role: string) =>
    reason.columns.filter((column) => column.role === role).map(({ number }) => number);
  const named = [...bom.lines].filter(({ parts }) => parts.length > 0);
  const mpns = named.flatMap(({ parts }) => parts.map(({ mpn }) => mpn.toUpperCase()));
  return {
    sheet: bom.sheet,
    header: bom.headerRow,
    mpn: sorted(numbers('mpn')),
    maker: sorted(numbers('manufacturer')),
    quantity: numbers('quantity')[0] ?? null,
    designators: numbers('designators')[0] ?? null,
    lines: bom.lines.length,
    mpnLines: named.length,
    unique: new Set(mpns).size,
  };
}

function factsOfTruth(truth: Truth): Facts {
  return {
    sheet: truth.sheet ?? null,
    header: truth.header_row ?? null,
    mpn: sorted(truth.mpn_column_numbers),
    maker: sorted(truth.manufacturer_column_numbers ?? []),
    quantity: truth.quantity_column_number ?? null,
    designators: truth.designator_column_number ?? null,
    lines: truth.line_items,
    mpnLines: truth.mpn_lines,
    unique: truth.unique_mpns,
  };
}

function sorted(numbers: readonly number[]): string {
  return [...numbers].sort((left, right) => left - right).join(' ');
}

async function attempt(file: string): Promise<readonly ReadBom[] | AuditError> {
  try {
    return await readWithReasons({ name: file, path: `${COLLECTION}files/${file}` });
  } catch (error) {
    if (error instanceof AuditError) return error;
    throw error;
  }
}

/** What is wrong with the reading of one file, measure by measure; empty when nothing is. */
function compare(truth: Truth, read: readonly ReadBom[] | AuditError): readonly string[] {
  const mustRefuse = truth.mpn_column_numbers.length === 0 || !['text', 'ooxml'].includes(truth.container);
  if (read instanceof AuditError) return mustRefuse ? [] : [`refused: ${read.message}`];
  const expected = factsOfTruth(truth);
  const best = read.find(({ bom }) => bom.sheet === expected.sheet) ?? read[0]!;
  if (mustRefuse) return best.bom.warnings.length > 0 ? [] : ['accepted without a warning'];
  const facts = factsOf(best);
  return MEASURES.filter((measure) => facts[measure] !== expected[measure]).map(
    (measure) => `${measure} ${facts[measure]} not ${expected[measure]}`,
  );
}

async function main(): Promise<void> {
  if (!existsSync(COLLECTION)) {
    console.log('skipped: there is no collection of BOMs beside this repository');
    return;
  }
  const isVerbose = process.argv.includes('--verbose');
  const tally = new Map<string, number>();
  const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);
  const truths = readFileSync(`${COLLECTION}manifest.jsonl`, 'utf8').trim().split('\n');
  for (const truth of truths.map((line): Truth => JSON.parse(line))) {
    const read = await attempt(truth.file);
    const wrong = truth.ground_truth ? compare(truth, read) : [];
    const verdict = truth.ground_truth ? (wrong.length === 0 ? 'right' : 'wrong') : 'unjudged';
    count(verdict);
    console.log(`${verdict.padEnd(9)}${truth.file}`);
    for (const one of wrong) {
      count(`  ${one.split(' ')[0]} wrong`);
      console.log(`        ${one}`);
    }
    if (isVerbose) describe(read);
  }
  for (const [what, times] of tally) console.log(`${String(times).padStart(4)} ${what}`);
}

function describe(read: readonly ReadBom[] | AuditError): void {
  if (read instanceof AuditError) {
    console.log(`        ${read.message}\n        ${read.hint ?? ''}`);
    return;
  }
  for (const { bom, reason } of read) {
    const columns = reason.columns.map(({ role, letter, name }) => `${role} ${letter} "${name}"`).join(', ');
    const unfitted = [...bom.lines].filter(({ fitted }) => !fitted).length;
    console.log(
      `        ${bom.sheet ?? ''} row ${bom.headerRow}: ${columns}; ${bom.lines.length} lines, ${unfitted} not fitted`,
    );
    for (const warning of bom.warnings) console.log(`        ! ${warning}`);
    for (const { row, message } of bom.problems) console.log(`        ? ${row}: ${message}`);
  }
}

await main();
