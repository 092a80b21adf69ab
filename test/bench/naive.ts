import type { Clock } from '../../src/ports.ts';

export interface Naive {
  readonly calls: number;
  readonly refused: number;
  /** In the time of the clock. */
  readonly ms: number;
}

/** What a first script does: for each row a search and a details call, one after the other, waiting when refused. */
export async function naiveLoop(baseUrl: string, rows: readonly string[], clock: Clock): Promise<Naive> {
  const began = clock.uptime();
  let calls = 0;
  let refused = 0;
  let token = '';

  async function logIn(): Promise<void> {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'emulator',
      client_secret: 'emulator',
    });
    const answer = await fetch(`${baseUrl}/v1/oauth2/token`, { method: 'POST', body });
    token = ((await answer.json()) as { access_token: string }).access_token;
  }

  async function send(path: string, init: RequestInit = {}): Promise<void> {
    for (;;) {
      calls += 1;
      const headers = {
        Authorization: `Bearer ${token}`,
        'X-DIGIKEY-Client-Id': 'emulator',
        ...init.headers,
      };
      const answer = await fetch(`${baseUrl}/products/v4/search/${path}`, { ...init, headers });
      await answer.text();
      if (answer.status === 401) await logIn();
      else if (answer.status !== 429) return;
      else {
        refused += 1;
        await clock.sleep(Number(answer.headers.get('retry-after')) * 1_000);
      }
    }
  }

  await logIn();
  for (const mpn of rows) {
    const json = { 'Content-Type': 'application/json' };
    await send('keyword', { method: 'POST', headers: json, body: JSON.stringify({ Keywords: mpn }) });
    await send(`${encodeURIComponent(mpn)}/productdetails`);
  }
  return { calls, refused, ms: clock.uptime() - began };
}
