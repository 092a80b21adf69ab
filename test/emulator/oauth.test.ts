import { describe, expect, test } from 'vitest';
import { read, startEmulator } from './client.ts';

const GOOD = { client_id: 'emulator', client_secret: 'emulator' };
const TWO_LEGGED = { ...GOOD, grant_type: 'client_credentials' };
const REDIRECT = 'https://localhost/back';

describe('two-legged', () => {
  test('a bearer for 599 seconds and no refresh token', async () => {
    const { token } = await startEmulator();
    const answer = await read(token(TWO_LEGGED));
    expect(answer).toEqual({ access_token: expect.any(String), token_type: 'Bearer', expires_in: 599 });
  });

  test('HTTP Basic serves as well as form fields', async () => {
    const clients = [{ id: 'my id', secret: 'a:b%' }];
    const { token } = await startEmulator({ clients });
    const basic = (text: string) => ({ Authorization: `Basic ${Buffer.from(text).toString('base64')}` });
    const grant = { grant_type: 'client_credentials' };
    expect((await token(grant, basic('my%20id:a%3Ab%25'))).status).toBe(200);
    expect((await token(grant, basic('my id:a:b%'))).status).toBe(200);
    expect((await token(grant, basic('my id:a'))).status).toBe(401);
  });

  test.each([
    ['a wrong secret', { ...TWO_LEGGED, client_secret: 'x' }, 401, 'invalid_client'],
    ['an unknown id', { ...TWO_LEGGED, client_id: 'x' }, 401, 'invalid_client'],
    ['a wrong grant', { ...GOOD, grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [
      'a made-up refresh token',
      { ...GOOD, grant_type: 'refresh_token', refresh_token: 'x' },
      400,
      'invalid_grant',
    ],
  ])('refuses %s', async (_case, fields, status, error) => {
    const { token } = await startEmulator();
    const answer = await token(fields);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ error });
  });

  test('refuses in the gateway’s shape when so told, and a JSON body always', async () => {
    const { base, token } = await startEmulator({ errorShape: 'gateway' });
    const wrong = await read(token({ ...TWO_LEGGED, client_secret: 'x' }));
    expect(wrong).toMatchObject({ StatusCode: 401, ErrorMessage: 'invalid_client' });
    const headers = { 'Content-Type': 'application/json' };
    const body = JSON.stringify(TWO_LEGGED);
    expect((await fetch(`${base}/v1/oauth2/token`, { method: 'POST', headers, body })).status).toBe(400);
  });
});

describe('three-legged', () => {
  async function authorized(base: string): Promise<URL> {
    const asked = new URLSearchParams({
      response_type: 'code',
      client_id: 'emulator',
      redirect_uri: REDIRECT,
      state: 's 1',
    });
    const answer = await fetch(`${base}/v1/oauth2/authorize?${asked}`, { redirect: 'manual' });
    expect(answer.status).toBe(302);
    return new URL(answer.headers.get('location')!);
  }
  const exchange = (code: string, redirect = REDIRECT) => ({
    ...GOOD,
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirect,
  });
  const refresh = (refresh_token: string) => ({ ...GOOD, grant_type: 'refresh_token', refresh_token });

  test('a code is spent once, and each refresh replaces the refresh token', async () => {
    const { base, token, get } = await startEmulator();
    const back = await authorized(base);
    expect(back.searchParams.get('state')).toBe('s 1');
    const code = back.searchParams.get('code')!;
    const first = await read(token(exchange(code)));
    expect(first).toMatchObject({ expires_in: 1799, refresh_token_expires_in: 7775999 });
    expect((await token(exchange(code))).status).toBe(400);

    const second = await read(token(refresh(first.refresh_token)));
    expect(second.refresh_token).not.toBe(first.refresh_token);
    expect(await read(token(refresh(first.refresh_token)))).toMatchObject({ error: 'invalid_grant' });
    expect((await token(refresh(second.refresh_token))).status).toBe(200);
    const used = await get('manufacturers', { Authorization: `Bearer ${second.access_token}` });
    expect(used.status).toBe(200);
  });

  test('a code is for its redirect address, for one minute', async () => {
    let time = Date.UTC(2026, 2, 1);
    const { base, token } = await startEmulator({ now: () => time });
    const codeOf = async () => (await authorized(base)).searchParams.get('code')!;
    expect((await token(exchange(await codeOf(), `${REDIRECT}/`))).status).toBe(400);
    const late = await codeOf();
    time += 60_000;
    expect((await token(exchange(late))).status).toBe(400);
    expect((await token(exchange(await codeOf()))).status).toBe(200);
  });

  test('an unknown client or no address is not sent anywhere', async () => {
    const { base } = await startEmulator();
    const ask = (query: string) => fetch(`${base}/v1/oauth2/authorize?${query}`, { redirect: 'manual' });
    expect((await ask(`response_type=code&client_id=x&redirect_uri=${REDIRECT}`)).status).toBe(400);
    expect((await ask('response_type=code&client_id=emulator')).status).toBe(400);
    const odd = await ask(`response_type=token&client_id=emulator&redirect_uri=${REDIRECT}`);
    expect(odd.headers.get('location')).toContain('error=unsupported_response_type');
  });
});

