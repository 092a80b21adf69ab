import { describe, expect, test } from 'vitest';
import type { Fault, ScriptedFault } from '../../src/emulator/faults.ts';
import { read, startEmulator } from './client.ts';

const RP2040 = { Keywords: 'RP2040' };

describe('one call goes wrong, the next is answered', () => {
  test.each<[Fault, number, string, string]>([
    [{ status: 500 }, 500, 'application/problem+json', 'Internal Server Error'],
    [{ status: 503, retryAfter: 2 }, 503, 'application/problem+json', 'Service Unavailable'],
    [{ status: 502, body: 'bad gateway' }, 502, 'text/plain', 'bad gateway'],
    [{ status: 403, body: { a: 1 } }, 403, 'application/problem+json', '{"a":1}'],
    [{ status: 429, retryAfter: 1 }, 429, 'application/problem+json', 'BurstLimit exceeded'],
    ['burst-429', 429, 'application/problem+json', 'BurstLimit exceeded'],
    ['daily-429', 429, 'application/problem+json', 'Daily Ratelimit exceeded'],
    ['expired-token', 401, 'application/problem+json', 'Bearer token is expired'],
    ['html', 200, 'text/html', '<!DOCTYPE html>'],
    ['html-403', 403, 'text/html', '<!DOCTYPE html>'],
    ['garbage', 200, 'application/json', '{"Products": [{"Desc'],
    ['wrong-shape', 200, 'application/json', '{"message":"OK"}'],
  ])('%j', async (fault, status, type, words) => {
    const { state, search, twoLegged } = await startEmulator();
    state.faults.push(fault);
    const answer = await search(RP2040);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain(type);
    expect(await answer.text()).toContain(words);
    expect(state.calls.at(-1)?.status).toBe(status);
    const Authorization = `Bearer ${await twoLegged()}`;
    expect((await search(RP2040, { Authorization })).status).toBe(200);
  });

  test.each([
    [{ status: 503, retryAfter: 7 } as const, '7', '999'],
    ['burst-429' as const, '1', '999'],
    ['daily-429' as const, '43200', '0'],
  ])('%j tells Retry-After %s and %s left today', async (fault, retryAfter, remaining) => {
    const { state, search } = await startEmulator({ now: () => Date.UTC(2026, 2, 1, 12) });
    state.faults.push(fault);
    const { headers } = await search(RP2040);
    expect(headers.get('retry-after')).toBe(retryAfter);
    expect(headers.get('x-ratelimit-remaining')).toBe(remaining);
  });

  test('reset breaks the connection; the journal has no status', async () => {
    const { state, search } = await startEmulator();
    state.faults.push('reset');
    await expect(search(RP2040)).rejects.toThrow('fetch failed');
    expect(state.calls.at(-1)).toMatchObject({ keywords: 'RP2040', status: null });
    expect((await search(RP2040)).status).toBe(200);
  });

  test('truncated sends half of the answer', async () => {
    const { state, search } = await startEmulator();
    state.faults.push('truncated');
    const answer = await search(RP2040);
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow('terminated');
  });

  test('timeout never answers, and close ends the wait', async () => {
    const { state, search, close } = await startEmulator();
    state.faults.push('timeout');
    const outcome = search(RP2040).then(
      () => 'answered',
      () => 'broken',
    );
    const waited = new Promise((resolve) => setTimeout(resolve, 80, 'waiting'));
    expect(await Promise.race([outcome, waited])).toBe('waiting');
    await close();
    expect(await outcome).toBe('broken');
  });

  test('latencyMs delays the true answer', async () => {
    const { state, search } = await startEmulator();
    state.faults.push({ latencyMs: 60 });
    const began = performance.now();
    expect((await read(search(RP2040))).ExactMatches).toHaveLength(1);
    expect(performance.now() - began).toBeGreaterThanOrEqual(59);
  });

  test.each(['expired-token', 'revoked-token'] as const)(
    '%s stays so, and its refusal is not counted',
    async (fault) => {
      const { state, search } = await startEmulator();
      state.faults.push(fault);
      expect((await search(RP2040)).status).toBe(401);
      expect((await search(RP2040)).status).toBe(401);
      expect(state.maxInAnyMinute()).toBe(0);
    },
  );
});

describe('the script', () => {
  async function statusesOf(script: ScriptedFault[], calls: number): Promise<number[]> {
    const { state, search, get } = await startEmulator();
    state.faults.push(...script);
    await get('manufacturers', { Authorization: 'Bearer wrong' });
    const statuses: number[] = [];
    for (let call = 0; call < calls; call += 1) statuses.push((await search(RP2040)).status);
    return statuses;
  }

  test('is taken first in, first out, by calls with good credentials', async () => {
    expect(await statusesOf([{ status: 500 }, { status: 503 }], 3)).toEqual([500, 503, 200]);
  });

  test('may name the call, counted from 1', async () => {
    const script = [
      { at: 3, fault: { status: 502 } },
      { status: 500 },
      { at: 1, fault: 'html-403' as const },
    ];
    expect(await statusesOf(script, 4)).toEqual([500, 403, 502, 200]);
  });

  test('may be meant for token requests', async () => {
    const { state, token, search } = await startEmulator();
    state.faults.push({ on: 'token', fault: { status: 503 } });
    expect((await search(RP2040)).status).toBe(200);
    const fields = { client_id: 'emulator', client_secret: 'emulator', grant_type: 'client_credentials' };
    expect((await token(fields)).status).toBe(503);
    expect((await token(fields)).status).toBe(200);
  });

  test('is filled over HTTP, all or nothing', async () => {
    const { base, state, search } = await startEmulator();
    const post = (body: string) => fetch(`${base}/_emulator/faults`, { method: 'POST', body });
    expect((await post('["reset", "no-such-fault"]')).status).toBe(400);
    expect((await post('{"status": 500}')).status).toBe(400);
    expect((await post('[')).status).toBe(400);
    expect(state.faults).toEqual([]);
    const script = [{ status: 500 }, { at: 9, fault: 'reset' }, { latencyMs: 5 }];
    expect(await read(post(JSON.stringify(script)))).toEqual({ faults: script });
    expect((await search(RP2040)).status).toBe(500);
  });
});
