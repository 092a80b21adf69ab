import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AuditReport } from '../../src/core/report/report.ts';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts';
import type { EmulatorOptions } from '../../src/emulator/settings.ts';
import type { JsonPart } from '../../src/report/json.ts';
import { cli, workFolder } from '../support/cli.ts';

let folder: string;
let emulator: Emulator;
let env: Record<string, string>;

async function start(options: EmulatorOptions = {}): Promise<void> {
  emulator = createEmulator(options);
  env = { DK_BASE_URL: await emulator.listen(), DK_CLIENT_ID: 'emulator', DK_CLIENT_SECRET: 'emulator' };
}

beforeEach(async () => {
  folder = workFolder();
  env = {};
  await start();
});
afterEach(() => emulator.close());

const BOM = `Designator,Manufacturer Part Number,Manufacturer,Qty
U1,NE555P,Texas Instruments,1
"U2,U3",STM32F103C8T6,STMicroelectronics,2
Q1,2N3904,,1
Q2,2N3904,onsemi,1
U4,STM32F103C8T,STMicroelectronics,1
U5,XX-NOSUCH-1,Nobody,1
R1,,,1
U6,ne555p,TI,1
`;

const write = (name: string, text = BOM): void => writeFileSync(join(folder, name), text);
const searches = (): string[] => emulator.state.calls.flatMap(({ keywords }) => keywords ?? []);
type JsonReport = Omit<AuditReport, 'parts'> & { readonly parts: readonly JsonPart[] };
const reportOf = (out = 'audit-out'): JsonReport =>
  JSON.parse(readFileSync(join(folder, out, 'report.json'), 'utf8'));
const cellsOf = (name: string): Record<string, string>[] =>
  parse(readFileSync(join(folder, 'audit-out', name)), { columns: true, bom: true });

/** What may differ between a disturbed and an undisturbed audit. */
function lasting({ quota, asOf, parts, ...report }: JsonReport): object {
  const lastingPart = ({ source, observedAt, witnesses, ...part }: JsonReport['parts'][number]) => ({
    ...part,
    witnesses: witnesses.map((one) => ({ ...one, observedAt: null })),
  });
  return { ...report, parts: parts.map(lastingPart) };
}

