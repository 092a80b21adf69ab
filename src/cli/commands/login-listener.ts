import type { RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { generate } from 'selfsigned';
import { AuditError } from '../../core/errors.ts';
import type { Io } from '../io.ts';
import { codeOf } from './login-redirect.ts';

/**
 * Listens at a loopback address until the browser brings the code of this login. The certificate is made on the
 * spot and lives as long as the listener, so the browser warns once. Throws `AuditError`.
 */
export async function listenForCode(redirect: URL, state: string, io: Io): Promise<string> {
  const host = redirect.hostname === 'localhost' ? '127.0.0.1' : redirect.hostname.replace(/[[\]]/g, '');
  const name = [{ name: 'commonName', value: redirect.hostname }];
  const { private: key, cert } = await generate(name, { keySize: 2048 });
  const server = createServer({ key, cert });
  const ended = new AbortController();
  try {
    return await new Promise<string>((resolve, reject) => {
      const interrupted = (): void => reject(new AuditError('stopped', 'The login was interrupted'));
      if (io.signal.aborted) return interrupted();
      io.signal.addEventListener('abort', interrupted, { signal: ended.signal });
      server.on('request', answering(redirect, state, resolve, reject));
      server.on('error', (error) => reject(cannotListen(redirect, error)));
      server.listen(Number(redirect.port || 443), host, () => {
        io.stderr.write(
          `Waiting at ${redirect.origin} for the browser. It will warn of a certificate that it does not know: this command's own.\n`,
        );
      });
    });
  } finally {
    ended.abort();
    server.close();
    server.closeAllConnections();
  }
}

/** Only the redirect's own path counts: browsers ask for icons, too. */
function answering(
  redirect: URL,
  state: string,
  resolve: (code: string) => void,
  reject: (error: unknown) => void,
): RequestListener {
  return (request, response) => {
    const url = new URL(request.url ?? '/', redirect);
    if (url.pathname !== redirect.pathname) return void response.writeHead(404).end();
    response.setHeader('content-type', 'text/plain; charset=utf-8');
    response.setHeader('connection', 'close');
    try {
      const code = codeOf(url, state);
      response.end('bom-audit has what it needs. You may close this window.\n', () => resolve(code));
    } catch (error) {
      response.writeHead(400).end(`${(error as Error).message}.\n`, () => reject(error));
    }
  };
}

function cannotListen(redirect: URL, cause: Error): AuditError {
  return new AuditError('usage', `Nothing can listen at ${redirect.origin}`, {
    hint: 'Use bom-audit login --paste, or register another redirect address for your app.',
    cause,
  });
}
