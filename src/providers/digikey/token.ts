import { z } from 'zod';
import { AuditError } from '../../core/errors.ts';
import type { Clock } from '../../ports.ts';
import { call, type HttpReply, NetworkFault } from '../http.ts';
import { ATTEMPTS, backoff } from '../retry.ts';
import { unauthorized } from './refusal.ts';

/** A bearer token on demand. */
export interface TokenSource {
  /** A token that is good for the next call; one request however many ask at once. Throws `AuditError`. */
  get(signal?: AbortSignal): Promise<string>;
  /** To be called when a token was refused as expired before its time. */
  drop(token: string): void;
}

export interface Client {
  readonly baseUrl: string;
  readonly id: string;
  readonly secret: string;
}

const Token = z.looseObject({
  access_token: z.string().min(1),
  expires_in: z.number().positive().catch(599),
});

/** A token is not used in the last seconds of its life: it could lapse on the way. */
const MARGIN = 30_000;

/** Two-legged tokens (`client_credentials`): no login, 599 s each, no refresh token. */
export function createTokenSource(client: Client, clock: Clock, random: () => number): TokenSource {
  let current: { token: string; goodUntil: number } | undefined;
  let pending: Promise<string> | undefined;

  async function renew(signal?: AbortSignal): Promise<string> {
    const reply = await post(client, clock, random, signal);
    const token = Token.safeParse(parseJson(reply.body)).data;
    if (!token) throw new AuditError('provider', 'The token service answered without a token');
    current = { token: token.access_token, goodUntil: clock.uptime() + token.expires_in * 1_000 - MARGIN };
    return token.access_token;
  }

  return {
    async get(signal) {
      if (current && clock.uptime() < current.goodUntil) return current.token;
      pending ??= renew(signal).finally(() => {
        pending = undefined;
      });
      return pending;
    },
    drop(token) {
      if (current?.token === token) current = undefined;
    },
  };
}

/** The token service is outside the product's quota, so its attempts pay no slot. */
async function post(
  client: Client,
  clock: Clock,
  random: () => number,
  signal?: AbortSignal,
): Promise<HttpReply> {
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await tryPost(client);
    if (typeof outcome !== 'string') return outcome;
    if (attempt === ATTEMPTS) {
      throw new AuditError('provider', `No access token: ${outcome}`, {
        hint: 'Check the network and DK_BASE_URL, then run the same command again.',
      });
    }
    await clock.sleep(backoff(attempt, random()), signal);
  }
}

/** The reply with a token, or why it is worth another attempt. */
async function tryPost(client: Client): Promise<HttpReply | string> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: client.id,
    client_secret: client.secret,
  });
  try {
    const reply = await call({
      method: 'POST',
      url: `${client.baseUrl}/v1/oauth2/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
    });
    if (reply.status >= 400 && reply.status < 500 && reply.status !== 429) throw unauthorized(reply);
    return reply.status === 200 ? reply : `the token service answered ${reply.status}`;
  } catch (error) {
    if (error instanceof NetworkFault) return error.message;
    throw error;
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