describe('an audit', () => {
  test('asks each number once, in one call, and writes everything', async () => {
    write('main.csv');
    const { exit, stdout } = await cli(['run', 'main.csv'], folder, { env });
    expect(exit).toBe(0);
    expect(stdout).toContain('PASS');
    expect(searches().sort()).toEqual(['2N3904', 'NE555P', 'STM32F103C8T', 'STM32F103C8T6', 'XX-NOSUCH-1']);
    expect(emulator.state.calls.filter(({ path }) => path.includes('productdetails'))).toEqual([]);
    expect(readdirSync(join(folder, 'audit-out')).sort()).toEqual([
      'main.audited.csv',
      'report.csv',
      'report.html',
      'report.json',
      'report.md',
      'report.xlsx',
    ]);
  });

  test('reports each part with its lines, and each line in the annotated BOM', async () => {
    write('main.csv');
    await cli(['run', 'main.csv'], folder, { env });
    const report = reportOf();
    expect(report.parts.map(({ mpn, manufacturer, match }) => [mpn, manufacturer, match])).toEqual(
      expect.arrayContaining([
        ['NE555P', 'Texas Instruments', 'exact'],
        ['2N3904', null, 'ambiguous'],
        ['2N3904', 'onsemi', 'exact'],
        ['STM32F103C8T', 'STMicroelectronics', 'near'],
        ['XX-NOSUCH-1', 'Nobody', 'not-found'],
      ]),
    );
    expect(report.parts.find(({ mpn }) => mpn === 'NE555P')?.lines.map(({ row }) => row)).toEqual([2, 9]);
    expect(report.totals).toMatchObject({ lineItems: 8, parts: 6, checked: 6, coverage: 1 });
    expect(report.totals.byMatch).toMatchObject({ 'no-mpn': 1 });
    expect(
      cellsOf('main.audited.csv').map((row) => [row.Designator, row['Audit Match'], row['Audit Lifecycle']]),
    ).toEqual([
      ['U1', 'exact', 'active'],
      ['U2,U3', 'exact', 'active'],
      ['Q1', 'ambiguous', 'unknown'],
      ['Q2', 'exact', 'distributor-discontinued'],
      ['U4', 'near', 'unknown'],
      ['U5', 'not-found', 'unknown'],
      ['R1', 'no-mpn', 'unknown'],
      ['U6', 'exact', 'active'],
    ]);
  });

  test('fails where the policy says so', async () => {
    write('main.csv');
    const { exit, stdout } = await cli(['run', 'main.csv', '--fail-on', 'not-found,ambiguous'], folder, {
      env,
    });
    expect(exit).toBe(1);
    expect(stdout).toMatch(/FAIL: .*1 part is ambiguous between makers.*1 part is not found/);
  });

  test('asks again nothing that it knows', async () => {
    write('main.csv');
    await cli(['run', 'main.csv'], folder, { env });
    const first = reportOf();
    const calls = emulator.state.calls.length;
    await cli(['run', 'main.csv'], folder, { env });
    expect(emulator.state.calls).toHaveLength(calls);
    expect(lasting(reportOf())).toEqual(lasting(first));
    expect(reportOf().quota).toMatchObject({ requests: 0, fromCache: 6 });
  });

  test('asks again with --refresh, and when an answer is older than --max-age', async () => {
    write('main.csv');
    await cli(['run', 'main.csv'], folder, { env });
    await cli(['run', 'main.csv', '--refresh'], folder, { env });
    expect(searches()).toHaveLength(10);
    await cli(['run', 'main.csv', '--max-age', '0'], folder, { env });
    expect(searches()).toHaveLength(15);
  });

  test('offline says what was never asked, and sends nothing', async () => {
    write('main.csv');
    const { exit, stdout } = await cli(['run', 'main.csv', '--offline'], folder, { env: {} });
    expect(exit).toBe(3);
    expect(stdout).toContain('INCOMPLETE: 6 parts are not checked yet');
    expect(emulator.state.calls).toEqual([]);
    expect(reportOf().parts.every(({ match }) => match === 'unchecked')).toBe(true);
  });

  test('prints its report and nothing else on standard output with --json', async () => {
    write('main.csv');
    const { stdout } = await cli(['run', 'main.csv', '--json'], folder, { env });
    expect(JSON.parse(stdout)).toEqual(reportOf());
  });

  test('reads CSV from standard input', async () => {
    const { exit } = await cli(['run', '-'], folder, { env, input: BOM });
    expect(exit).toBe(0);
    expect(reportOf().boms[0]).toMatchObject({ file: '-', annotated: 'stdin.audited.csv', lineItems: 8 });
  });

  test('asks a part once over several BOMs, and keeps BOMs of one name apart', async () => {
    mkdirSync(join(folder, 'a'));
    mkdirSync(join(folder, 'b'));
    write('a/main.csv');
    write('b/main.csv', 'MPN,Maker\nNE555P,TI\nTL072CP,TI\n');
    await cli(['run', 'a/main.csv', 'b/main.csv'], folder, { env });
    expect(searches().filter((text) => text === 'NE555P')).toHaveLength(1);
    expect(reportOf().boms.map(({ annotated }) => annotated)).toEqual([
      'main.audited.csv',
      'main-2.audited.csv',
    ]);
    expect(
      reportOf()
        .parts.find(({ mpn }) => mpn === 'NE555P')
        ?.lines.map(({ bom }) => bom),
    ).toEqual([0, 0, 1]);
  });
});

describe('the annotated copy', () => {
  test('is the input, byte for byte, with cells added', async () => {
    const text = `\uFEFFTitle;;\r\n"Part; no";MPN;Qty\r\nx;NE555P;1\r\n`;
    write('odd.csv', text);
    await cli(['run', 'odd.csv', '--mpn-column', 'MPN'], folder, { env });
    const lines = readFileSync(join(folder, 'audit-out', 'odd.audited.csv'), 'utf8').split('\r\n');
    for (const [index, line] of text.split('\r\n').entries())
      expect(lines[index]?.startsWith(line)).toBe(true);
    expect(lines[2]).toContain(';active;');
  });

  test('of an annotated copy has the columns once', async () => {
    write('main.csv');
    await cli(['run', 'main.csv'], folder, { env });
    const once = readFileSync(join(folder, 'audit-out', 'main.audited.csv'));
    writeFileSync(join(folder, 'again.csv'), once);
    await cli(['run', 'again.csv'], folder, { env });
    expect(readFileSync(join(folder, 'audit-out', 'again.audited.csv'))).toEqual(once);
  });
});

