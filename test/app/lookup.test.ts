import { describe, expect, test } from 'vitest';
import {
  createLookup,
  type Known,
  type Lookup,
  type LookupOptions,
  validation,
} from '../../src/app/lookup.ts';
import { planAudit } from '../../src/app/plan.ts';
import { rulesOf } from '../../src/cli/settings.ts';
import { loadSettings } from '../../src/config/config.ts';
import { loadCatalogue } from '../../src/emulator/catalogue.ts';
import { bomOf } from '../support/bom.ts';
import { type Emulated, emulated, MPNS, PRODUCTS, type Run } from '../support/emulated.ts';

const settings = loadSettings({}, {}, '/');
const ref = (mpn: string, manufacturer: string | null = null) => ({ mpn, manufacturer });
const DAY = 86_400_000;

function lookupOf(world: Emulated, run: Run, over: Partial<LookupOptions> = {}): Lookup {
  const now = world.clock.now();
  return createLookup({
    provider: run.provider,
    answers: run.store.answers,
    leases: run.store.leases,
    clock: world.clock,
    rules: rulesOf(settings),
    freshness: { now, began: now, ages: settings.maxAgeDays },
    lifecycleFrom: 'search',
    ...over,
  });
}

const MPN = MPNS[0]!;
const PLAIN = {
  rules: rulesOf(settings),
  ages: settings.maxAgeDays,
  lifecycleFrom: 'search',
  perMinute: 99,
  includeNotFitted: false,
} as const;

/** What the store has of one part number. */
async function known(lookup: Lookup, mpn: string): Promise<Known | undefined> {
  const [one] = await lookup.known([ref(mpn)]);
  return one;
}

test('a part that was asked is known, in the next process too', async () => {
  const world = await emulated();
  const first = lookupOf(world, world.run());
  expect(await known(first, MPN)).toBeUndefined();
  const asked = await first.ask(ref(MPN));
  expect(asked).toMatchObject({ match: 'exact', source: 'network', matched: { mpn: MPN } });
  const later = await known(lookupOf(world, world.run()), MPN);
  expect(later).toMatchObject({ state: 'fresh', sinceBegin: false });
  expect(later!.assessment).toEqual({ ...asked, source: 'cache' });
});

test('one question serves all makers and spellings of a number', async () => {
  const world = await emulated();
  const lookup = lookupOf(world, world.run());
  const spellings = [ref(MPN), ref(MPN.toLowerCase()), ref(MPN, 'Texas Instruments'), ref(` ${MPN} `)];
  expect(new Set(spellings.map((one) => validation(one).text)).size).toBe(1);
  await Promise.all(spellings.map((one) => lookup.ask(one)));
  expect(world.calls()).toHaveLength(1);
});

test('a number that may have lost zeros is asked with them, and they are suggested, never taken', async () => {
  const world = await emulated({ catalogue: loadCatalogue() });
  const lookup = lookupOf(world, world.run());
  const asked = await lookup.ask(ref('430450400'));
  expect(world.calls().map(({ keywords }) => keywords)).toEqual(['430450400']);
  expect(asked.match).toBe('near');
  expect(asked.reason).toMatch(/did you mean 0430450400.*lost zeros/);
  expect((await known(lookup, '430450400'))?.assessment).toEqual({ ...asked, source: 'cache' });
  expect(await lookup.ask(ref('430450400', 'Molex'))).toMatchObject({ match: 'normalized' });
  expect(world.calls()).toHaveLength(1);
});

test('an answer is believed for as long as what it says allows, and always since the audit began', async () => {
  const world = await emulated();
  const run = world.run();
  const began = world.clock.now();
  await lookupOf(world, run).ask(ref(MPN));
  const now = () => known(lookupOf(world, run), MPN);
  const { lifecycle } = (await now())!.assessment;
  const age = settings.maxAgeDays[lifecycle as 'active'];
  world.clock.skip((age - 1) * DAY);
  expect(await now()).toMatchObject({ state: 'fresh', sinceBegin: false, datedAhead: false });
  world.clock.skip(2 * DAY);
  expect(await now()).toMatchObject({ state: 'stale', sinceBegin: false });
  const freshness = { now: world.clock.now(), began, ages: settings.maxAgeDays };
  expect(await known(lookupOf(world, run, { freshness }), MPN)).toMatchObject({
    state: 'fresh',
    sinceBegin: true,
  });
});

test('an answer that is dated ahead of the clock is of no known age: it is asked again', async () => {
  const world = await emulated();
  const run = world.run();
  await lookupOf(world, run).ask(ref(MPN));
  world.clock.skip(-DAY);
  const lookup = lookupOf(world, run, {
    freshness: { now: world.clock.now(), began: 0, ages: settings.maxAgeDays },
  });
  expect(await known(lookup, MPN)).toMatchObject({ state: 'stale', sinceBegin: false, datedAhead: true });
  await lookup.ask(ref(MPN));
  expect(world.calls()).toHaveLength(2);
});

