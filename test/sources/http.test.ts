import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PassThrough, Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { constants, createBrotliCompress, createDeflate, createGzip } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { call, NetworkFault, safeBaseUrl } from '../../src/sources/http.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});
async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/path`;
}
const get = (url: string, timeoutMs = 30_000) =>
  call({ method: 'GET', url, headers: { authorization: 'Bearer hush-4711' }, timeoutMs });

test.each([200, 302, 401, 404, 429, 503])('%i is a reply, not a fault, and is sent once', async (status) => {
  let requests = 0;
  const url = await serve((_request, response) => {
    requests += 1;
    response.writeHead(status, { location: '/elsewhere', 'x-some': 'header' }).end('body');
  });
  expect(await get(url)).toMatchObject({ status, body: 'body', headers: { 'x-some': 'header' } });
  expect(requests).toBe(1);
});

test.each<[what: string, listener: RequestListener]>([
  ['a reset', (request) => void request.socket.resetAndDestroy()],
  [
    'half an answer',
    (_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => response.destroy());
    },
  ],
  ['silence', () => {}],
  [
    'an answer that never ends',
    (_request, response) => {
      response.write('x');
    },
  ],
])('%s is a fault of the network that holds no header, and is sent once', async (_what, listener) => {
  let requests = 0;
  const url = await serve((request, response) => {
    requests += 1;
    listener(request, response);
  });
  const error = await get(url, 500).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(NetworkFault);
  expect(error.message).toMatch(/^127\.0\.0\.1:\d+ did not answer/);
  expect(JSON.stringify(error) + error.stack).not.toContain('4711');
  expect(requests).toBe(1);
});

const MIB = 2 ** 20;
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

describe.each<[encoding: string, pack: () => Transform]>([
  ['identity', () => new PassThrough()],
  ['gzip', createGzip],
  ['deflate', createDeflate],
  ['br', () => createBrotliCompress(quick)],
])('a body as %s', (encoding, pack) => {
  const send = (content: Iterable<Buffer>) =>
    serve((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding });
      pipeline(Readable.from(content), pack(), response).catch(() => {});
    });

  test('is unpacked', async () => {
    expect((await get(await send([Buffer.from('{"Products":'), Buffer.from('[]}')]))).body).toBe(
      '{"Products":[]}',
    );
  });

  test('may have 16 MB, unpacked', async () => {
    const { body } = await get(await send(Array(16).fill(Buffer.alloc(MIB, 'x'))));
    expect(body.length).toBe(16 * MIB);
  });

  test('and no byte more', async () => {
    const content = [...Array(16).fill(Buffer.alloc(MIB, 'x')), Buffer.from('x')];
    await expect(get(await send(content))).rejects.toThrow(/^127.*answered with more than 16 MB$/);
  });

  test('that never ends is a fault of the network, and its connection is given up', async () => {
    let sent = 0;
    function* endless() {
      for (const chunk = Buffer.alloc(MIB); ; sent += 1) yield chunk;
    }
    const error = await get(await send(endless())).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(NetworkFault);
    expect(error.message).toMatch(/more than 16 MB/);
    while ((await connections()) > 0) await sleep(5);
    const all = sent;
    await sleep(50);
    expect(sent).toBe(all);
  });
});

const connections = (): Promise<number> =>
  new Promise((resolve) => server!.getConnections((_error, count) => resolve(count)));

test('a byte order mark is no part of the body', async () => {
  const url = await serve((_request, response) => void response.end('\ufeff{}'));
  expect((await get(url)).body).toBe('{}');
});

test('a server that is not there is a fault of the network', async () => {
  await expect(get('http://127.0.0.1:1/')).rejects.toBeInstanceOf(NetworkFault);
});

test.each([
  ['https://api.digikey.com', 'https://api.digikey.com'],
  ['https://api.digikey.com//', 'https://api.digikey.com'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://localhost:8080/', 'http://localhost:8080'],
  ['http://[::1]:8080', 'http://[::1]:8080'],
])('the secret may travel to %s', (text, url) => {
  expect(safeBaseUrl(text)).toBe(url);
});

test.each(['http://api.digikey.com', 'http://127.0.0.1.evil.example', 'ftp://x', 'api.digikey.com', ''])(
  'the secret may not travel to %j',
  (text) => {
    expect(() => safeBaseUrl(text)).toThrow(expect.objectContaining({ code: 'config' }));
  },
);
