import type { Outcome, Reply } from './http.ts';
import { burstRefusal, dayRefusal } from './limits.ts';
import { failure, type Refusal } from './refusal.ts';

/**
 * What goes wrong with one call. `reset` breaks the connection, `timeout` never answers, `truncated` sends half of
 * the true answer, `garbage` is no JSON, `wrong-shape` is JSON and no answer; the html ones are a proxy's pages.
 * `expired-token` and `revoked-token` end the token of the call for good; the latter is then one that nobody knows.
 * A `body` that is not a text is sent as JSON. `latencyMs` delays the true answer.
 */
export type Fault =
  | 'reset'
  | 'timeout'
  | 'truncated'
  | 'html'
  | 'html-403'
  | 'garbage'
  | 'wrong-shape'
  | 'burst-429'
  | 'daily-429'
  | 'expired-token'
  | 'revoked-token'
  | { readonly status: number; readonly retryAfter?: number; readonly body?: unknown }
  | { readonly latencyMs: number };

/**
 * A fault of the next product call with good credentials, or of the `at`-th one of this server, counted from 1;
 * `on: 'token'` is for token requests instead. It is taken even when a limit then refuses the call.
 */
export type ScriptedFault =
  | Fault
  | { readonly fault: Fault; readonly at?: number; readonly on?: 'product' | 'token' };

const NAMES =
  'reset timeout truncated html html-403 garbage wrong-shape burst-429 daily-429 expired-token revoked-token'.split(
    ' ',
  );

/** True for what may be put into the script. */
export function isScriptedFault(value: unknown): value is ScriptedFault {
  return isFault(typeof value === 'object' && value !== null && 'fault' in value ? value.fault : value);
}

function isFault(value: unknown): value is Fault {
  if (typeof value === 'string') return NAMES.includes(value);
  if (typeof value !== 'object' || value === null) return false;
  return 'status' in value ? Number.isInteger(value.status) : 'latencyMs' in value;
}

/** Takes the first fault out of the script that is due at the `count`-th call of this kind. */
export function takeFault(
  script: ScriptedFault[],
  on: 'product' | 'token',
  count: number,
): Fault | undefined {
  const place = script.findIndex((scripted) => {
    if (typeof scripted === 'string' || !('fault' in scripted)) return on === 'product';
    return (scripted.on ?? 'product') === on && (scripted.at ?? 0) <= count;
  });
  if (place < 0) return undefined;
  const [taken] = script.splice(place, 1);
  return typeof taken === 'object' && 'fault' in taken ? taken.fault : taken;
}

/** What a faulty answer is made of. */
export interface Spoiling {
  /** The true answer. */
  readonly answer: () => Reply;
  readonly refuse: (refusal: Refusal) => Reply;
  readonly perMinute: number;
  readonly perDay: number;
  readonly time: number;
}

/** The fault in place of the answer; `latencyMs` leaves the answer as it is. */
export function spoil(fault: Fault | undefined, spoiling: Spoiling): Outcome {
  const { answer, refuse, perMinute, perDay, time } = spoiling;
  switch (fault) {
    case 'reset':
      return { broken: 'reset' };
    case 'timeout':
      return { broken: 'silence' };
    case 'truncated':
      return { broken: 'half', reply: answer() };
    case 'html':
      return page(200, 'One moment please');
    case 'html-403':
      return page(403, 'Access to this page has been denied');
    case 'garbage':
      return { status: 200, headers: { 'Content-Type': 'application/json' }, body: '{"Products": [{"Desc' };
    case 'wrong-shape':
      return { status: 200, headers: { 'Content-Type': 'application/json' }, body: '{"message":"OK"}' };
    case 'burst-429':
      return refuse(burstRefusal(1, perMinute, time));
    case 'daily-429':
      return refuse(dayRefusal(perDay, time));
    case undefined:
    case 'expired-token':
    case 'revoked-token':
      return answer();
    default:
      return 'status' in fault ? failed(fault, refuse) : answer();
  }
}

function failed(fault: Extract<Fault, { status: number }>, refuse: (refusal: Refusal) => Reply): Reply {
  const retryAfter = fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) };
  const reply = refuse({ ...failure(fault.status), headers: retryAfter });
  if (fault.body === undefined) return reply;
  if (typeof fault.body !== 'string') return { ...reply, body: JSON.stringify(fault.body) };
  return { ...reply, headers: { ...reply.headers, 'Content-Type': 'text/plain' }, body: fault.body };
}

function page(status: number, text: string): Reply {
  const body = `<!DOCTYPE html>\n<html><head><title>${text}</title></head><body><h1>${text}</h1></body></html>\n`;
  return { status, headers: { 'Content-Type': 'text/html; charset=utf-8' }, body };
}
