import { z } from 'zod';
import { AuditError } from '../../core/errors.ts';
import type { Clock } from '../../ports.ts';
import { call, type HttpReply, NetworkFault } from '../http.ts';
import { ATTEMPTS, backoff } from '../retry.ts';
import { count } from '../stated.ts';
import { parseJson } from './document.ts';
import { refusalText, unauthorized } from './refusal.ts';

export interface Client {
  readonly baseUrl: string;
  readonly id: string;
  readonly secret: string;
}

/** What the token service grants. */
export interface Grant {
  readonly accessToken: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** Null for a two-legged grant. */
  readonly refreshToken: string | null;
}

/** DigiKey's token service. Every method throws `AuditError`: `auth` when it refuses, `outage` when it is down. */
export interface OAuth {
  clientCredentials(signal?: AbortSignal): Promise<Grant>;
  /** Spends the refresh token: the grant brings the next one. */
  refresh(refreshToken: string, signal?: AbortSignal): Promise<Grant>;
  /** Spends the code of an authorization, which lives for a minute. */
  exchange(code: string, redirectUri: string, signal?: AbortSignal): Promise<Grant>;
  /** Where a person allows this client; `state` comes back with the code. */
  authorizationUrl(redirectUri: string, state: string): string;
}

export interface OAuthOptions {
  readonly client: Client;
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  /** The longest that one call may take, in milliseconds. */
  readonly timeoutMs: number;
}

/** What a two-legged token lives, in seconds, where its answer does not say. */
const TWO_LEGGED_LIFE = 599;

const TokenAnswer = z.looseObject({
  access_token: z.string().min(1),
  expires_in: z
    .unknown()
    .optional()
    .transform((seconds) => count(seconds) || TWO_LEGGED_LIFE),
  refresh_token: z.string().min(1).nullish().catch(null),
});

/** The token service is outside the product's quota, so its calls pay no slot. */
export function createOAuth({ client, clock, random, timeoutMs }: OAuthOptions): OAuth {
  async function grant(fields: Readonly<Record<string, string>>, signal?: AbortSignal): Promise<Grant> {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await tryOnce(fields);
      if (typeof outcome !== 'string') return outcome;
      if (attempt === ATTEMPTS) {
        throw new AuditError('outage', `No access token: ${outcome}`, {
          hint: 'Check the network and DK_BASE_URL, then run the same command again.',
        });
      }
      await clock.sleep(backoff('again', attempt, random()), signal);
    }
  }

  /** The grant, or why it is worth another attempt. */
  async function tryOnce(fields: Readonly<Record<string, string>>): Promise<Grant | string> {
    try {
      const reply = await post(fields);
      if (isRefusal(reply)) throw unauthorized(reply);
      if (reply.status !== 200) return `the token service answered ${reply.status}`;
      return readGrant(reply.body, clock.now()) ?? 'the token service answered without a token';
    } catch (error) {
      if (error instanceof NetworkFault) return error.message;
      throw error;
    }
  }

  function post(fields: Readonly<Record<string, string>>): Promise<HttpReply> {
    const form = new URLSearchParams({ ...fields, client_id: client.id, client_secret: client.secret });
    return call({
      method: 'POST',
      url: `${client.baseUrl}/v1/oauth2/token`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: form.toString(),
      timeoutMs,
    });
  }

  return {
    clientCredentials: (signal) => grant({ grant_type: 'client_credentials' }, signal),
    refresh: (token, signal) => grant({ grant_type: 'refresh_token', refresh_token: token }, signal),
    exchange: (code, redirectUri, signal) =>
      grant({ grant_type: 'authorization_code', code, redirect_uri: redirectUri }, signal),
    authorizationUrl(redirectUri, state) {
      const query = new URLSearchParams({
        response_type: 'code',
        client_id: client.id,
        redirect_uri: redirectUri,
        state,
      });
      return `${client.baseUrl}/v1/oauth2/authorize?${query}`;
    },
  };
}

/** A refusal in words; a proxy's page is a fault of the way. */
function isRefusal({ status, body }: HttpReply): boolean {
  return status >= 400 && status < 500 && status !== 408 && status !== 429 && refusalText(body) !== '';
}

function readGrant(body: string, now: number): Grant | undefined {
  const token = TokenAnswer.safeParse(parseJson(body)).data;
  return (
    token && {
      accessToken: token.access_token,
      expiresAt: now + token.expires_in * 1_000,
      refreshToken: token.refresh_token ?? null,
    }
  );
}
