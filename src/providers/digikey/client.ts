import { AuditError } from '../../core/errors.ts';
import type { Provider, Question } from '../../ports.ts';
import { type Judgement, type Patience, persist } from '../attempts.ts';
import { call, type HttpReply, type HttpRequest } from '../http.ts';
import { retryAfter } from '../retry.ts';
import { readAnswer } from './read.ts';
import { dayQuota, header, isDaily, isExpired, refusalText, resetOf, unauthorized } from './refusal.ts';
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
  /** What is told when the day is spent; `resetsAt` in milliseconds since 1970. */
  readonly quotaSpent: (resetsAt: number) => AuditError;
}

/** Exact matches come unpaged, so that a short page of similar products is enough. */
const SIMILAR = 10;

/**
 * DigiKey's Product Information V4. A keyword search carries whole products, so that one call both validates a
 * part number and tells its lifecycle; a details call is for what a search answer lacks.
 */
export function createDigiKey(options: DigiKeyOptions): Provider {
  const { tokens, limiter, clock, locale, baseUrl, quotaSpent } = options;

  async function ask(question: Question, signal?: AbortSignal): Promise<string> {
    let token = '';
    let renewed = false;

    const send = async (): Promise<HttpReply> => {
      token = await tokens.get(signal);
      const reply = await call(request(question, token));
      const quota = dayQuota(reply, clock.now());
      if (quota) limiter.learnDay(quota);
      return reply;
    };

    const judge = (reply: HttpReply): Judgement => {
      if (reply.status === 401 && isExpired(reply) && !renewed) {
        renewed = true;
        tokens.drop(token);
        return { kind: 'again', why: 'The access token had expired', waitMs: 0 };
      }
      return judgeReply(question, reply, clock.now(), limiter.learnDay, quotaSpent);
    };

    await tokens.get(signal); // before a slot is taken
    return persist(send, judge, options, signal);
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
    if (question.kind === 'details') {
      const path = `${encodeURIComponent(question.text)}/productdetails`;
      return { method: 'GET', url: `${baseUrl}/products/v4/search/${path}`, headers };
    }
    return {
      method: 'POST',
      url: `${baseUrl}/products/v4/search/keyword`,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ Keywords: question.text, Limit: SIMILAR, Offset: 0 }),
    };
  }

  return {
    id: options.id,
    locale: `${locale.site}/${locale.language}/${locale.currency}`,
    ask,
    read: (question, body) => readAnswer(question.kind, body),
    detailsOf: (part) => ({ kind: 'details', text: part.dkpn ?? part.mpn }),
  };
}

function judgeReply(
  question: Question,
  reply: HttpReply,
  now: number,
  learnDay: (quota: { remaining: number; resetsAt: number }) => void,
  quotaSpent: (resetsAt: number) => AuditError,
): Judgement {
  const { status, body } = reply;
  if (status === 200) {
    const reading = readAnswer(question.kind, body);
    return reading.kind === 'parts'
      ? { kind: 'answer', body }
      : { kind: 'again', why: `DigiKey's answer is none: ${reading.why}` };
  }
  if (status === 429 && isDaily(reply)) {
    const resetsAt = resetOf(reply, now);
    learnDay({ remaining: 0, resetsAt });
    return { kind: 'stop', error: quotaSpent(resetsAt) };
  }
  if (status === 429) {
    const waitMs = retryAfter(header(reply, 'retry-after'), now);
    return {
      kind: 'again',
      why: 'DigiKey asks to go slower',
      everyone: true,
      ...(waitMs === null ? {} : { waitMs }),
    };
  }
  if (status === 401) return { kind: 'stop', error: unauthorized(reply) };
  if (status >= 400 && status < 500 && refusalText(body))
    return { kind: 'stop', error: refused(question, reply) };
  return { kind: 'again', why: `DigiKey answered ${status}` };
}

function refused(question: Question, reply: HttpReply): AuditError {
  const said = refusalText(reply.body);
  if (reply.status === 403) {
    return new AuditError('auth', `DigiKey forbids this request (403: ${said})`, {
      hint: 'The credentials are right but may not be used for this, or not from this network or country.',
    });
  }
  return new AuditError(
    'provider',
    `DigiKey refused the question ${JSON.stringify(question.text)} (${reply.status}: ${said})`,
  );
}
