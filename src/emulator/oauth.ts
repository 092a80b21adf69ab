import { json, type Reply, type Request } from './http.ts';
import type { Refusal } from './refusal.ts';
import type { Client, TokenAnswer, Tokens } from './tokens.ts';

export interface OAuth {
  readonly clients: readonly Client[];
  readonly tokens: Tokens;
  /** Tells a failure in the gateway's shape; absent when it is told in that of RFC 6749. */
  readonly refuse?: (refusal: Refusal, path: string) => Reply;
}

/** A failure by its RFC 6749 word. */
interface Failure {
  readonly status: number;
  readonly error: string;
  readonly description: string;
}

const INVALID_CLIENT: Failure = {
  status: 401,
  error: 'invalid_client',
  description: 'Client credentials are invalid',
};

function invalidGrant(description: string): Failure {
  return { status: 400, error: 'invalid_grant', description };
}

function invalidRequest(description: string): Failure {
  return { status: 400, error: 'invalid_request', description };
}

/** POST /v1/oauth2/token: client_credentials, authorization_code and refresh_token. */
export function tokenReply(request: Request, oauth: OAuth): Reply {
  const outcome = grant(request, oauth);
  if (!('error' in outcome)) return json(200, outcome, { 'Cache-Control': 'no-store' });
  const { status, error, description } = outcome;
  const refusal = { status, message: error, details: description };
  return oauth.refuse?.(refusal, request.path) ?? json(status, { error, error_description: description });
}

function grant(request: Request, { clients, tokens }: OAuth): TokenAnswer | Failure {
  if (!request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    return invalidRequest('The body must be application/x-www-form-urlencoded');
  }
  const form = new URLSearchParams(request.body);
  const field = (name: string) => form.get(name) ?? '';
  const claimed = basicCredentials(request) ?? { id: field('client_id'), secret: field('client_secret') };
  const client = clients.find(({ id, secret }) => id === claimed.id && secret === claimed.secret);
  if (client === undefined) return INVALID_CLIENT;
  switch (field('grant_type')) {
    case 'client_credentials':
      return tokens.issueTwoLegged(client.id);
    case 'authorization_code':
      return tokens.spendCode(field('code'), client.id, field('redirect_uri'))
        ? tokens.issueThreeLegged(client.id)
        : invalidGrant('The authorization code is invalid, expired or spent');
    case 'refresh_token':
      return tokens.spendRefresh(field('refresh_token'), client.id)
        ? tokens.issueThreeLegged(client.id)
        : invalidGrant('The refresh token is invalid, expired or replaced');
    default:
      return { status: 400, error: 'unsupported_grant_type', description: 'The grant type is not supported' };
  }
}

function basicCredentials(request: Request): Client | undefined {
  const coded = /^Basic (.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (coded === undefined) return undefined;
  const [id = '', ...secret] = Buffer.from(coded, 'base64').toString('utf8').split(':');
  return { id: decode(id), secret: decode(secret.join(':')) };
}

/** Basic credentials are form-encoded by RFC 6749; a stray `%` is taken as it stands. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The client id that a token request names, for the journal. */
export function claimedClientId(request: Request): string | undefined {
  return basicCredentials(request)?.id ?? new URLSearchParams(request.body).get('client_id') ?? undefined;
}

/** GET /v1/oauth2/authorize: consents at once and sends the browser back with a code and the state. */
export function authorizeReply(request: Request, { clients, tokens }: OAuth): Reply {
  const clientId = request.query.get('client_id');
  const redirectUri = request.query.get('redirect_uri') ?? '';
  if (!clients.some(({ id }) => id === clientId) || !URL.canParse(redirectUri)) {
    return json(400, {
      error: 'invalid_request',
      error_description: 'client_id or redirect_uri is not valid',
    });
  }
  const target = new URL(redirectUri);
  if (request.query.get('response_type') === 'code') {
    target.searchParams.set('code', tokens.issueCode(clientId!, redirectUri));
  } else {
    target.searchParams.set('error', 'unsupported_response_type');
  }
  const state = request.query.get('state');
  if (state !== null) target.searchParams.set('state', state);
  return { status: 302, headers: { Location: target.href }, body: '' };
}