describe('step two, from details', () => {
  test('is asked once more for the lifecycle, and kept', async () => {
    const world = await emulated();
    const run = world.run();
    const lookup = lookupOf(world, run, { lifecycleFrom: 'details' });
    expect(await lookup.ask(ref(MPN))).toMatchObject({ matched: { mpn: MPN } });
    expect(world.calls().map(({ method }) => method)).toEqual(['POST', 'GET']);
    const later = lookupOf(world, run, { lifecycleFrom: 'details' });
    expect(await known(later, MPN)).toMatchObject({ state: 'fresh' });
  });

  test('does not hide another listing of the part', async () => {
    const own = PRODUCTS.find(({ ProductStatus }) => ProductStatus.Id === 0)!;
    const again = {
      ...own,
      ProductStatus: { Id: 1, Status: 'Obsolete' },
      ProductVariations: own.ProductVariations.map((one, i) => ({
        ...one,
        DigiKeyProductNumber: `2156-${i}-ND`,
        MarketPlace: true,
      })),
    };
    const world = await emulated({ catalogue: { products: [own, again], substitutes: new Map() } });
    const lookup = lookupOf(world, world.run(), { lifecycleFrom: 'details' });
    const asked = await lookup.ask(ref(own.ManufacturerProductNumber));
    expect(asked).toMatchObject({ match: 'exact', lifecycle: 'obsolete' });
    expect((await known(lookup, own.ManufacturerProductNumber))?.assessment).toEqual({
      ...asked,
      source: 'cache',
    });
  });

  test('that was never asked leaves the part open', async () => {
    const world = await emulated();
    const run = world.run();
    await lookupOf(world, run).ask(ref(MPN));
    expect(await known(lookupOf(world, run, { lifecycleFrom: 'details' }), MPN)).toBeUndefined();
  });

  test('that fails leaves step one saved', async () => {
    const world = await emulated();
    const run = world.run();
    world.emulator.state.faults.push({ fault: { status: 400 }, at: 2 });
    const lookup = lookupOf(world, run, { lifecycleFrom: 'details' });
    await expect(lookup.ask(ref(MPN))).rejects.toMatchObject({ code: 'provider' });
    await lookupOf(world, run, { lifecycleFrom: 'details' }).ask(ref(MPN));
    expect(world.searched()).toEqual([MPN, MPN]);
  });
});

describe('a question that another process asks', () => {
  test('is waited for, not asked', async () => {
    const world = await emulated({ latencyMs: 30 });
    const [one, two] = [lookupOf(world, world.run()), lookupOf(world, world.run())];
    const [first, second] = await Promise.all([one.ask(ref(MPN)), two.ask(ref(MPN))]);
    expect(world.calls()).toHaveLength(1);
    expect(second.observedAt).toBe(first.observedAt);
  });

  test('and that fails there, is asked here', async () => {
    const world = await emulated({ latencyMs: 30 });
    world.emulator.state.faults.push({ status: 400 });
    const [one, two] = [lookupOf(world, world.run()), lookupOf(world, world.run())];
    const outcomes = await Promise.allSettled([one.ask(ref(MPN)), two.ask(ref(MPN))]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(world.calls()).toHaveLength(2);
  });

  test('is left alone when the run is interrupted', async () => {
    const world = await emulated();
    const [one, two] = [world.run(), world.run()];
    await one.store.leases.take(JSON.stringify(['emulator', 'US/en/USD', 'search', MPN]));
    const stop = new AbortController();
    const waiting = lookupOf(world, two).ask(ref(MPN), stop.signal);
    setTimeout(() => stop.abort(), 5);
    await expect(waiting).rejects.toThrow();
    expect(world.calls()).toHaveLength(0);
  });
});

describe('a plan', () => {
  test('counts what a run would ask, in the order in which it would, and sends nothing', async () => {
    const world = await emulated();
    const run = world.run();
    const [a, b, c, d] = MPNS as [string, string, string, string];
    for (const mpn of [a, b]) await lookupOf(world, run).ask(ref(mpn));
    const boms = [bomOf([a, c]), bomOf([b, c, d, d.toLowerCase()])];
    const sent = world.calls().length;

    const plan = (refresh: boolean) =>
      planAudit(boms, { ...run, ...run.store, clock: world.clock }, { ...PLAIN, refresh });
    expect(await plan(false)).toMatchObject({
      parts: 4,
      fresh: 2,
      stale: 0,
      missing: 2,
      requests: 2,
      order: [
        { mpn: c, manufacturer: null, lifecycle: null, boms: 2 },
        { mpn: d, manufacturer: null, lifecycle: null, boms: 1 },
      ],
    });
    expect(await plan(true)).toMatchObject({ fresh: 2, requests: 4 });

    world.clock.skip(400 * DAY);
    const stale = await plan(false);
    expect(stale).toMatchObject({ fresh: 0, stale: 2, missing: 2, requests: 4 });
    expect(stale.order.slice(0, 2).map(({ mpn }) => mpn)).toEqual([c, d]);
    expect(stale.order.slice(2).every(({ lifecycle }) => lifecycle !== null)).toBe(true);
    expect(world.calls()).toHaveLength(sent);
  });
});
