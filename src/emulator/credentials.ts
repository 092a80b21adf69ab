import type { Request } from './http.ts';
import { EXPIRED_BEARER, INVALID_CLIENT_ID, NO_BEARER, NOT_SUBSCRIBED, type Refusal } from './refusal.ts';
import type { Client, Tokens } from './tokens.ts';

/** The bearer token of a product call; empty when there is none. */
export function bearerOf(request: Request): string {
  return /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
}

/** The client id that a product call names. */
export function clientIdOf(request: Request): string | undefined {
  return request.headers['x-digikey-client-id']?.toString();
}

/** Why a product call is not let in: its bearer first, then its client id, then that client's subscription. */
export function credentialsRefusal(
  request: Request,
  clients: readonly Client[],
  tokens: Tokens,
): Refusal | undefined {
  const holder = tokens.holder(bearerOf(request));
  if (holder === undefined) return NO_BEARER;
  if (holder.expired) return EXPIRED_BEARER;
  const client = clients.find(({ id }) => id === clientIdOf(request));
  if (client === undefined || client.id !== holder.clientId) return INVALID_CLIENT_ID;
  return client.subscribed === false ? NOT_SUBSCRIBED : undefined;
}
