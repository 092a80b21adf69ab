import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { RequestError } from 'got';
import { HttpsProxyAgent } from 'hpagent';
import { isLoopback } from '../core/address.ts';
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

/**
 * One call, whatever status it answers; never retries: every attempt must pass the limiter. A body is unpacked as it
 * arrives, and no further than `LARGEST_BODY`. When `signal` is
 * aborted it has `GRACE` left, since its answer is paid for; then it throws the signal's reason. Throws
 * `NetworkFault`, whose message holds no header, no body and no password of a proxy.
 */
export type Call = (request: HttpRequest, signal?: AbortSignal) => Promise<HttpReply>;

/** Bytes of a body, unpacked; a search answer in earnest has less than 1 MB. */
const LARGEST_BODY = 16 * 1024 * 1024;

/** What a call that is under way has left when the run is to end, in milliseconds. */
const GRACE = 1_000;
/** The longest that a proxy may take to connect, in milliseconds. */
const PROXY_TIMEOUT = 10_000;

/** Calls through the proxy, or straight. The library is loaded with the first call: a run from the cache does without. */
export function createCall(proxy: URL | null = null): Call {
  const agent = {
    http: new HttpAgent({ keepAlive: true }),
    https: proxy
      ? new HttpsProxyAgent({ keepAlive: true, proxy, timeout: PROXY_TIMEOUT })
      : new HttpsAgent({ keepAlive: true }),
  };

  async function send(request: HttpRequest, cut: AbortSignal): Promise<HttpReply> {
    const { default: got, RequestError } = await import('got');
    try {
      const reply = got.stream(request.url, {
        method: request.method,
        headers: { 'user-agent': 'bom-audit', ...request.headers },
        ...(request.body === undefined ? {} : { body: request.body }),
        agent,
        retry: { limit: 0 },
        timeout: { request: request.timeoutMs },
        signal: cut,
        throwHttpErrors: false,
        followRedirect: false,
      });
      const body = await bodyOf(reply, new URL(request.url).host);
      const { statusCode: status, headers } = reply.response!;
      return { status, headers, body };
    } catch (error) {
      cut.throwIfAborted();
      throw error instanceof RequestError ? new NetworkFault(faultText(error, request, proxy)) : error;
    }
  }

  return (request, signal) => withGrace((cut) => send(request, cut), signal);
}

/** Names both machines, and neither header nor password. */
function faultText(error: RequestError, { url, timeoutMs }: HttpRequest, proxy: URL | null): string {
  const { host } = new URL(url);
  const way = proxy ? ` through the proxy ${proxy.host}` : '';
  if (error.name === 'TimeoutError') return `${host} did not answer${way} within ${timeoutMs / 1_000} s`;
  const isWithoutCode = proxy !== null && error.code === 'ERR_GOT_REQUEST_ERROR';
  return `${host} did not answer${way} (${isWithoutCode ? error.message : error.code})`;
}

/** Does what `signal` has not ended yet; its own signal comes `GRACE` later. */
async function withGrace<T>(work: (cut: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
  signal?.throwIfAborted();
  const cut = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const onAbort = (): void => {
    timer = setTimeout(() => cut.abort(signal?.reason), GRACE);
  };
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await work(cut.signal);
  } finally {
    signal?.removeEventListener('abort', onAbort);
    clearTimeout(timer);
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
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url));
  if (isSafe && url?.username === '' && url.password === '') return text.replace(/\/+$/, '');
  const said = url?.username || url?.password ? 'one with a user name' : JSON.stringify(text);
  throw new AuditError('config', `DK_BASE_URL must be an https address, not ${said}`, {
    hint: 'Plain http is taken for this machine only (http://127.0.0.1:…), since the client secret travels.',
  });
}
