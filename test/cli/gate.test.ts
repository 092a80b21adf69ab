import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/cli/clock.ts';
import type { AuditReport } from '../../src/core/report/report.ts';
import type { ReportLine } from '../../src/core/report/report-lines.ts';
import type { RuledUse } from '../../src/core/rule/finding.ts';
import { loadCatalogue } from '../../src/emulator/catalogue.ts';
import type { Product } from '../../src/emulator/documents.ts';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts';
import type { JsonPart } from '../../src/report/json.ts';
import { waivable, waiverFor } from '../../src/report/snippet.ts';
import { type CliResult, cli, workFolder } from '../support/cli.ts';

const DAY = 86_400_000;
const TODAY = Date.parse('2026-11-21T02:00:00Z');
const STATUS = { active: 0, obsolete: 1, discontinued: 2, 'last-buy': 4, nrnd: 7 };

let folder: string;
let emulator: Emulator;
let env: Record<string, string>;
let products: readonly Product[];
let today: number;

beforeEach(async () => {
  folder = workFolder();
  today = TODAY;
  const catalogue = loadCatalogue(undefined, '2026-11-21');
  products = catalogue.products;
  emulator = createEmulator({ catalogue });
  env = { DK_BASE_URL: await emulator.listen(), DK_CLIENT_ID: 'emulator', DK_CLIENT_SECRET: 'emulator' };
});
afterEach(() => emulator.close());

/** What DigiKey says of a part from now on. */
function turn(mpn: string, status: keyof typeof STATUS, more: Partial<Product> = {}): void {
  const product = products.find((one) => one.ManufacturerProductNumber === mpn);
  if (!product) throw new Error(`no ${mpn} in the catalogue`);
  Object.assign(product, { ProductStatus: { Id: STATUS[status], Status: status }, ...more });
}

const lastBuy = (day: string): Partial<Product> => ({ DateLastBuyChance: `${day}T00:00:00` });
const write = (name: string, ...mpns: readonly string[]): void =>
  writeFileSync(
    join(folder, name),
    ['RefDes,MPN,Qty', ...mpns.map((mpn, index) => `U${index + 1},${mpn},2`)].join('\n'),
  );
const configure = (config: object): void =>
  writeFileSync(join(folder, 'audit.config.json'), JSON.stringify(config));
type JsonReport = Omit<AuditReport, 'parts'> & { readonly parts: readonly JsonPart[] };
const asUse = (line: ReportLine): RuledUse => ({ ...line, lines: [] });
const reportOf = (): JsonReport => JSON.parse(readFileSync(join(folder, 'audit-out', 'report.json'), 'utf8'));
const run = (...args: readonly string[]): Promise<CliResult> => {
  today += 60_000;
  const boms = args.some((arg) => arg.endsWith('.csv')) ? [] : ['main.csv'];
  return cli(['run', ...boms, '--formats', 'json', '--refresh', ...args], folder, {
    env,
    clock: { ...systemClock, now: () => today },
  });
};

const [FINE, PART] = ['TL072CP', 'NE555P'];

/** Situations of the part beside one that is fine. */
const SITUATIONS = {
  fine: () => turn(PART, 'active'),
  nrnd: () => turn(PART, 'nrnd'),
  obsolete: () => turn(PART, 'obsolete'),
  'last buy in 100 days': () => turn(PART, 'last-buy', lastBuy('2027-03-01')),
  'last buy without a date': () => turn(PART, 'last-buy'),
  'long lead time': () => turn(PART, 'active', { ManufacturerLeadWeeks: '40' }),
  'no stock': () => turn(PART, 'active', { QuantityAvailable: 0 }),
  'a broker’s stock': () => {
    turn(PART, 'active', { QuantityAvailable: 500 });
    const [variation] = products.find((one) => one.ManufacturerProductNumber === PART)!.ProductVariations;
    Object.assign(variation!, { MarketPlace: true, QuantityAvailableforPackageType: 500 });
  },
} as const;

const POLICIES = {
  default: {},
  'warn only': { failOn: [], warnOn: ['obsolete', 'last-buy'] },
  'fail on nrnd': { failOn: ['nrnd'] },
  'last buy soon': { failOn: [], conditions: [{ when: 'last-buy within 90 days', severity: 'fail' }] },
  'last buy within a year': {
    failOn: [],
    conditions: [{ when: 'last-buy within 365 days', severity: 'fail' }],
  },
  'lead time': { conditions: [{ when: 'lead time over 26 weeks', severity: 'fail' }] },
  stock: { conditions: [{ when: 'no stock', severity: 'fail' }] },
  'stock, only told': { conditions: [{ when: 'no stock', severity: 'warn' }] },
  'lax for main.csv': { boms: [{ files: ['main.csv'], failOn: [] }] },
  'lax elsewhere': { boms: [{ files: ['other/*'], failOn: [] }] },
} as const;

