import { AuditError } from '../../core/errors.ts';
import type { Provider, Question } from '../../ports.ts';
import { type Judgement, type Patience, type Prepare, persist } from '../attempts.ts';
import { call, type HttpReply, type HttpRequest } from '../http.ts';
import { readAnswer } from './read.ts';
import {
  dayNews,
  isDaily,
  isExpired,
  refusalText,
  requestId,
  resetOf,
  unauthorized,
  waitOf,
} from './refusal.ts';
import { readSubstitutes } from './substitutes.ts';
import type { TokenSource } from './token.ts';

export interface Locale {
  readonly site: string;
  readonly language: string;
  readonly currency: string;
}

export interface DigiKeyOptions extends Patience {
  /** Under which answers are stored. */
  readonly id: string;
  readonly baseUrl: string;
  readonly clientId: string;
  readonly locale: Locale;
  readonly tokens: TokenSource;
  /** The longest that one call may take, in milliseconds. */
  readonly timeoutMs: number;
  /** What is told when the day is spent; `resetsAt` in milliseconds since 1970. */
  readonly quotaSpent: (resetsAt: number) => AuditError;
}

/** Of one product, as the last step of the path. */
const OPERATIONS = { details: 'productdetails', substitutes: 'substitutions' } as const;

/** Exact matches come unpaged, so that a short page of similar products is enough. */
const SIMILAR = 10;

/**
 * DigiKey's Product Information V4. A keyword search carries whole products, so that one call both validates a
 * part number and tells its lifecycle; a details call is for what a search answer lacks.
 */
export function createDigiKey(options: DigiKeyOptions): Provider {
  const { tokens, limiter, clock, log, meter, locale, baseUrl, timeoutMs, quotaSpent } = options;

  async function ask(question: Question, signal?: AbortSignal): Promise<string> {
    let token = '';
    let renewed = false;

    /** The token first: a new one may take longer than a place in the minute lasts. */
    const prepare: Prepare = async (attempt) => {
      token = await tokens.get(signal);
      const sent = request(question, token);
      return () => send(question, sent, attempt);
    };

    const judge = (reply: HttpReply): Judgement => {
      const heals = reply.status === 401 && isExpired(reply) && !renewed;
      renewed = heals;
      if (heals) {
        tokens.drop(token);
        return { kind: 'again', why: 'The access token had expired', waitMs: 0 };
      }
      const judgement = judgeReply(question, reply, clock.now(), quotaSpent);
      if (isSpent(reply))
        limiter.learnDay({ remaining: 0, limit: null, resetsAt: resetOf(reply, clock.now()) });
      return judgement;
    };

    return persist(prepare, judge, options, signal);
  }

  async function send({ kind, text }: Question, sent: HttpRequest, attempt: number): Promise<HttpReply> {
    const began = clock.uptime();
    const reply = await call(sent);
    const news = dayNews(reply, clock.now());
    if (news) limiter.learnDay(news);
    log.debug(
      {
        question: `${kind} ${text}`,
        status: reply.status,
        attempt,
        latencyMs: Math.round(clock.uptime() - began),
        requestId: requestId(reply),
        leftToday: news?.remaining,
      },
      'DigiKey answered',
    );
    return reply;
  }

  function request(question: Question, token: string): HttpRequest {
    const headers = {
      authorization: `Bearer ${token}`,
      'x-digikey-client-id': options.clientId,
      'x-digikey-locale-site': locale.site,
      'x-digikey-locale-language': locale.language,
      'x-digikey-locale-currency': locale.currency,
      accept: 'application/json',
    };
    if (question.kind !== 'search') {
      const path = `${encodeURIComponent(question.text)}/${OPERATIONS[question.kind]}`;
      return { method: 'GET', url: `${baseUrl}/products/v4/search/${path}`, headers, timeoutMs };
    }
    return {
      method: 'POST',
      url: `${baseUrl}/products/v4/search/keyword`,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ Keywords: question.text, Limit: SIMILAR, Offset: 0 }),
      timeoutMs,
    };
  }

  return {
    id: options.id,
    locale: `${locale.site}/${locale.language}/${locale.currency}`,
    ask,
    read: (question, body) => readAnswer(question.kind, body),
    readSubstitutes,
    detailsOf: (part) => ({ kind: 'details', text: part.dkpn ?? part.mpn }),
    substitutesOf: (part) => ({ kind: 'substitutes', text: part.dkpn ?? part.mpn }),
    calls: meter.counts,
  };
}

function judgeReply(
  question: Question,
  reply: HttpReply,
  now: number,
  quotaSpent: (resetsAt: number) => AuditError,
): Judgement {
  const { status, body } = reply;
  if (status === 200) {
    const why = unreadable(question, body);
    return why === null
      ? { kind: 'answer', body }
      : { kind: 'again', why: `DigiKey's answer is none: ${why}` };
  }
  if (isSpent(reply)) return { kind: 'stop', error: quotaSpent(resetOf(reply, now)) };
  const waitMs = waitOf(reply, now);
  const wait = waitMs === null ? {} : { waitMs };
  if (status === 429 || (status === 503 && waitMs !== null))
    return { kind: 'slower', why: `DigiKey asks to go slower (${status})`, ...wait };
  if (status === 401) return { kind: 'stop', error: unauthorized(reply) };
  if (isRefusal(reply)) return { kind: 'stop', error: refused(question, reply) };
  return { kind: 'again', why: `DigiKey answered ${status}` };
}

/** Why the document is no answer to the question; null when it is one. */
function unreadable({ kind }: Question, body: string): string | null {
  if (kind === 'substitutes')
    return readSubstitutes(body) ? null : 'the answer is not one of product substitutions';
  const reading = readAnswer(kind, body);
  return reading.kind === 'unreadable' ? reading.why : null;
}

function isSpent(reply: HttpReply): boolean {
  return reply.status === 429 && isDaily(reply);
}

/** A refusal in DigiKey's own words; a page of a proxy on the way may be gone next time. */
function isRefusal({ status, body }: HttpReply): boolean {
  return status >= 400 && status < 500 && status !== 408 && refusalText(body) !== '';
}

function refused(question: Question, reply: HttpReply): AuditError {
  const said = `${reply.status}: ${refusalText(reply.body)}; request ${requestId(reply) ?? 'without id'}`;
  if (reply.status === 403) {
    return new AuditError('auth', `DigiKey forbids this request (${said})`, {
      hint: 'The credentials are right but may not be used for this, or not from this network or country.',
    });
  }
  return new AuditError(
    'provider',
    `DigiKey refused the question ${JSON.stringify(question.text)} (${said})`,
  );
}
