import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Server as NetServer } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { generate } from 'selfsigned';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createEmulator } from '../../src/emulator/emulator.ts';
import { proxyFor } from '../../src/sources/proxy.ts';
import { type Ended, start } from '../support/children.ts';
import { quickFolder } from '../support/folder.ts';

const DIGIKEY = 'https://api.digikey.com';

test.each<[env: Record<string, string>, url: string, proxy: string | null]>([
  [{}, DIGIKEY, null],
  [{ HTTPS_PROXY: 'http://proxy.example:3128' }, DIGIKEY, 'http://proxy.example:3128/'],
  [{ https_proxy: 'http://small:1', HTTPS_PROXY: 'http://large:1' }, DIGIKEY, 'http://small:1/'],
  [{ HTTPS_PROXY: 'https://proxy.example' }, DIGIKEY, 'https://proxy.example/'],
  [{ HTTPS_PROXY: 'proxy.example:3128' }, DIGIKEY, 'http://proxy.example:3128/'],
  [{ HTTP_PROXY: 'http://only:1' }, DIGIKEY, 'http://only:1/'],
  [{ HTTP_PROXY: 'http://plain:1', HTTPS_PROXY: 'http://tls:1' }, DIGIKEY, 'http://tls:1/'],
  [{ HTTPS_PROXY: '', HTTP_PROXY: '' }, DIGIKEY, null],
  [{ HTTPS_PROXY: 'http://p:1' }, 'http://127.0.0.1:8080', null],
  [{ HTTPS_PROXY: 'http://p:1' }, 'https://localhost:8080', null],
  [{ HTTPS_PROXY: 'http://p:1' }, 'http://[::1]:8080', null],
  ...(
    [
      ['*', null],
      ['api.digikey.com', null],
      ['API.DIGIKEY.COM', null],
      ['digikey.com', null],
      ['.digikey.com', null],
      ['*.digikey.com', null],
      ['other.example, digikey.com', null],
      ['other.example digikey.com:443', null],
      ['digikey.com:8443', 'http://p:1/'],
      ['key.com', 'http://p:1/'],
      ['other.example', 'http://p:1/'],
      [' , ,', 'http://p:1/'],
    ] as const
  ).map(([NO_PROXY, proxy]) => {
    return [{ HTTPS_PROXY: 'http://p:1', NO_PROXY }, DIGIKEY, proxy] as [
      Record<string, string>,
      string,
      string | null,
    ];
  }),
])('%j: %s goes through %s', (env, url, proxy) => {
  expect(proxyFor(new URL(url), env)?.href ?? null).toBe(proxy);
});

test.each(['socks5://me:hush@p:1', 'http://me:hush@:x', 'ftp://me:hush@p'])(
  'a proxy that is none is told without its password: %s',
  (HTTPS_PROXY) => {
    expect(() => proxyFor(new URL(DIGIKEY), { HTTPS_PROXY })).toThrow(
      expect.objectContaining({ code: 'config', message: expect.not.stringContaining('hush') }),
    );
  },
);

describe('an audit behind a proxy', () => {
  test('reaches DigiKey through it, and by nothing else', async () => {
    const { proxy, asked, run } = await behindProxy((tunnel, digikey) => {
      const socket = connect((digikey.address() as AddressInfo).port, '127.0.0.1', () => {
        tunnel.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(tunnel).pipe(socket);
      });
      socket.on('error', () => tunnel.destroy());
    });
    const { exit, stdout, stderr } = await run({ HTTPS_PROXY: `http://me:hush@${proxy}` });
    expect({ exit, stderr }).toMatchObject({ exit: 0 });
    expect(JSON.parse(stdout)).toMatchObject({ match: 'exact' });
    expect(new Set(asked.map(({ url }) => url))).toEqual(new Set(['api.digikey.com:443']));
    expect(asked[0]!.headers['proxy-authorization']).toBe(`Basic ${btoa('me:hush')}`);
  });

  test('is told what the proxy answers, which is no answer of DigiKey', async () => {
    const refusing = 'HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n';
    const { proxy, run } = await behindProxy((tunnel) => tunnel.end(refusing));
    const { exit, stderr } = await run({ HTTPS_PROXY: `http://me:hush@${proxy}` });
    expect(exit).toBe(3);
    expect(stderr).toContain(`api.digikey.com did not answer through the proxy ${proxy} (Bad response: 407)`);
    expect(stderr).not.toContain('hush');
  });
});

interface BehindProxy {
  /** Host and port. */
  readonly proxy: string;
  readonly asked: IncomingMessage[];
  /** Asks for one part, as a process of its own. */
  run(env: Record<string, string>): Promise<Ended>;
}

/** A proxy, and behind it a server with DigiKey's name that passes everything on to the emulator. */
async function behindProxy(answer: (tunnel: Duplex, digikey: Server) => void): Promise<BehindProxy> {
  const folder = quickFolder();
  const emulator = createEmulator();
  const target = new URL(await emulator.listen());
  const altNames = [{ type: 2 as const, value: 'api.digikey.com' }];
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'api.digikey.com' }], {
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames }],
  });
  writeFileSync(join(folder, 'ca.pem'), cert);
  const digikey = createTlsServer({ key, cert }, (incoming, response) => {
    const { method, headers, url } = incoming;
    const onward = request(target, { path: url, method, headers }, (reply) => {
      response.writeHead(reply.statusCode!, reply.headers);
      reply.pipe(response);
    });
    incoming.pipe(onward);
  });
  const asked: IncomingMessage[] = [];
  const proxy = createServer().on('connect', (incoming: IncomingMessage, tunnel: Duplex) => {
    asked.push(incoming);
    answer(tunnel, digikey);
  });
  onTestFinished(async () => {
    digikey.closeAllConnections();
    digikey.close();
    proxy.closeAllConnections();
    proxy.close();
    await emulator.close();
  });
  await Promise.all([digikey, proxy].map(listening));
  const env = {
    BOM_AUDIT_DB: join(folder, 'test.db'),
    DK_CLIENT_ID: 'emulator',
    DK_CLIENT_SECRET: 'emulator',
    NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
    PACE: JSON.stringify({ speed: 1_000, wall: Date.now(), machine: 0 }),
  };
  return {
    proxy: `127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    asked,
    run: (more) =>
      start('test/support/child.ts', ['part', 'NE555P', '--json'], folder, { ...env, ...more }).ended,
  };
}

async function listening(server: NetServer): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}
