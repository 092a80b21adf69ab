import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Log } from '../../../src/ports.ts';
import { createTokenSource } from '../../../src/sources/digikey/token.ts';
import { emulated, MPNS } from '../../support/emulated.ts';

const search = (text: string) => ({ kind: 'search', text }) as const;
const MPN = MPNS[0]!;

test('a search sends what the API knows, in one call, and reads as parts', async () => {
  const world = await emulated();
  const { provider } = world.run();
  const body = await provider.ask(search(MPN));
  expect(provider.read(search(MPN), body)).toMatchObject({ kind: 'parts', parts: [{ mpn: MPN }] });
  expect(world.calls()).toMatchObject([
    { method: 'POST', path: '/products/v4/search/keyword', keywords: MPN, clientId: 'emulator', status: 200 },
  ]);
  expect(provider).toMatchObject({ id: 'emulator', locale: 'US/en/USD' });
});

test.each(['A/B', 'A#B', 'A+B', 'A B', 'A"B', '19-FP-3011/16"CR1000\'-ND', 'A%2FB', 'Ω'])(
  'details of %s: the number travels percent-encoded',
  async (number) => {
    const world = await emulated();
    const { provider } = world.run();
    await expect(provider.ask({ kind: 'details', text: number })).rejects.toMatchObject({
      code: 'provider',
      message: expect.stringContaining('404'),
    });
    const [call] = world.calls();
    expect(call!.path).toBe(`/products/v4/search/${encodeURIComponent(number)}/productdetails`);
  },
);

test('details complete a record by its order number, else by its part number', async () => {
  const world = await emulated();
  const { provider } = world.run();
  const reading = provider.read(search(MPN), await provider.ask(search(MPN)));
  const part = reading.kind === 'parts' ? reading.parts[0]! : expect.unreachable();
  expect(provider.detailsOf(part)).toEqual({ kind: 'details', text: part.dkpn });
  expect(provider.detailsOf({ ...part, dkpn: null })).toEqual({ kind: 'details', text: MPN });
  const details = provider.detailsOf(part);
  expect(provider.read(details, await provider.ask(details))).toMatchObject({ parts: [{ mpn: MPN }] });
});

describe('what ends the run at once, after one call', () => {
  test.each([
    ['not subscribed', 'problem', { subscribed: false }, /not subscribed/],
    ['not subscribed', 'gateway', { subscribed: false }, /not subscribed/],
  ] as const)('%s, told as a %s', async (_what, errorShape, client, says) => {
    const clients = [{ id: 'emulator', secret: 'emulator', ...client }];
    const world = await emulated({ errorShape, clients });
    await expect(world.run().provider.ask(search(MPN))).rejects.toMatchObject({
      code: 'auth',
      message: expect.stringMatching(says),
      hint: expect.stringMatching(/developer\.digikey\.com/),
    });
    expect(world.calls()).toHaveLength(1);
  });

  test.each(['problem', 'gateway'] as const)('a wrong secret, told as a %s', async (errorShape) => {
    const world = await emulated({ errorShape });
    await expect(world.run({ secret: 'hush-4711' }).provider.ask(search(MPN))).rejects.toMatchObject({
      code: 'auth',
      message: expect.stringMatching(/client secret/),
      hint: expect.not.stringContaining('4711'),
    });
    expect(world.calls()).toHaveLength(0);
    expect(world.emulator.state.calls).toHaveLength(1);
  });
});

test.each(['problem', 'gateway'] as const)(
  'a spent day, told as a %s, is noted for everyone, with when it ends',
  async (errorShape) => {
    const world = await emulated({ errorShape, perDay: 2 });
    const run = world.run();
    await run.provider.ask(search(MPNS[0]!));
    await run.provider.ask(search(MPNS[1]!));
    await expect(run.provider.ask(search(MPNS[2]!))).rejects.toMatchObject({
      code: 'quota',
      hint: expect.stringContaining('2026-11-22T00:00:00.000Z'),
    });
    expect(world.calls()).toHaveLength(2);
    const other = world.run();
    expect((await other.limiter.spending()).day).toMatchObject({ remaining: 0, limit: 2 });
    await expect(other.provider.ask(search(MPNS[3]!))).rejects.toMatchObject({ code: 'quota' });
    expect(world.calls()).toHaveLength(2);
  },
);

