import { onTestFinished } from 'vitest';
import { createEmulator } from '../../src/emulator/emulator.ts';
import type { EmulatorOptions } from '../../src/emulator/settings.ts';

type Fields = Readonly<Record<string, string>>;

/** A running emulator that ends with the test, and a plain client of it. */
export async function startEmulator(options: EmulatorOptions = {}) {
  const emulator = createEmulator({ today: '2026-03-01', ...options });
  const base = await emulator.listen();
  onTestFinished(() => emulator.close());

  const token = (fields: Fields, headers: Fields = {}) =>
    fetch(`${base}/v1/oauth2/token`, { method: 'POST', body: new URLSearchParams(fields), headers });
  const twoLegged = async () => {
    const answer = await token({
      client_id: 'emulator',
      client_secret: 'emulator',
      grant_type: 'client_credentials',
    });
    return ((await answer.json()) as { access_token: string }).access_token;
  };
  const bearer = await twoLegged();
  const signed = { Authorization: `Bearer ${bearer}`, 'X-DIGIKEY-Client-Id': 'emulator' };
  const get = (path: string, headers: Fields = {}) =>
    fetch(`${base}/products/v4/search/${path}`, { headers: { ...signed, ...headers } });
  const search = (body: unknown, headers: Fields = {}) =>
    fetch(`${base}/products/v4/search/keyword`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...signed, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { ...emulator, base, token, twoLegged, bearer, get, search };
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into documents freely.
export async function read(answer: Response | Promise<Response>): Promise<any> {
  return (await answer).json();
}
