import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Audited, type AuditOptions, audit, type Watch } from '../../src/app/audit.ts';
import { loadSettings } from '../../src/config/config.ts';
import type { Bom } from '../../src/core/bom/line.ts';
import type { AuditReport, ReportPart } from '../../src/core/report/report.ts';
import { createEmulator, type Emulator } from '../../src/emulator/emulator.ts';
import { generateProducts } from '../../src/emulator/generate.ts';
import type { EmulatorOptions } from '../../src/emulator/settings.ts';
import { createLimiter } from '../../src/limiter/bottleneck.ts';
import { quotaSpent } from '../../src/limiter/quota.ts';
import type { Limiter, Log, Provider } from '../../src/ports.ts';
import { createDigiKey } from '../../src/sources/digikey/client.ts';
import { createOAuth, type OAuth } from '../../src/sources/digikey/oauth.ts';
import { createTokenSource, type TokenSource } from '../../src/sources/digikey/token.ts';
import { createCall } from '../../src/sources/http.ts';
import { createMeter } from '../../src/sources/meter.ts';
import { openStore, type Store } from '../../src/store/sqlite.ts';
import { NOON } from './clock.ts';
import { quickFolder } from './folder.ts';
import { auditOptions, unwatched } from './options.ts';
import { type FastClock, fastClock, machineTime, type Pace } from './pace.ts';

/** Made-up products without dates, so that what is said of them is the same on every day. */
export const PRODUCTS = generateProducts(1, 400).filter(
  ({ DateLastBuyChance }) => DateLastBuyChance === null,
);
export const MPNS = PRODUCTS.map(({ ManufacturerProductNumber }) => ManufacturerProductNumber);

/** One process of bom-audit, without its command line. */
export interface Run {
  readonly provider: Provider;
  readonly limiter: Limiter;
  readonly store: Store;
  readonly oauth: OAuth;
  audit(boms: readonly Bom[], over?: Partial<AuditOptions>, watch?: Partial<Watch>): Promise<Audited>;
  close(): void;
}

export interface RunOptions {
  readonly path?: string;
  readonly budget?: number;
  readonly perMinute?: number;
  readonly perDay?: number;
  readonly log?: Log;
  readonly secret?: string;
  /** Another server than the emulator. */
  readonly baseUrl?: string;
  readonly tokens?: TokenSource;
}

export interface Emulated {
  readonly emulator: Emulator;
  readonly baseUrl: string;
  readonly clock: FastClock;
  /** The database of runs that name no other. */
  readonly path: string;
  run(options?: RunOptions): Run;
  /** Product calls that the emulator has seen. */
  calls(): Emulator['state']['calls'];
  /** The part numbers that were searched, in order. */
  searched(): readonly string[];
}

/** Calls in flight of one run. */
export const AT_ONCE = 4;
/** Real milliseconds that a call may take. */
const TIMEOUT = 500;
const silent: Log = { debug() {}, warn() {} };

/** An emulator and runs against it, in a time that runs `speed` times as fast as the world's. */
export async function emulated(
  options: EmulatorOptions & { readonly speed?: number; readonly pace?: Pace } = {},
): Promise<Emulated> {
  const { pace = { speed: options.speed ?? 1_000, wall: NOON, machine: machineTime() }, ...server } = options;
  const { speed } = pace;
  const clock = fastClock(pace);
  const catalogue = { products: PRODUCTS, substitutes: new Map() };
  const emulator = createEmulator({ catalogue, now: clock.now, perMinute: 1_000_000, ...server });
  const baseUrl = await emulator.listen();
  const path = join(quickFolder(), 'test.db');
  onTestFinished(() => emulator.close());

  const settings = loadSettings({}, {}, dirname(path));
  const calls = () => emulator.state.calls.filter((call) => call.path.startsWith('/products/'));

  function run(over: RunOptions = {}): Run {
    const store = openStore({ path: over.path ?? path, clock, callTimeout: TIMEOUT * speed });
    const limiter = createLimiter({
      pace: { bucket: 'test', perMinute: over.perMinute ?? 1_000_000, perDay: over.perDay ?? 1_000 },
      atOnce: AT_ONCE,
      budget: over.budget ?? null,
      ledger: store.ledger,
      clock,
    });
    const client = { baseUrl, id: 'emulator', secret: over.secret ?? 'emulator' };
    const timing = { call: createCall(), clock, random: () => 0.5, timeoutMs: TIMEOUT };
    const oauth = createOAuth({ client, ...timing });
    const provider = createDigiKey({
      id: 'emulator',
      baseUrl: over.baseUrl ?? baseUrl,
      clientId: client.id,
      locale: { site: 'US', language: 'en', currency: 'USD' },
      tokens: over.tokens ?? createTokenSource((_refused, signal) => oauth.clientCredentials(signal), clock),
      statusWords: {},
      quotaSpent,
      limiter,
      log: over.log ?? silent,
      meter: createMeter(),
      ...timing,
    });
    return {
      provider,
      limiter,
      store,
      oauth,
      audit: (boms, changes = {}, watch = {}) =>
        audit(
          boms,
          { ...store, provider, limiter, clock },
          { ...auditOptions(settings, boms, dirname(path)), atOnce: AT_ONCE, ...changes },
          { ...unwatched(), ...watch },
        ),
      close: store.close,
    };
  }

  return {
    emulator,
    baseUrl,
    clock,
    path,
    run,
    calls,
    searched: () => calls().flatMap(({ keywords }) => keywords ?? []),
  };
}

/** What a disturbed audit must share with an undisturbed one: all but quota, source and time. */
export function lasting({ quota, asOf, parts, ...report }: AuditReport): object {
  const lastingPart = ({ source, observedAt, witnesses, ...part }: ReportPart) => ({
    ...part,
    witnesses: witnesses.map((one) => ({ ...one, observedAt: null })),
  });
  return { ...report, parts: parts.map(lastingPart) };
}
