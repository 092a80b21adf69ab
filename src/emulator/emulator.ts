import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { CONTROL_ROOT } from './control.ts';
import { clientIdOf } from './credentials.ts';
import { createDesk, type Served } from './desk.ts';
import { type Request, receive, send } from './http.ts';
import { keywordsOf } from './keyword.ts';
import { claimedClientId } from './oauth.ts';
import { randomFrom } from './random.ts';
import { type EmulatorOptions, settle } from './settings.ts';
import { type Call, createState, type EmulatorState } from './state.ts';

/** DigiKey on this machine. */
export interface Emulator {
  readonly server: Server;
  readonly state: EmulatorState;
  /** Listens on 127.0.0.1, on any free port unless told which, and resolves to the base URL. */
  listen(port?: number): Promise<string>;
  /** Breaks what connections there are. */
  close(): Promise<void>;
}

/**
 * A plain HTTP server that answers as DigiKey's Product Information v4 does, from its own documents. It does not
 * sort, filters by maker only, converts no prices, and has no endpoints but those of the tokens, keyword search,
 * product details, substitutions and manufacturers.
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const settings = settle(options);
  const state = createState();
  const desk = createDesk(settings, state);
  const random = randomFrom(1);

  async function serve(request: Request, response: ServerResponse): Promise<void> {
    const call = enter(request, settings.now());
    if (!request.path.startsWith(CONTROL_ROOT)) state.calls.push(call);
    const { outcome, delayMs } = answer(request);
    const latency = delayMs + drawn(settings.latencyMs, random);
    if (latency > 0) await sleep(latency, undefined, { ref: false });
    if ('status' in outcome) call.status = outcome.status;
    else if (outcome.broken === 'half') call.status = outcome.reply.status;
    send(response, outcome);
  }

  /** A mistake of the emulator's own shows in the answer instead of ending the process. */
  function answer(request: Request): Served {
    try {
      return desk(request);
    } catch (error) {
      return { outcome: { status: 500, body: `The emulator failed: ${(error as Error).stack}` }, delayMs: 0 };
    }
  }

  const server = createServer((message, response) => {
    receive(message)
      .then((request) => serve(request, response))
      .catch(() => response.destroy());
  });

  return {
    server,
    state,
    async listen(port = 0) {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
    async close() {
      if (!server.listening) return;
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** The journal's line for a request that is not answered yet. */
function enter(request: Request, wall: number): Call {
  const { method, path, target } = request;
  const keywords = path.endsWith('/search/keyword') ? keywordsOf(request.body) : undefined;
  const clientId = clientIdOf(request) ?? claimedClientId(request);
  return {
    at: performance.now(),
    wall,
    method,
    path: target,
    ...(keywords !== undefined && { keywords }),
    ...(clientId !== undefined && { clientId }),
    status: null,
  };
}

function drawn(latency: number | readonly [number, number], random: () => number): number {
  if (typeof latency === 'number') return latency;
  const [least, most] = latency;
  return least + random() * (most - least);
}
