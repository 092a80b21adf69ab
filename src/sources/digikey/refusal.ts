import { dayEnd } from '../../core/day-end.ts';
import { AuditError } from '../../core/errors.ts';
import type { DayNews } from '../../ports.ts';
import type { HttpReply } from '../http.ts';
import { retryAfter } from '../retry.ts';
import { count } from '../stated.ts';

/** Longer words of a server are cut: they are told for every part. */
const LONGEST_WORDS = 300;
const LONGEST_ID = 100;

/**
 * What a refusal says, from either of the two body shapes that DigiKey sends for one status: `DKProblemDetails`
 * (title, detail) and the gateway's (ErrorMessage, ErrorDetails); or from OAuth's own. Empty for anything else.
 */
export function refusalText(body: string): string {
  try {
    const { title, detail, ErrorMessage, ErrorDetails, error, error_description } = JSON.parse(body);
    const said = [ErrorMessage, ErrorDetails, detail ?? title, error, error_description];
    return said
      .filter((words) => typeof words === 'string')
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, LONGEST_WORDS);
  } catch {
    return '';
  }
}

/** What DigiKey's support asks for; undefined when the reply names none. */
export function requestId(reply: HttpReply): string | undefined {
  const stated = header(reply, 'x-digikey-request-id');
  return (stated ?? /"(?:correlationId|RequestId)":"([^"]+)"/.exec(reply.body)?.[1])?.slice(0, LONGEST_ID);
}

const PORTAL = 'https://developer.digikey.com';
const REFUSALS: readonly (readonly [said: RegExp, message: string, hint: string])[] = [
  [
    /invalid_grant/i,
    'DigiKey does not take the stored login any more',
    'Log in again with bom-audit login, or bom-audit logout to go on without.',
  ],
  [
    /not subscribed/i,
    'DigiKey says that this client is not subscribed to Product Information V4',
    `Add the product "ProductInformation V4" to your app at ${PORTAL}.`,
  ],
  [
    /invalid[_ ]client\b.*credentials|client credentials are invalid|invalid_client/i,
    'DigiKey refuses the client secret',
    `Check DK_CLIENT_SECRET (and DK_CLIENT_ID) against your app at ${PORTAL}.`,
  ],
  [
    /client[-_ ]?id/i,
    'DigiKey does not know this client id',
    `Check DK_CLIENT_ID; an id of the sandbox works on the sandbox only (DK_BASE_URL). Ids: ${PORTAL}.`,
  ],
];

/** A 401 that no new token heals, as what to mend. */
export function unauthorized(reply: HttpReply): AuditError {
  const said = refusalText(reply.body);
  const known = REFUSALS.find(([pattern]) => pattern.test(said));
  if (known) return new AuditError('auth', known[1], { hint: known[2] });
  return new AuditError('auth', `DigiKey refuses the access token${said && ` (${said})`}`, {
    hint: `Check DK_CLIENT_ID and DK_CLIENT_SECRET against your app at ${PORTAL}.`,
  });
}

/** The server says that the token's time is over. */
export function isExpired(reply: HttpReply): boolean {
  return /bearer token\s+(is )?expired/i.test(refusalText(reply.body).replace(/\s+/g, ' '));
}

/** True for the refusal that lasts until the day ends, false for the one of a burst. */
export function isDaily(reply: HttpReply): boolean {
  const said = refusalText(reply.body);
  if (/burst/i.test(said)) return false;
  return /daily/i.test(said) || header(reply, 'x-ratelimit-remaining') === '0';
}

/** What the reply's headers say of the day; undefined when they say nothing. */
export function dayNews(reply: HttpReply, now: number): DayNews | undefined {
  const remaining = count(header(reply, 'x-ratelimit-remaining'));
  if (remaining === undefined) return undefined;
  const limit = count(header(reply, 'x-ratelimit-limit')) ?? null;
  return { remaining, limit, resetsAt: resetOf(reply, now) };
}

/**
 * How long the reply asks to wait, in milliseconds; null when it does not say. Burst headers stand on every reply,
 * and mean a wait on a 429 only.
 */
export function waitOf(reply: HttpReply, now: number): number | null {
  const stated = retryAfter(header(reply, 'retry-after'), now);
  if (stated !== null || reply.status !== 429) return stated;
  return retryAfter(header(reply, 'x-burstlimit-reset'), now);
}

/** When the day starts anew: the server's word where a day can end then, else 00:00 UTC. */
export function resetOf(reply: HttpReply, now: number): number {
  const time = Date.parse(header(reply, 'x-ratelimit-resettime') ?? '');
  const wait = retryAfter(header(reply, 'x-ratelimit-reset'), now) ?? Number.NaN;
  return dayEnd([time, now + wait], now);
}

export function header(reply: HttpReply, name: string): string | undefined {
  const value = reply.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