test.each<[keyof typeof POLICIES, keyof typeof SITUATIONS, number, RegExp]>([
  ['default', 'fine', 0, /PASS: all 2 parts are checked and none fails/],
  ['default', 'nrnd', 0, /PASS/],
  ['default', 'obsolete', 1, /FAIL: 1 part is obsolete/],
  ['default', 'last buy in 100 days', 1, /FAIL: 1 part is at last-time buy/],
  ['default', 'last buy without a date', 1, /FAIL/],
  ['default', 'long lead time', 0, /PASS/],
  ['warn only', 'obsolete', 0, /PASS/],
  ['fail on nrnd', 'nrnd', 1, /FAIL: 1 part is not for new designs/],
  ['fail on nrnd', 'obsolete', 0, /PASS/],
  ['last buy soon', 'last buy in 100 days', 0, /PASS/],
  [
    'last buy within a year',
    'last buy in 100 days',
    1,
    /FAIL: 1 part is refused by "last-buy within 365 days"/,
  ],
  ['last buy soon', 'last buy without a date', 1, /FAIL/],
  ['lead time', 'long lead time', 1, /FAIL: 1 part is refused by "lead time over 26 weeks"/],
  ['lead time', 'fine', 0, /PASS/],
  ['stock', 'no stock', 1, /FAIL: 1 part is refused by "no stock"/],
  ['stock', 'a broker’s stock', 1, /FAIL/],
  ['stock', 'fine', 0, /PASS/],
  ['stock, only told', 'no stock', 0, /PASS/],
  ['lax for main.csv', 'obsolete', 0, /PASS/],
  ['lax elsewhere', 'obsolete', 1, /FAIL/],
])('policy "%s", a part that is %s: exit %d', async (policy, situation, exit, says) => {
  write('main.csv', FINE, PART);
  configure({ policy: POLICIES[policy] });
  SITUATIONS[situation]();
  const result = await run();
  expect(result.exit).toBe(exit);
  expect(result.stdout).toMatch(says);
});

describe('what is not known', () => {
  test('is incomplete, whatever the policy tolerates', async () => {
    write('main.csv', FINE, PART);
    configure({ policy: { failOn: [], warnOn: [] } });
    const { exit, stdout } = await run('--offline');
    expect(exit).toBe(3);
    expect(stdout).toMatch(/INCOMPLETE: 2 parts are not checked yet/);
  });

  test('and too much of it is told, for all and for single BOMs', async () => {
    write('main.csv', FINE, PART);
    write('power.csv', FINE);
    configure({ policy: { coverage: 0.5, boms: [{ files: ['power.csv'], coverage: 1 }] } });
    const { stdout } = await run('main.csv', 'power.csv', '--offline');
    expect(stdout).toContain('0 % of the parts are checked, 50 % are required');
    expect(stdout).toContain('0 % of power.csv are checked, 100 % are required');
  });

  test('does not hide what fails', async () => {
    write('main.csv', FINE);
    await run();
    turn(PART, 'obsolete');
    write('main.csv', PART);
    await run();
    write('main.csv', PART, FINE, 'TLC555CP');
    const { exit, stdout } = await cli(['run', 'main.csv', '--formats', 'json', '--offline'], folder, {
      env,
    });
    expect(exit).toBe(1);
    expect(stdout).toMatch(/1 part is obsolete; 1 part is not checked yet/);
  });
});

describe('--fail-on', () => {
  test('overrides the policy of every BOM, and what it leaves out is a warning', async () => {
    write('main.csv', FINE, PART);
    configure({ policy: { boms: [{ files: ['main.csv'], failOn: ['nrnd'] }] } });
    turn(PART, 'nrnd');
    expect((await run()).exit).toBe(1);
    expect((await run('--fail-on', 'obsolete')).exit).toBe(0);
    expect(reportOf().parts[0]).toMatchObject({ mpn: PART, severity: 'warn' });
  });
});

