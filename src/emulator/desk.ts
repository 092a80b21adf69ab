import { controlReply } from './control.ts';
import { bearerOf, clientIdOf, credentialsRefusal } from './credentials.ts';
import { type Fault, spoil, takeFault } from './faults.ts';
import type { Outcome, Reply, Request } from './http.ts';
import { createLimits, type Limits } from './limits.ts';
import { authorizeReply, tokenReply } from './oauth.ts';
import { createProducts } from './products.ts';
import { failure, type Refusal, refuser } from './refusal.ts';
import type { Settings } from './settings.ts';
import { type EmulatorState, isProductPath } from './state.ts';
import { createTokens } from './tokens.ts';

/** How a request ends, and how much later than usual. */
export interface Served {
  readonly outcome: Outcome;
  readonly delayMs: number;
}

/** Answers every request that the emulator knows, from the state that it keeps. */
export function createDesk(settings: Settings, state: EmulatorState): (request: Request) => Served {
  const { now, clients, perMinute, perDay, errorShape } = settings;
  const tokens = createTokens(settings.tokenLifetimes, now);
  const refuse = refuser(errorShape);
  const oauth = { clients, tokens, ...(errorShape === 'gateway' && { refuse }) };
  const products = createProducts(settings.catalogue, settings);
  const limitsOf = new Map(
    clients.map(({ id }): [string, Limits] => [id, createLimits(perMinute, perDay, now)]),
  );
  const counts = { product: 0, token: 0 };

  /** Refuses in DigiKey's order: bearer, client id, the minute, the day, then what the call itself is. */
  function productCall(request: Request): Served {
    const barred = credentialsRefusal(request, clients, tokens);
    if (barred !== undefined) return atOnce(refuse(barred, request.path));
    const fault = nextFault('product');
    if (fault === 'expired-token') tokens.expire(bearerOf(request));
    if (fault === 'revoked-token') tokens.revoke(bearerOf(request));
    const ended = credentialsRefusal(request, clients, tokens);
    if (ended !== undefined) return atOnce(refuse(ended, request.path));
    const limits = limitsOf.get(clientIdOf(request)!)!;
    const beyond = limits.admit();
    const told = (refusal: Refusal) => withLimits(refuse(refusal, request.path), limits);
    if (beyond !== undefined) return atOnce(told(beyond));
    const answer = () => {
      const found = products(request);
      return 'body' in found ? withLimits(found, limits) : told(found);
    };
    return spoilt(fault, answer, told);
  }

  function tokenCall(request: Request): Served {
    const told = (refusal: Refusal) => refuse(refusal, request.path);
    return spoilt(nextFault('token'), () => tokenReply(request, oauth), told);
  }

  function nextFault(on: 'product' | 'token'): Fault | undefined {
    counts[on] += 1;
    return takeFault(state.faults, on, counts[on]);
  }

  function spoilt(fault: Fault | undefined, answer: () => Reply, told: (refusal: Refusal) => Reply): Served {
    const outcome = spoil(fault, { answer, refuse: told, perMinute, perDay, time: now() });
    return { outcome, delayMs: typeof fault === 'object' && 'latencyMs' in fault ? fault.latencyMs : 0 };
  }

  return (request) => {
    if (isProductPath(request.path)) return productCall(request);
    switch (`${request.method} ${request.path}`) {
      case 'POST /v1/oauth2/token':
        return tokenCall(request);
      case 'GET /v1/oauth2/authorize':
        return atOnce(authorizeReply(request, oauth));
      default:
        return atOnce(controlReply(request, state) ?? refuse(failure(404), request.path));
    }
  };
}

function atOnce(outcome: Outcome): Served {
  return { outcome, delayMs: 0 };
}

/** Adds the limits' headers; those that the reply has already stay. */
function withLimits(reply: Reply, limits: Limits): Reply {
  return { ...reply, headers: { ...limits.headers(), ...reply.headers } };
}
