import { randomUUID } from 'node:crypto';
import { json, type Reply } from './http.ts';

/** A refusal, apart from the shape in which it is told. */
export interface Refusal {
  readonly status: number;
  /** `ErrorMessage` of the gateway. */
  readonly message: string;
  /** `ErrorDetails` of the gateway. */
  readonly details: string;
  /** `detail` of a problem document: message and details as one text unless given. */
  readonly detail?: string;
  /** What is wrong by field of the request's body. */
  readonly errors?: Readonly<Record<string, readonly string[]>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export type ErrorShape = 'problem' | 'gateway' | 'mixed';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

const RETRY_LATER = 'Please try again after the number of seconds in the Retry-After header';

export const NO_BEARER: Refusal = {
  status: 401,
  message: 'Bearer token is missing or not valid',
  details: 'Send a valid Bearer token',
};

export const EXPIRED_BEARER: Refusal = {
  status: 401,
  message: 'Bearer token  expired',
  details:
    'Please use your refresh token to obtain a new Bearer token, or acquire a new set of tokens from the OAuth endpoint.',
  detail: 'Bearer token is expired',
};

export const INVALID_CLIENT_ID: Refusal = {
  status: 401,
  message: 'Invalid clientId',
  details: 'client_id query parameter has incorrect value. Send valid client_id',
};

export const NOT_SUBSCRIBED: Refusal = {
  status: 401,
  message: 'Invalid Client-Id',
  details: 'You are not subscribed to this API. Please subscribe and try again.',
};

export const BURST_LIMIT: Refusal = { status: 429, message: 'BurstLimit exceeded', details: RETRY_LATER };

export const DAY_LIMIT: Refusal = { status: 429, message: 'Daily Ratelimit exceeded', details: RETRY_LATER };

/** A request that the service understands and will not serve. */
export function badRequest(errors: Readonly<Record<string, readonly string[]>>): Refusal {
  const details = Object.values(errors).flat().join(' ');
  return { status: 400, message: 'Bad Request', details, detail: details, errors };
}

export function notFound(productNumber: string): Refusal {
  const detail = `Requested Product ${productNumber} Not Found`;
  return { status: 404, message: 'Not Found', details: detail, detail };
}

export function duplicates(productNumber: string): Refusal {
  const details = `Duplicate Products found for ${productNumber}. Send a manufacturerId or a DigiKey product number`;
  return { status: 404, message: 'Duplicate Products found', details };
}

/** A failure of the server by its status alone. */
export function failure(status: number): Refusal {
  if (status === 429) return BURST_LIMIT;
  const title = TITLES[status] ?? 'Error';
  return { status, message: title, details: title, detail: title };
}

/**
 * Tells refusals in one of DigiKey's two shapes, a problem document of the service or an error of its gateway;
 * `mixed` takes turns, since both occur for the same status.
 */
export function refuser(shape: ErrorShape): (refusal: Refusal, path: string) => Reply {
  let told = 0;
  return (refusal, path) => {
    told += 1;
    const gateway = shape === 'gateway' || (shape === 'mixed' && told % 2 === 0);
    const id = randomUUID();
    const headers = { 'X-DIGIKEY-REQUEST-ID': id, ...refusal.headers };
    if (gateway) return json(refusal.status, gatewayError(refusal, id), headers);
    const type = { 'Content-Type': 'application/problem+json; charset=utf-8' };
    return json(refusal.status, problem(refusal, path, id), { ...headers, ...type });
  };
}

function problem(refusal: Refusal, instance: string, correlationId: string) {
  const { status, message, details } = refusal;
  return {
    type: `https://httpstatuses.io/${status}`,
    title: TITLES[status] ?? 'Error',
    status,
    detail: refusal.detail ?? `${message}. ${details}`,
    instance,
    correlationId,
    errors: refusal.errors ?? {},
  };
}

function gatewayError(refusal: Refusal, requestId: string) {
  return {
    ErrorResponseVersion: '3.0.0.0',
    StatusCode: refusal.status,
    ErrorMessage: refusal.message,
    ErrorDetails: refusal.details,
    RequestId: requestId,
    ValidationErrors: Object.entries(refusal.errors ?? {}).map(([Field, messages]) => ({
      Field,
      Message: messages.join(' '),
    })),
  };
}
