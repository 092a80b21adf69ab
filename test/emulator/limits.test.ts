import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLimits } from '../../src/emulator/limits.ts';
import { mostInAMinute } from '../../src/emulator/state.ts';
import { read, startEmulator } from './client.ts';

const NOON = Date.UTC(2026, 2, 1, 12);

test('the minute rolls: room comes back call by call, refused calls count too', async () => {
  let time = NOON;
  const { get, state } = await startEmulator({ perMinute: 3, now: () => time });
  const statuses: number[] = [];
  for (const pause of [0, 1000, 1000, 57_000, 1000, 60_000]) {
    time += pause;
    statuses.push((await get('manufacturers')).status);
  }
  expect(statuses).toEqual([200, 200, 200, 429, 429, 200]);
  expect(state.calls).toHaveLength(7);
});

test('a burst refusal says when there is room again', async () => {
  let time = NOON;
  const { get } = await startEmulator({ perMinute: 2, now: () => time });
  await get('manufacturers');
  time += 20_500;
  const second = await get('manufacturers');
  expect(Object.fromEntries(second.headers)).toMatchObject({
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '998',
    'x-ratelimit-resettime': '2026-03-02T00:00:00.000Z',
    'x-burstlimit-limit': '2',
    'x-burstlimit-remaining': '0',
    'x-burstlimit-reset': '40',
  });
  const refused = await get('manufacturers');
  expect(refused.status).toBe(429);
  expect(Object.fromEntries(refused.headers)).toMatchObject({
    'retry-after': '60',
    'x-burstlimit-remaining': '0',
    'x-burstlimit-resettime': new Date(time + 60_000).toUTCString(),
    'x-ratelimit-remaining': '998',
  });
  expect((await read(refused)).detail).toContain('BurstLimit exceeded');
  time += 60_000;
  expect((await get('manufacturers')).status).toBe(200);
});

test('the day is UTC’s and counts failed calls', async () => {
  let time = Date.UTC(2026, 2, 1, 23, 59, 50);
  const { get } = await startEmulator({ perDay: 2, now: () => time });
  expect((await get('NO-SUCH/productdetails')).headers.get('x-ratelimit-remaining')).toBe('1');
  expect((await get('manufacturers')).headers.get('x-ratelimit-remaining')).toBe('0');
  const refused = await get('manufacturers');
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('10');
  expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
  expect((await read(refused)).detail).toContain('Daily Ratelimit exceeded');
  time += 10_000;
  expect((await get('manufacturers')).headers.get('x-ratelimit-remaining')).toBe('1');
});

test('limits may be infinite, and are then not told', async () => {
  const { get } = await startEmulator({ perMinute: Infinity, perDay: Infinity });
  const { headers } = await get('manufacturers');
  expect([...headers.keys()].filter((name) => name.includes('limit'))).toEqual([]);
});

test('no client is held up by another', async () => {
  const clients = [
    { id: 'emulator', secret: 'emulator' },
    { id: 'other', secret: 'other' },
  ];
  const { get, token } = await startEmulator({ clients, perMinute: 1 });
  await get('manufacturers');
  expect((await get('manufacturers')).status).toBe(429);
  const fields = { client_id: 'other', client_secret: 'other', grant_type: 'client_credentials' };
  const { access_token } = await read(token(fields));
  const signed = { Authorization: `Bearer ${access_token}`, 'X-DIGIKEY-Client-Id': 'other' };
  expect((await get('manufacturers', signed)).status).toBe(200);
});

test('any pattern of calls: a call is refused exactly when the minute before it was full', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 60 }), (pauses) => {
      let time = NOON;
      const limits = createLimits(5, Infinity, () => time);
      const moments: number[] = [];
      for (const pause of pauses) {
        time += pause;
        moments.push(time);
        const inWindow = moments.filter((moment) => moment > time - 60_000).length;
        expect(limits.admit() !== undefined).toBe(inWindow > 5);
      }
    }),
  );
});

test('the most in any minute is what counting each window finds', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300_000 })), (unsorted) => {
      const moments = unsorted.toSorted((a, b) => a - b);
      const counts = moments.map(
        (start) => moments.filter((one) => one >= start && one < start + 60_000).length,
      );
      expect(mostInAMinute(moments)).toBe(Math.max(0, ...counts));
    }),
  );
});
