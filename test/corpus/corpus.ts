/**
 * Reads every BOM of a collection and compares what is read with its ground truth, file by file, then in a table by the
 * kind of fault. Run as `npm run corpus -- [FOLDER] [--verbose]`; prints `skipped` when the folder is not there.
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
type Measure = (typeof MEASURES)[number];
type Facts = Readonly<Record<Measure, unknown>>;

const [, , ...ARGUMENTS] = process.argv;
const NEXT_TO_US = fileURLToPath(new URL('../../../shared/boms', import.meta.url));
const COLLECTION = `${ARGUMENTS.find((argument) => !argument.startsWith('--')) ?? NEXT_TO_US}/`;

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

/** How a measure of one file came out. */
type Outcome = 'right' | 'told' | 'silent' | 'refused';

interface Judgement {
  readonly outcomes: ReadonlyMap<Measure, Outcome>;
  /** What is wrong, in words. */
  readonly faults: readonly string[];
}

/** Every measure of one file: a wrong one is told when anything was said of the reading, and silent when nothing was. */
function judge(truth: Truth, read: readonly ReadBom[] | AuditError): Judgement {
  const all = (outcome: Outcome, faults: readonly string[]): Judgement => ({
    outcomes: new Map(MEASURES.map((measure) => [measure, outcome])),
    faults,
  });
  const mustRefuse = truth.mpn_column_numbers.length === 0 || !['text', 'ooxml'].includes(truth.container);
  if (read instanceof AuditError)
    return mustRefuse ? all('right', []) : all('refused', [`refused: ${read.message}`]);
  const expected = factsOfTruth(truth);
  const best = read.find(({ bom }) => bom.sheet === expected.sheet) ?? read[0]!;
  const isTold = best.bom.warnings.length + best.bom.problems.length > 0;
  if (mustRefuse) return isTold ? all('right', []) : all('silent', ['accepted without a warning']);
  const facts = factsOf(best);
  const isRight = (measure: Measure) => facts[measure] === expected[measure];
  return {
    outcomes: new Map(
      MEASURES.map((measure) => [measure, isRight(measure) ? 'right' : isTold ? 'told' : 'silent']),
    ),
    faults: MEASURES.filter((measure) => !isRight(measure)).map(
      (measure) => `${measure} ${facts[measure]} not ${expected[measure]}`,
    ),
  };
}

function main(): Promise<void> {
  if (existsSync(`${COLLECTION}manifest.jsonl`)) return judgeAll();
  console.log('skipped: there is no collection of BOMs beside this repository');
  return Promise.resolve();
}

async function judgeAll(): Promise<void> {
  const isVerbose = ARGUMENTS.includes('--verbose');
  const judgements: Judgement[] = [];
  const truths = readFileSync(`${COLLECTION}manifest.jsonl`, 'utf8').trim().split('\n');
  for (const truth of truths.map((line): Truth => JSON.parse(line))) {
    const read = await attempt(truth.file);
    const judgement = truth.ground_truth ? judge(truth, read) : null;
    const verdict = judgement === null ? 'unjudged' : judgement.faults.length === 0 ? 'right' : 'wrong';
    console.log(`${verdict.padEnd(9)}${truth.file}`);
    for (const one of judgement?.faults ?? []) console.log(`        ${one}`);
    if (judgement !== null) judgements.push(judgement);
    if (isVerbose) describe(read);
  }
  printTable(judgements);
}

/** For each kind of fault, in how many files it does not occur, was told, was not told, or was prevented by a refusal. */
function printTable(judgements: readonly Judgement[]): void {
  const outcomes: readonly Outcome[] = ['right', 'told', 'silent', 'refused'];
  const row = (name: string, cells: readonly (string | number)[]) =>
    console.log(name.padEnd(14) + cells.map((cell) => String(cell).padStart(9)).join(''));
  row('\nkind of fault', [' right', 'told', 'silent', 'refused']);
  for (const measure of MEASURES) {
    row(
      measure,
      outcomes.map((outcome) => judgements.filter((one) => one.outcomes.get(measure) === outcome).length),
    );
  }
  const whole = judgements.filter(({ faults }) => faults.length === 0).length;
  console.log(`\n${whole} of ${judgements.length} files are read wholly right.`);
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