describe('what goes wrong on the way', () => {
  test.each([
    ['a wrong secret', { DK_CLIENT_SECRET: 'wrong-secret-9' }, /client secret[\s\S]*DK_CLIENT_SECRET/],
    ['a wrong id', { DK_CLIENT_ID: 'wrong' }, /DK_CLIENT_ID/],
  ])('%s ends the run at once, names the variable, and writes nothing', async (_what, over, says) => {
    write('main.csv');
    const { exit, stderr } = await cli(['run', 'main.csv'], folder, { env: { ...env, ...over } });
    expect(exit).toBe(2);
    expect(stderr).toMatch(says);
    expect(stderr).not.toContain('wrong-secret-9');
    expect(readdirSync(join(folder, 'audit-out'))).toEqual([]);
  });

  test('a fault in the middle leaves the same report, and is never stored', async () => {
    write('main.csv');
    await cli(['run', 'main.csv', '--out', 'calm'], folder, { env });
    emulator.state.faults.push({ fault: { status: 503 }, at: 2 }, { fault: 'garbage', at: 4 });
    await cli(['run', 'main.csv', '--out', 'rough', '--refresh'], folder, { env });
    expect(lasting(reportOf('rough'))).toEqual({
      ...lasting(reportOf('calm')),
      boms: expect.anything(),
    });
  });

  test('a BOM that is changed while it is audited is not annotated, and the next run goes on', async () => {
    await emulator.close();
    await start({ latencyMs: [100, 100] });
    write('main.csv');
    const running = cli(['run', 'main.csv'], folder, { env });
    await vi.waitFor(() => expect(searches()).not.toEqual([]));
    write('main.csv', BOM.replace('U1,', 'U0,LM358N,,1\nU1,'));
    const { exit, stderr } = await running;
    expect(exit).toBe(3);
    expect(stderr).toMatch(/main\.csv was changed or removed.*\n.*Run the same command again/);
    expect(readdirSync(join(folder, 'audit-out'))).not.toContain('main.audited.csv');
    expect(reportOf()).toMatchObject({
      verdict: 'incomplete',
      reasons: expect.arrayContaining([
        'main.audited.csv could not be written: main.csv was changed or removed while it was audited',
      ]),
    });
    await cli(['run', 'main.csv'], folder, { env });
    expect(searches()).toHaveLength(6);
    expect(cellsOf('main.audited.csv')).toHaveLength(9);
  });

  test('a day that is spent ends the run with what is known, and the next one goes on', async () => {
    await emulator.close();
    await start({ perDay: 2 });
    write('main.csv');
    const first = await cli(['run', 'main.csv'], folder, { env });
    expect(first.exit).toBe(3);
    expect(first.stderr).toMatch(/quota of calls for this day is spent[\s\S]*after \d{4}-\d\d-\d\dT00:00:00/);
    expect(reportOf()).toMatchObject({ verdict: 'incomplete', totals: { checked: expect.any(Number) } });
    expect(reportOf().totals.checked).toBeLessThan(6);
  });
});

describe('plan', () => {
  test('names an encoding that was found out', async () => {
    const latin = Buffer.from(
      'Teil;Hersteller-Nr.;Menge\nWiderstand für LED;RC0402FR-0710KL;2\nDiode;1N4148W;1\n',
      'latin1',
    );
    writeFileSync(join(folder, 'latin.csv'), latin);
    write('main.csv');
    const { stdout } = await cli(['plan', 'latin.csv', 'main.csv'], folder, { env });
    expect(stdout).toMatch(/^latin\.csv: 2 lines, header in row 1, read as windows-1252$/m);
    expect(stdout).toMatch(/^main\.csv: 8 lines, header in row 1$/m);
  });

  test('says what a run would ask, and sends nothing', async () => {
    write('main.csv');
    const before = JSON.parse((await cli(['plan', 'main.csv', '--json'], folder, { env })).stdout);
    expect(before).toMatchObject({
      parts: 6,
      fresh: 0,
      stale: 0,
      missing: 6,
      requests: 5,
      minutes: 0.1,
      days: 1,
    });
    expect(before.boms[0]).toMatchObject({
      lineItems: 8,
      mpnLines: 7,
      uniqueMpns: 5,
      columns: { quantity: 'Qty' },
    });
    expect(emulator.state.calls).toEqual([]);
    await cli(['run', 'main.csv'], folder, { env });
    const after = JSON.parse((await cli(['plan', 'main.csv', '--json'], folder, { env })).stdout);
    expect(after).toMatchObject({ fresh: 6, missing: 0, requests: 0, days: 0 });
  });
});

describe('part', () => {
  test.each([
    ['NE555P', [], 'exact', 0],
    ['2N3904', [], 'ambiguous', 0],
    ['2N3904', ['--manufacturer', 'ON Semiconductor'], 'normalized', 0],
    ['XX-NOSUCH-1', [], 'not-found', 0],
  ])('%s %j: %s', async (mpn, flags, match, exit) => {
    const result = await cli(['part', mpn, ...flags, '--json'], folder, { env });
    expect(result.exit).toBe(exit);
    expect(JSON.parse(result.stdout)).toMatchObject({
      match,
      valid: match === 'exact' || match === 'normalized',
    });
  });
});
