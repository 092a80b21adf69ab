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

/** Bytes of a body, unpacked; a search answer in earnest has less than 1 MB. */
const LARGEST_BODY = 16 * 1024 * 1024;

/**
 * One call, whatever status it answers. The library is loaded with the first: a run from the cache does without. Never
 * retries: every attempt must pass the limiter. A body is unpacked as it arrives, and no further than `LARGEST_BODY`.
 * Throws `NetworkFault`, whose message holds no header and no body.
 */
export async function call(request: HttpRequest): Promise<HttpReply> {
  const { default: got, RequestError, TimeoutError } = await import('got');
  const { host } = new URL(request.url);
  try {
    const reply = got.stream(request.url, {
      method: request.method,
      headers: { 'user-agent': 'bom-audit', ...request.headers },
      ...(request.body === undefined ? {} : { body: request.body }),
      agent,
      retry: { limit: 0 },
      timeout: { request: request.timeoutMs },
      throwHttpErrors: false,
      followRedirect: false,
    });
    const body = await bodyOf(reply, host);
    const { statusCode: status, headers } = reply.response!;
    return { status, headers, body };
  } catch (error) {
    if (error instanceof TimeoutError)
      throw new NetworkFault(`${host} did not answer within ${request.timeoutMs / 1_000} s`);
    if (error instanceof RequestError) throw new NetworkFault(`${host} did not answer (${error.code})`);
    throw error;
  }
}

/** Leaving the loop ends the call. */
async function bodyOf(reply: AsyncIterable<Buffer>, host: string): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of reply) {
    size += chunk.length;
    if (size > LARGEST_BODY) throw new NetworkFault(`${host} answered with more than 16 MB`);
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
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