test('a burst 429 holds every process, not only the question that met it', async () => {
  const world = await emulated({ speed: 20 });
  world.emulator.state.faults.push({ status: 429, retryAfter: 6 });
  const [one, two] = [world.run(), world.run()];
  const began = world.clock.uptime();
  const first = one.provider.ask(search(MPNS[0]!));
  while (world.calls()[0]?.status !== 429) await world.clock.sleep(20);
  await world.clock.sleep(200);
  await Promise.all([first, two.provider.ask(search(MPNS[1]!))]);
  expect(world.clock.uptime() - began).toBeGreaterThanOrEqual(6_000);
  const [refused, ...answered] = world.calls();
  for (const call of answered) expect(call.wall - refused!.wall).toBeGreaterThanOrEqual(6_000);
  expect(one.provider.calls()).toMatchObject({ retries: 1, tooMany: 1, errors: 0 });
});

test('one token serves all calls, and a new one comes before it lapses', async () => {
  const world = await emulated({ tokenLifetime: 200, speed: 100 });
  const run = world.run();
  const tokens = (): number => world.emulator.state.calls.length - world.calls().length;
  await Promise.all(MPNS.slice(0, 8).map((mpn) => run.provider.ask(search(mpn))));
  expect(tokens()).toBe(1);
  world.clock.skip(180_000);
  await run.provider.ask(search(MPNS[8]!));
  expect(tokens()).toBe(2);
  expect(world.calls().every(({ status }) => status === 200)).toBe(true);
});

test('an interruption ends the waiting, and nothing is sent afterwards', async () => {
  const world = await emulated({ speed: 1 });
  world.emulator.state.faults.push({ status: 503, retryAfter: 60 });
  const stop = new AbortController();
  const asked = world.run().provider.ask(search(MPN), stop.signal);
  const outcome = expect(asked).rejects.toThrow();
  while (world.calls()[0]?.status !== 503) await world.clock.sleep(5);
  stop.abort();
  await outcome;
  expect(world.calls()).toHaveLength(1);
});

test('each call is logged with what support asks for, and with no secret', async () => {
  const world = await emulated();
  const lines: string[] = [];
  const keep = (level: string) => (fields: object, message: string) =>
    void lines.push(`${level} ${message} ${JSON.stringify(fields)}`);
  const log: Log = { debug: keep('debug'), warn: keep('warn') };
  world.emulator.state.faults.push({ status: 500 });
  await world.run({ log }).provider.ask(search(MPN));
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/debug DigiKey answered .*"status":500,"attempt":1,.*"requestId":"[\w-]{36}"/);
  expect(lines[1]).toMatch(/warn DigiKey answered 500 .*"attempt":1,"waitMs":\d+/);
  expect(lines[2]).toMatch(/"status":200,"attempt":2,"latencyMs":\d+,.*"leftToday":998/);
  expect(lines.join()).not.toMatch(/Bearer|secret|Products/);
});

test('a question that is refused with a new token, too, which others are answered with, is left open alone', async () => {
  const world = await emulated();
  const bad = new EventEmitter();
  let badCalls = 0;
  const server = createServer(async (request, response) => {
    const { Keywords } = JSON.parse(await text(request));
    if (Keywords !== 'BAD') return void response.end('{"Products":[]}');
    badCalls += 1;
    if (badCalls === 2) {
      bad.emit('again');
      await once(bad, 'others are answered');
    }
    response.writeHead(401).end('{"detail":"Not for you"}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  let obtained = 0;
  const obtain = async () => ({ accessToken: `token ${++obtained}`, expiresAt: Number.MAX_VALUE });
  const { provider } = world.run({
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tokens: createTokenSource(obtain, world.clock),
  });

  await provider.ask(search('GOOD'));
  const asked = provider.ask(search('BAD'));
  const outcome = expect(asked).rejects.toMatchObject({
    code: 'provider',
    message: expect.stringMatching(/refused the question "BAD" \(401: Not for you/),
  });
  await once(bad, 'again');
  await provider.ask(search('GOOD'));
  bad.emit('others are answered');
  await outcome;
  expect({ badCalls, obtained }).toEqual({ badCalls: 2, obtained: 2 });
});