describe('waivers', () => {
  const waiver = (over: object = {}) => ({
    mpn: PART,
    reason: 'A lifetime buy is in the store.',
    owner: 'procurement',
    until: '2027-06-30',
    grantedFor: { lifecycle: 'last-buy', lastBuyDate: '2027-03-01' },
    ...over,
  });

  beforeEach(() => {
    write('main.csv', FINE, PART);
    turn(PART, 'last-buy', lastBuy('2027-03-01'));
  });

  test.each<[string, object, () => void, number, string]>([
    ['holds', {}, () => {}, 0, 'applied'],
    ['has expired', { until: '2026-11-20' }, () => {}, 1, 'expired'],
    [
      'lapses when the date comes nearer',
      {},
      () => turn(PART, 'last-buy', lastBuy('2027-02-28')),
      1,
      'lapsed',
    ],
    ['lapses when the lifecycle gets worse', {}, () => turn(PART, 'obsolete'), 1, 'lapsed'],
    ['holds when the date goes away', {}, () => turn(PART, 'last-buy', lastBuy('2027-09-01')), 0, 'applied'],
    ['is for another BOM', { boms: ['power.csv'] }, () => {}, 1, 'unused'],
    ['is for a pattern', { mpn: 'NE555*' }, () => {}, 0, 'applied'],
    ['is for another part', { mpn: 'NE556*' }, () => {}, 1, 'unused'],
  ])('one that %s', async (_what, over, happens, exit, state) => {
    configure({ waivers: [waiver(over)] });
    happens();
    const result = await run();
    expect(result.exit).toBe(exit);
    const report = reportOf();
    expect(report.waivers).toMatchObject([{ state, owner: 'procurement' }]);
    const index = report.parts.findIndex(({ mpn }) => mpn === PART);
    expect(report.parts[index]).toMatchObject({ bare: 'fail', severity: exit === 0 ? 'waived' : 'fail' });
    if (exit === 0) {
      expect(report.parts[index]?.evidence.join(' ')).toContain('Waived by procurement until 2027-06-30');
      expect(report.parts[index]?.reason).toMatch(/Waived by procurement until 2027-06-30: A lifetime buy/);
      expect(report.waivers[0]?.parts).toEqual([index]);
    }
    if (state === 'lapsed' || state === 'expired') expect(result.stdout).toContain(`1 waiver has ${state}`);
  });

  test('are proposed in a form that holds once they are signed', async () => {
    await run();
    const report = reportOf();
    const parts = report.parts.map((part) => ({ ...part, key: part.mpn, uses: part.lines.map(asUse) }));
    const proposed = waivable({ ...report, parts }).map((part) => ({
      ...waiverFor(part, { ...report, parts }),
      reason: 'A lifetime buy is in the store.',
      owner: 'procurement',
    }));
    configure({ waivers: proposed });
    expect((await run()).exit).toBe(0);
    expect(reportOf().waivers).toMatchObject([{ mpn: PART, state: 'applied' }]);
  });

  test('may stand in a file of their own', async () => {
    mkdirSync(join(folder, 'team'));
    writeFileSync(join(folder, 'team', 'waivers.json'), JSON.stringify([waiver()]));
    configure({ waiversFile: 'team/waivers.json' });
    expect((await run()).exit).toBe(0);
  });
});

describe('--only-new', () => {
  test('fails only on what is introduced or worse since the last complete audit', async () => {
    turn(PART, 'obsolete');
    write('main.csv', PART, FINE);
    expect((await run()).exit).toBe(1);
    const known = await run('--only-new');
    expect(known.exit).toBe(0);
    expect(known.stdout).toMatch(/PASS: all 2 parts are checked and nothing new fails; 1 part fails as in/);
    expect(reportOf().parts[0]).toMatchObject({ mpn: PART, bare: 'fail', severity: 'warn' });

    turn(FINE, 'obsolete');
    const worse = await run('--only-new');
    expect(worse.exit).toBe(1);
    expect(worse.stdout).toMatch(/FAIL: 1 part is obsolete/);
    expect(reportOf().parts[0]).toMatchObject({ mpn: FINE, severity: 'fail', change: 'worsened' });
  });

  test('without an earlier audit everything is new', async () => {
    turn(PART, 'obsolete');
    write('main.csv', PART);
    const { exit, stdout } = await run('--only-new');
    expect(exit).toBe(1);
    expect(stdout).toContain('there is no earlier complete audit of these BOMs');
  });

  test('a baseline may be named', async () => {
    turn(PART, 'obsolete');
    write('main.csv', PART);
    await run('--out', 'old');
    write('main.csv', PART, FINE);
    turn(FINE, 'obsolete');
    const { exit } = await run('--only-new', '--baseline', 'old/report.json');
    expect(exit).toBe(1);
    const { changes, parts } = reportOf();
    expect(changes?.list).toMatchObject([{ kind: 'introduced', mpn: FINE }]);
    expect(parts.map(({ mpn, severity }) => [mpn, severity])).toEqual([
      [FINE, 'fail'],
      [PART, 'warn'],
    ]);
  });

  test.each([
    ['missing', undefined, /cannot be read/],
    ['no JSON', '{', /is no valid JSON/],
    ['another file', '{"schema":"x"}', /is no report\.json/],
  ])('a baseline that is %s is told', async (_what, text, says) => {
    write('main.csv', FINE);
    if (text !== undefined) writeFileSync(join(folder, 'baseline.json'), text);
    const { exit, stderr } = await run('--baseline', 'baseline.json');
    expect(exit).toBe(2);
    expect(stderr).toMatch(says);
  });

  test('an incomplete audit is no baseline', async () => {
    write('main.csv', PART);
    await run('--offline');
    turn(PART, 'obsolete');
    expect((await run('--only-new')).exit).toBe(1);
  });

  test('an audit whose report could not be written is no baseline', async () => {
    turn(PART, 'obsolete');
    write('main.csv', PART);
    mkdirSync(join(folder, 'audit-out', 'report.json'), { recursive: true });
    expect((await run()).exit).toBe(2);
    rmSync(join(folder, 'audit-out'), { recursive: true });
    expect((await run('--only-new')).exit).toBe(1);
  });

  test('BOMs of the same name elsewhere are others', async () => {
    turn(PART, 'obsolete');
    mkdirSync(join(folder, 'other'));
    write('main.csv', PART);
    write('other/main.csv', PART);
    await run('main.csv');
    expect((await run('other/main.csv', '--only-new')).exit).toBe(1);
  });
});

