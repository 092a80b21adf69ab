import { loadCatalogue, SHIPPED_CATALOGUE } from './catalogue.ts';
import { utcDay } from './days.ts';
import type { Catalogue } from './documents.ts';
import type { ErrorShape } from './refusal.ts';
import type { Client, Lifetimes } from './tokens.ts';

export interface EmulatorOptions {
  /** The shipped one, its last-buy dates counted from `today`. */
  readonly catalogue?: Catalogue;
  /** YYYY-MM-DD; the UTC day of `now`. Used for the shipped catalogue only. */
  readonly today?: string;
  /** One whose id and secret are both `emulator`. */
  readonly clients?: readonly Client[];
  /** Product calls in any rolling minute: 120. Infinity for none refused. */
  readonly perMinute?: number;
  /** Product calls in a UTC day: 1000. */
  readonly perDay?: number;
  /** How long each answer takes: 0, or between two values. */
  readonly latencyMs?: number | readonly [number, number];
  /** Milliseconds since 1970, for limits and lifetimes: the machine's clock. */
  readonly now?: () => number;
  /** Seconds that access tokens live: 599 two-legged and 1799 three-legged. */
  readonly tokenLifetime?: number;
  /** `problem`. */
  readonly errorShape?: ErrorShape;
  /** `new`: "Discontinued at DigiKey"; `old`: "Discontinued at Digi-Key". */
  readonly statusWording?: 'old' | 'new';
  /** False, as DigiKey does it: EndOfLife and Discontinued are false whatever the status. */
  readonly flagsTruthful?: boolean;
}

/** What an emulator goes by. */
export type Settings = Required<Omit<EmulatorOptions, 'today' | 'tokenLifetime'>> & {
  readonly tokenLifetimes: Lifetimes;
};

const REFRESH_SECONDS = 7_775_999;

/** The options with everything that they leave open. */
export function settle(options: EmulatorOptions): Settings {
  const now = options.now ?? Date.now;
  return {
    catalogue: options.catalogue ?? loadCatalogue(SHIPPED_CATALOGUE, options.today ?? utcDay(now())),
    clients: options.clients ?? [{ id: 'emulator', secret: 'emulator' }],
    perMinute: options.perMinute ?? 120,
    perDay: options.perDay ?? 1000,
    latencyMs: options.latencyMs ?? 0,
    now,
    tokenLifetimes: {
      twoLegged: options.tokenLifetime ?? 599,
      threeLegged: options.tokenLifetime ?? 1799,
      refresh: REFRESH_SECONDS,
    },
    errorShape: options.errorShape ?? 'problem',
    statusWording: options.statusWording ?? 'new',
    flagsTruthful: options.flagsTruthful ?? false,
  };
}
