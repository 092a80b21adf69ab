import { type Fault, isScriptedFault, spoil, takeFault } from './faults.ts';
import { json, type Outcome, type Reply, type Request } from './http.ts';
import { createLimits, type Limits } from './limits.ts';
import { authorizeReply, tokenReply } from './oauth.ts';
import { createProducts } from './products.ts';
import { EXPIRED_BEARER, failure, INVALID_CLIENT_ID, NO_BEARER, NOT_SUBSCRIBED, refuser } from './refusal.ts';
import type { Settings } from './settings.ts';
import { type EmulatorState, isProductPath } from './state.ts';
import { createTokens } from './tokens.ts';

/** How a request ends, and how much later than usual. */
export interface Served {
  readonly outcome: Outcome;
  readonly delayMs: number;
}

const REFRESH_SECONDS = 7_775_999;

/** Answers every request that the emulator knows, from the state that it keeps. */
export function createDesk(settings: Settings, state: EmulatorState): (request: Request) => Served {
  const { now, clients, perMinute, perDay, tokenLifetime } = settings;
  const lifetimes = {
    twoLegged: tokenLifetime ?? 599,
    threeLegged: tokenLifetime ?? 1799,
    refresh: REFRESH_SECONDS,
  };
  const tokens = createTokens(lifetimes, now);
  const refuse = refuser(settings.errorShape);
  const oauth = { clients, tokens, ...(settings.errorShape === 'gateway' && { refuse }) };
  const products = createProducts(settings.catalogue, {
    wording: settings.statusWording,
    flagsTruthful: settings.flagsTruthful,
  });
  const limitsOf = new Map(
    clients.map(({ id }): [string, Limits] => [id, createLimits(perMinute, perDay, now)]),
  );
  const counts = { product: 0, token: 0 };

  /** Refuses in DigiKey's order: bearer, client id, the minute, the day, then what the call itself is. */
  function productCall(request: Request): Served {
    const bearer = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const refused = credentialsRefusal(request, bearer);
    if (refused !== undefined) return { outcome: refuse(refused, request.path), delayMs: 0 };
    const fault = nextFault('product');
    if (fault === 'expired-token') {
      tokens.expire(bearer);
      return { outcome: refuse(EXPIRED_BEARER, request.path), delayMs: 0 };
    }
    const limits = limitsOf.get(clientIdOf(request))!;
    const beyond = limits.admit();
    if (beyond !== undefined)
      return { outcome: refuse(withLimits(beyond, limits), request.path), delayMs: 0 };
    const answer = () => {
      const found = products(request);
      return 'body' in found ? found : refuse(found, request.path);
    };
    return spoilt(fault, request, () => withLimits(answer(), limits), limits);
  }

  function credentialsRefusal(request: Request, bearer: string) {
    const holder = tokens.holder(bearer);
    if (holder === undefined) return NO_BEARER;
    if (holder.expired) return EXPIRED_BEARER;
    const client = clients.find(({ id }) => id === clientIdOf(request));
    if (client === undefined || client.id !== holder.clientId) return INVALID_CLIENT_ID;
    return client.subscribed === false ? NOT_SUBSCRIBED : undefined;
  }

  function nextFault(on: 'product' | 'token'): Fault | undefined {
    counts[on] += 1;
    return takeFault(state.faults, on, counts[on]);
  }

  function spoilt(fault: Fault | undefined, request: Request, answer: () => Reply, limits?: Limits): Served {
    const outcome = spoil(fault, {
      answer,
      refuse: (refusal) => refuse(limits === undefined ? refusal : withLimits(refusal, limits), request.path),
      perMinute,
      perDay,
      time: now(),
    });
    return { outcome, delayMs: typeof fault === 'object' && 'latencyMs' in fault ? fault.latencyMs : 0 };
  }

  function other(request: Request): Reply {
    switch (`${request.method} ${request.path}`) {
      case 'GET /v1/oauth2/authorize':
        return authorizeReply(request, oauth);
      case 'GET /_emulator/journal':
        return json(200, { calls: state.calls, maxInAnyMinute: state.maxInAnyMinute() });
      case 'POST /_emulator/faults':
        return script(request, state);
      default:
        return refuse(failure(404), request.path);
    }
  }

  return (request) => {
    if (isProductPath(request.path)) return productCall(request);
    if (request.method === 'POST' && request.path === '/v1/oauth2/token') {
      return spoilt(nextFault('token'), request, () => tokenReply(request, oauth));
    }
    return { outcome: other(request), delayMs: 0 };
  };
}

function clientIdOf(request: Request): string {
  return request.headers['x-digikey-client-id']?.toString() ?? '';
}

/** Adds the limits' headers; those that are there already stay. */
function withLimits<T extends { readonly headers?: Readonly<Record<string, string>> }>(
  reply: T,
  limits: Limits,
): T {
  return { ...reply, headers: { ...limits.headers(), ...reply.headers } };
}

/** Adds the faults of a JSON array to the script, all or none. */
function script(request: Request, state: EmulatorState): Reply {
  const wanted = parsed(request.body);
  if (!Array.isArray(wanted) || !wanted.every(isScriptedFault)) {
    return json(400, { message: 'Send a JSON array of faults, such as ["reset", {"status": 503}]' });
  }
  state.faults.push(...wanted);
  return json(200, { faults: state.faults });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
