import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotateFile } from '../../src/bom/annotate/annotate.ts';
import { readBoms } from '../../src/bom/read.ts';
import { AuditError } from '../../src/core/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'bom-audit-damaged-'));
const demo = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/boms/demo/${name}`, import.meta.url)));
const SOURCES = { csv: demo('controller.csv'), xlsx: demo('power-supply.xlsx') };

/** Reads and annotates; undefined when it went well, else the fault. Anything but an `AuditError` passes through. */
async function faultOf(bytes: Uint8Array | string, name: string): Promise<AuditError | undefined> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  try {
    const boms = await readBoms({ name, path });
    const tables = boms.map((bom) => ({ ...bom, cellsOf: () => undefined }));
    await annotateFile(path, `${path}.out`, tables);
    return undefined;
  } catch (error) {
    if (error instanceof AuditError) return error;
    throw error;
  }
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const damage = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), places: fc.array(share, { minLength: 1, maxLength: 20 }) }),
  fc.record({ kind: fc.constant('cut' as const), places: fc.tuple(share) }),
  fc.record({ kind: fc.constant('splice' as const), places: fc.tuple(share, share) }),
);

function damaged(
  source: Buffer,
  { kind, places }: { kind: 'flip' | 'cut' | 'splice'; places: number[] },
): Buffer {
  const [first = 0, second = 0] = places.map((place) => Math.floor(place * (source.length - 1)));
  if (kind === 'cut') return source.subarray(0, first);
  if (kind === 'splice') return Buffer.concat([source.subarray(0, first), source.subarray(second)]);
  const flipped = Buffer.from(source);
  for (const place of places)
    flipped[Math.floor(place * (source.length - 1))]! ^= 1 << (Math.floor(place * 1e6) % 8);
  return flipped;
}

test.each(['csv', 'xlsx'] as const)('a damaged %s is read or refused, never a crash', async (kind) => {
  await fc.assert(
    fc.asyncProperty(damage, async (how) => {
      await faultOf(damaged(SOURCES[kind], how), `bom.${kind}`);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['a million columns', `MPN${',x'.repeat(1_000_000)}\nNE555P${',1'.repeat(1_000_000)}\n`],
  ['one cell of ten million characters', `MPN,Qty\n${'N'.repeat(10_000_000)},1\n`],
  ['a quote that never ends', `MPN,Qty\n"NE555P,1\n${'LM358N,2\n'.repeat(200_000)}`],
  ['nothing but quotes', '"'.repeat(3_000_000)],
  ['nothing but line ends', '\n'.repeat(3_000_000)],
])('%s end in a refusal', { timeout: 120_000 }, async (_title, text) => {
  expect(await faultOf(text, 'huge.csv')).toBeInstanceOf(AuditError);
});

const UNITS = [
  ' ',
  '\t',
  '\u00a0',
  ',',
  ';',
  '(',
  ')',
  '-',
  '.',
  '=',
  '_',
  '/',
  '~',
  '\\,',
  "'",
  '[',
  '{',
  '<',
  '1',
  'A',
  'é',
  'Б',
];
const WORDS = [
  'a ',
  'R1 ',
  'R1-',
  'C1-C2 ',
  '. ',
  ' -',
  '1.',
  ' or ',
  'or eq',
  '(DNP)',
  'EOL) ',
  'N/A',
  '://',
  '\u200b',
];

test.each([...UNITS, ...WORDS])(
  'a cell of a hundred thousand times %j is read at once, in any column',
  async (unit) => {
    const long = `"X${unit.repeat(100_000 / unit.length)}!"`;
    const started = performance.now();
    for (const column of [0, 1, 2, 3, 4]) {
      const row = ['R1', 'NE555P', 'TI', '1', 'Timer'].with(column, long).join();
      await faultOf(
        `Designator,MPN,Manufacturer,Qty,Description\nR2,LM358N,TI,1,Amplifier\n${row}\n`,
        'long.csv',
      );
    }
    expect(performance.now() - started).toBeLessThan(10_000);
  },
);

test('what is too long for a part number is left out, and the line says so', async () => {
  const path = join(folder, 'endless.csv');
  writeFileSync(path, `Designator,MPN,Qty\nR1,LM358N,1\nR2,${'X1'.repeat(500)},1\nR3,NE555P,1\n`);
  const [bom] = await readBoms({ name: 'endless.csv', path });
  expect(Array.from(bom?.lines ?? [], ({ parts }) => parts.length)).toEqual([1, 0, 1]);
  expect(bom?.lines.at(1)?.notes).toEqual([
    expect.stringMatching(/^"(X1){30}…" does not look like a part number/),
  ]);
});
