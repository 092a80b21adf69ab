import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

/** A request that has arrived whole; `target`, and `path` which is it without the query, are still percent-encoded. */
export interface Request {
  readonly method: string;
  readonly target: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A whole answer, or how the connection goes wrong in place of one. */
export type Outcome =
  | Reply
  | { readonly broken: 'reset' | 'silence' }
  | { readonly broken: 'half'; readonly reply: Reply };

/** Reads the request to its end; rejects when the connection breaks before it. */
export async function receive(message: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const target = message.url ?? '/';
  const cut = target.indexOf('?');
  return {
    method: message.method ?? 'GET',
    target,
    path: cut < 0 ? target : target.slice(0, cut),
    query: new URLSearchParams(cut < 0 ? '' : target.slice(cut)),
    headers: message.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

export function json(status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

/** Sends the answer, or breaks the connection as the outcome says. */
export function send(response: ServerResponse, outcome: Outcome): void {
  if (!('broken' in outcome)) {
    writeHead(response, outcome);
    response.end(outcome.body);
  } else if (outcome.broken === 'reset') {
    response.socket?.resetAndDestroy();
  } else if (outcome.broken === 'half') {
    const { reply } = outcome;
    writeHead(response, reply);
    response.write(reply.body.slice(0, Math.ceil(reply.body.length / 2)), () => response.destroy());
  }
}

function writeHead(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, { ...reply.headers, 'Content-Length': Buffer.byteLength(reply.body) });
}