describe('what changed', () => {
  test('is told since the last audit, and the same all day', async () => {
    write('main.csv', FINE, PART);
    await run();
    expect(reportOf().changes).toBeNull();
    today += DAY;
    turn(PART, 'nrnd');
    const { stdout } = await run();
    expect(stdout).toContain('Since 2026-11-21: 1 worsened');
    const first = reportOf();
    expect(first.changes).toMatchObject({
      since: '2026-11-21T02:01:00.000Z',
      baseline: null,
      list: [{ kind: 'worsened', mpn: PART, says: 'It was active, and is nrnd now.' }],
    });
    expect(first.trend).toMatchObject([{ asOf: '2026-11-21T02:01:00.000Z', byLifecycle: { active: 2 } }]);
    await run();
    const { changes, trend } = reportOf();
    expect({ changes, trend }).toEqual({ changes: first.changes, trend: first.trend });
    today += DAY;
    expect((await run()).stdout).toContain('Since 2026-11-22: nothing changed');
  });

  test('a status that is better than last time is a conflict', async () => {
    write('main.csv', PART);
    turn(PART, 'obsolete');
    await run();
    today += DAY;
    turn(PART, 'active');
    await run();
    expect(reportOf().parts[0]?.conflicts).toEqual([
      'DigiKey said obsolete until 2026-11-22, and says active since: ask the maker which is true.',
    ]);
    await run();
    expect(reportOf().parts[0]?.conflicts).toHaveLength(1);
  });
});

describe('last buys', () => {
  test('are worked out over all BOMs, by the boards of each', async () => {
    turn(PART, 'last-buy', lastBuy('2027-03-01'));
    write('main.csv', PART, FINE);
    write('power.csv', PART, PART, 'STM32F103C8T6');
    configure({
      buying: {
        boardsPerYear: { 'main.csv': 500, 'power.csv': 100 },
        years: 2,
        attritionPercent: 2,
        onHand: { ne555p: 40 },
        approvalDays: 10,
        purchasingDays: 4,
      },
    });
    await run('main.csv', 'power.csv');
    const { parts, whereUsed, boms } = reportOf();
    expect(boms.map(({ boardsPerYear }) => boardsPerYear)).toEqual([500, 100]);
    // 2 × 500 + 4 × 100 = 1400 a year; × 2 × 1.02 = 2856; less 40
    expect(parts[0]?.buy).toMatchObject({
      perYear: 1400,
      wanted: 2816,
      decideBy: '2027-02-15',
      daysToDecide: 86,
      onHand: 40,
      currency: 'USD',
    });
    expect(parts[0]?.buy?.quantity).toBeGreaterThanOrEqual(2816);
    expect(parts[0]?.buy?.cost).toBeGreaterThan(0);
    expect(parts[1]?.buy).toBeNull();
    expect(whereUsed).toMatchObject([
      {
        part: 0,
        uses: [
          { quantity: 2, lines: 1 },
          { quantity: 4, lines: 2 },
        ],
      },
    ]);
  });

  test('take --boards-per-year for every BOM', async () => {
    turn(PART, 'obsolete');
    write('main.csv', PART);
    await run('--boards-per-year', '50');
    expect(reportOf().parts[0]?.buy).toMatchObject({ perYear: 100, decideBy: null });
  });
});