describe('credentials of product calls', () => {
  const clients = [
    { id: 'emulator', secret: 'emulator' },
    { id: 'other', secret: 'other' },
    { id: 'unsubscribed', secret: 'u', subscribed: false },
  ];

  test.each([
    ['no bearer', { Authorization: '' }, 'Bearer token is missing or not valid'],
    ['an unknown bearer', { Authorization: 'Bearer x' }, 'Bearer token is missing or not valid'],
    ['no client id', { 'X-DIGIKEY-Client-Id': '' }, 'Invalid clientId'],
    ['another client’s id', { 'X-DIGIKEY-Client-Id': 'other' }, 'Invalid clientId'],
  ])('refuses %s with 401, which is not counted', async (_case, headers, words) => {
    const { get, state } = await startEmulator({ clients });
    const answer = await get('manufacturers', headers as Record<string, string>);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('x-ratelimit-limit')).toBeNull();
    expect((await read(answer)).detail).toContain(words);
    expect(state.maxInAnyMinute()).toBe(0);
    expect((await get('manufacturers')).headers.get('x-ratelimit-remaining')).toBe('999');
  });

  test('refuses a client that is not subscribed', async () => {
    const { token, get } = await startEmulator({ clients });
    const fields = { client_id: 'unsubscribed', client_secret: 'u', grant_type: 'client_credentials' };
    const { access_token } = await read(token(fields));
    const signed = { Authorization: `Bearer ${access_token}`, 'X-DIGIKEY-Client-Id': 'unsubscribed' };
    expect((await read(get('manufacturers', signed))).detail).toBe(
      'Invalid Client-Id. You are not subscribed to this API. Please subscribe and try again.',
    );
  });

  test('a bearer expires', async () => {
    let time = Date.UTC(2026, 2, 1);
    const { get } = await startEmulator({ now: () => time, tokenLifetime: 5 });
    time += 4999;
    expect((await get('manufacturers')).status).toBe(200);
    time += 1;
    expect((await read(get('manufacturers'))).detail).toBe('Bearer token is expired');
  });

  test('the two error shapes take turns when mixed', async () => {
    const { get } = await startEmulator({ errorShape: 'mixed' });
    const bodies = [await read(get('A/productdetails')), await read(get('A/productdetails'))];
    expect(bodies[0]).toMatchObject({ title: 'Not Found', status: 404 });
    expect(bodies[1]).toMatchObject({
      ErrorResponseVersion: '3.0.0.0',
      StatusCode: 404,
      ErrorMessage: 'Not Found',
    });
  });
});
