import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { AuditError } from '../core/errors.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The longest that it may take, from connect to the last byte, in milliseconds. */
  readonly timeoutMs: number;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** The server could not be reached, or the answer broke off: worth another attempt. */
export class NetworkFault extends Error {}

const agent = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };

/**
 * One call, whatever status it answers. The library is loaded with the first: a run from the cache does without. Never retries: every attempt must pass the limiter. Throws
 * `NetworkFault`, whose message holds no header and no body.
 */
export async function call(request: HttpRequest): Promise<HttpReply> {
  const { default: got, RequestError, TimeoutError } = await import('got');
  try {
    const reply = await got(request.url, {
      method: request.method,
      headers: { 'user-agent': 'bom-audit', ...request.headers },
      ...(request.body === undefined ? {} : { body: request.body }),
      agent,
      retry: { limit: 0 },
      timeout: { request: request.timeoutMs },
      throwHttpErrors: false,
      followRedirect: false,
    });
    return { status: reply.statusCode, headers: reply.headers, body: reply.body };
  } catch (error) {
    const { host } = new URL(request.url);
    if (error instanceof TimeoutError)
      throw new NetworkFault(`${host} did not answer within ${request.timeoutMs / 1_000} s`);
    if (error instanceof RequestError) throw new NetworkFault(`${host} did not answer (${error.code})`);
    throw error;
  }
}

/**
 * Refuses an address that the client secret must not travel to: anything but https, except a loopback address.
 * Throws `AuditError('config')`.
 */
export function safeBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const loopback = url !== undefined && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback)) return text.replace(/\/+$/, '');
  throw new AuditError('config', `DK_BASE_URL must be an https address, not ${JSON.stringify(text)}`, {
    hint: 'Plain http is taken for this machine only (http://127.0.0.1:…), since the client secret travels.',
  });
}
