import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit } from '../../src/app/audit.ts';
import { compose } from '../../src/cli/compose.ts';
import { loadSettings, type Settings } from '../../src/config/config.ts';
import type { AuditReport } from '../../src/core/report/report.ts';
import { createEmulator } from '../../src/emulator/emulator.ts';
import { generateProducts } from '../../src/emulator/generate.ts';
import { bomOf } from '../support/bom.ts';
import { mostInAnyMinute } from '../support/minute.ts';
import { auditOptions, unwatched } from '../support/options.ts';
import { type FastClock, fastClock, machineTime } from '../support/pace.ts';
import { naiveLoop } from './naive.ts';

const PARTS = 400;
/** Each part stands on so many rows. */
const ROWS_EACH = 2;
/** Times as fast as the world: ours slowly, so that the machine's own work does not count as the network's. */
const OUR_SPEED = 10;
const NAIVE_SPEED = 60;
const PER_MINUTE = 99;
const ROUNDS = 5;

/** Audits 800 rows of 400 parts against the emulator, beside the loop that asks twice for each row. */
export async function benchPipeline(): Promise<void> {
  const products = generateProducts(1, PARTS);
  const mpns = products.map(({ ManufacturerProductNumber }) => ManufacturerProductNumber);
  const rows = Array.from({ length: ROWS_EACH }, () => mpns).flat();

  const ours = await world(products, OUR_SPEED);
  const { paid, cached } = await auditing(ours.baseUrl, rows, ours.clock);
  await ours.emulator.close();
  const theirs = await world(products, NAIVE_SPEED);
  const naive = await naiveLoop(theirs.baseUrl, rows, theirs.clock);
  await theirs.emulator.close();

  const most = ({ emulator }: World): string =>
    String(
      mostInAnyMinute(
        emulator.state.calls.filter(({ path }) => path.startsWith('/products/')).map(({ wall }) => wall),
      ),
    );
  const line = (what: string, our: string, their: string): void =>
    console.log(`${what}: ${our}; two calls a row: ${their}`);
  line('calls for each part', (paid.requests / PARTS).toFixed(2), (naive.calls / PARTS).toFixed(2));
  line('calls refused as too many', String(paid.refused), String(naive.refused));
  line('most calls in any minute', most(ours), most(theirs));
  line('minutes', (paid.ms / 60_000).toFixed(2), (naive.ms / 60_000).toFixed(2));
  const ideal = Math.floor((PARTS - 1) / PER_MINUTE) * 60_000;
  line(`share of ${PER_MINUTE} calls a minute used`, (ideal / paid.ms).toFixed(3), 'goes over it');
  line('ms for each part that is known', cached.toFixed(3), 'knows none');
}

type World = Awaited<ReturnType<typeof world>>;

async function world(products: ReturnType<typeof generateProducts>, speed: number) {
  const clock = fastClock({ speed, wall: Date.now(), machine: machineTime() });
  const emulator = createEmulator({
    catalogue: { products, substitutes: new Map() },
    latencyMs: [1, 4],
    perDay: 1_000_000,
    now: clock.now,
  });
  return { clock, emulator, baseUrl: await emulator.listen() };
}

interface Paid {
  readonly requests: number;
  readonly refused: number;
  /** In the emulator's time. */
  readonly ms: number;
}

/** The first audit, which pays, and the real milliseconds for each part of the later ones, which do not. */
async function auditing(
  baseUrl: string,
  rows: readonly string[],
  clock: FastClock,
): Promise<{ paid: Paid; cached: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'bom-audit-bench-'));
  const env = { DK_BASE_URL: baseUrl, DK_CLIENT_ID: 'emulator', DK_CLIENT_SECRET: 'emulator' };
  const settings = loadSettings({ db: join(folder, 'bench.db') }, env, folder);
  const began = clock.uptime();
  const { quota } = await auditOnce(rows, settings, folder, clock);
  const ms = clock.uptime() - began;
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await auditOnce(rows, settings, folder, clock);
    best = Math.min(best, performance.now() - start);
  }
  rmSync(folder, { recursive: true });
  return {
    paid: { requests: quota.requests, refused: quota.calls.tooMany, ms },
    cached: best / PARTS,
  };
}

async function auditOnce(
  rows: readonly string[],
  settings: Settings,
  folder: string,
  clock: FastClock,
): Promise<AuditReport> {
  const composition = compose(settings, {
    clock,
    env: process.env,
    random: Math.random,
    stderr: process.stderr,
  });
  const boms = [bomOf(rows)];
  try {
    const { report } = await audit(boms, composition, auditOptions(settings, boms, folder), unwatched());
    return report;
  } finally {
    composition.close();
  }
}
